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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.spark.SparkFiles;

import io.deepdream.params.DreamException;

/**
 * A folder on the disk of this computer: of an executor, for ImageJ, which reads and writes only local files, or of the
 * driver, for what Spark copies to executors. Spark deletes what remains.
 */
public final class Scratch implements AutoCloseable {

	private final Path folder;

	public Scratch() {
		try {
			folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "image");
		}
		catch (final IOException exc) {
			throw new DreamException("The temporary folder of Spark, " + SparkFiles.getRootDirectory() +
				", cannot be written: free disk space, or choose another folder with spark.local.dir.", exc);
		}
	}

	public Path folder() {
		return folder;
	}

	/**
	 * A local file as it is, or a copy of a file of the storage, with the same name.
	 *
	 * @throws DreamException if there is no such file, or it cannot be read
	 */
	public Path copy(final String uri) {
		if (Storage.local(uri).isPresent()) return Storage.local(uri).get();
		final Path file = folder.resolve(Storage.name(uri));
		try (InputStream in = Storage.open(uri)) {
			Files.copy(in, file);
			return file;
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + uri + " cannot be copied to " + folder + " (" + exc.getMessage() +
				"): check its permissions and the free space of that disk.", exc);
		}
	}

	@Override
	public void close() {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList()))
				Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			// Spark deletes it at the end of the executor
		}
	}
}
