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
package io.deepdream.engine.tensorflow.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.tensorflow.TensorFlow;
import org.tensorflow.proto.GraphDef;

import com.google.protobuf.CodedOutputStream;

import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.engine.tensorflow.rewrite.ConvolutionKernels;
import io.deepdream.model.Sha256;

/**
 * The graphs that passed their {@link SelfCheck} on this machine, in a file with one
 * checksum per line, of the graph and of the settings that determine how it is
 * computed. If a line is missing or damaged, the check is repeated.
 */
final class PassedChecks {

	private static final String FILE_NAME = "checked-gradients.txt";
	/** Enough for about a year; then the file is cleared. */
	private static final int MAX_LINES = 2000;
	/** Names of environment variables that select kernels in TensorFlow and its libraries. */
	private static final String KERNEL_VARIABLES = "(TF|DNNL|ONEDNN|MKL|OMP|KMP)_.*";
	/** Version of the {@link SelfCheck}, to be changed with its criteria. */
	private static final String CHECK_VERSION = "gradient and random directions";

	private final Path file;
	private final String machine;
	private final CheckOutcomes outcomes = new CheckOutcomes();

	/** @param folder cache folder of the user, which need not exist */
	PassedChecks(final Path folder) {
		this(folder, machine());
	}

	/** @param machine describes the processor and the library */
	PassedChecks(final Path folder, final String machine) {
		this(machine, folder.resolve(FILE_NAME));
	}

	private PassedChecks(final String machine, final Path file) {
		this.file = file;
		this.machine = machine;
	}

	/** An instance without a file. */
	static PassedChecks none() {
		return new PassedChecks("", null);
	}

	private static String machine() {
		final Map<String, String> variables = new TreeMap<>(System.getenv());
		variables.keySet().removeIf(name -> !name.matches(KERNEL_VARIABLES));
		return CHECK_VERSION + " " + TensorFlow.version() + " " + new ThisMachine().processor() + " " + variables +
			" " + ConvolutionKernels.current();
	}

	/** The outcomes of all self-checks in this process, passed or failed. */
	CheckOutcomes outcomes() {
		return outcomes;
	}

	/** Whether exactly this graph has passed. */
	boolean has(final GraphDef graph) {
		return file != null && lines().contains(key(graph));
	}

	/** Records that a graph has passed. */
	void add(final GraphDef graph) {
		if (file == null) return;
		try {
			final boolean full = lines().size() >= MAX_LINES;
			Files.write(file, List.of(key(graph)), StandardOpenOption.CREATE, full ? StandardOpenOption.TRUNCATE_EXISTING
				: StandardOpenOption.APPEND);
		}
		catch (final IOException exc) {
			// the check is repeated
		}
	}

	private List<String> lines() {
		try {
			return Files.isReadable(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
		}
		catch (final IOException exc) {
			return List.of();
		}
	}

	private String key(final GraphDef graph) {
		final byte[] bytes = new byte[graph.getSerializedSize()];
		final CodedOutputStream out = CodedOutputStream.newInstance(bytes);
		// attributes are maps, whose order is otherwise undefined
		out.useDeterministicSerialization();
		try {
			graph.writeTo(out);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return Sha256.of((Sha256.of(bytes) + " " + machine).getBytes(StandardCharsets.UTF_8));
	}
}
