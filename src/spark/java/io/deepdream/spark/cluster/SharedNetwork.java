/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.spark.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Properties;

import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;

import io.deepdream.DeepDream;
import io.deepdream.engine.GradientEngine;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.model.Sha256;
import io.deepdream.params.DreamException;

/**
 * A network that the driver has found and that every executor can open: its properties, and the name of its graph among
 * the files that Spark distributes. The embedded network is in the jar and needs no file.
 */
public final class SharedNetwork implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final FileTime UNCHANGED = FileTime.fromMillis(0);

	private final String name;
	private final String sha256;
	private final Properties properties;
	/** Among Spark's files; empty for the embedded network. */
	private final String file;

	private SharedNetwork(final String name, final String sha256, final Properties properties, final String file) {
		this.name = name;
		this.sha256 = sha256;
		this.properties = properties;
		this.file = file;
	}

	/**
	 * Finds a network on the driver, and has Spark copy it to each executor once.
	 *
	 * @param nameOrPath as {@link ModelCatalogue#find(String)}
	 * @throws DreamException if there is no such network, or its file is damaged
	 */
	public static SharedNetwork of(final JavaSparkContext spark, final String nameOrPath) {
		final ModelSpec spec = ModelCatalogue.find(nameOrPath);
		final byte[] graph = spec.read();
		final String sha256 = Sha256.of(graph);
		if (nameOrPath.equals(ModelCatalogue.EMBEDDED)) return new SharedNetwork(nameOrPath, sha256, new Properties(), "");
		final Properties properties = spec.properties();
		// an executor checks its copy
		properties.setProperty("sha256", sha256);
		final String file = sha256 + ".pb";
		final Path path = new Scratch().folder().resolve(file);
		try {
			Files.write(path, graph);
		}
		catch (final IOException exc) {
			throw new DreamException("The network " + nameOrPath + " cannot be copied to the temporary folder: free disk space, " +
				"or choose another folder with spark.local.dir.", exc);
		}
		spark.addFile(path.toUri().toString());
		return new SharedNetwork(spec.name(), sha256, properties, file);
	}

	/** SHA-256 of the graph, lower-case hex. */
	public String sha256() {
		return sha256;
	}

	/** The network in this process: the driver, or an executor. */
	public ModelSpec spec() {
		if (file.isEmpty()) return ModelCatalogue.find(name);
		try {
			final Path copy = Path.of(SparkFiles.get(file));
			// a file that was modified in the last seconds has another fingerprint later, and would be opened twice
			Files.setLastModifiedTime(copy, UNCHANGED);
			return new ModelSpec(name, copy.toUri().toURL(), properties);
		}
		catch (final IOException exc) {
			throw new DreamException("Spark's copy of the network " + name + " cannot be read: check the folder " + SparkFiles
				.getRootDirectory() + ".", exc);
		}
	}

	/**
	 * The open network, for scripts and jobs that dream whole pictures. Opened by the first call in a process and retained
	 * until it ends; closing it has no effect on other users.
	 *
	 * @throws DreamException if this computer cannot run TensorFlow, with the name of the executor
	 */
	public DeepDream deepDream() {
		return DeepDream.of(spec(), engine());
	}

	/** As {@link #deepDream()}, for jobs that compute gradients and activations themselves. */
	public GradientEngine engine() {
		return Networks.engine(spec());
	}
}
