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
package io.deepdream;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Java process with its own class path. */
public final class Fork {

	private static final int SECONDS = 180;

	private Path java = Paths.get(System.getProperty("java.home"));
	private long limit;
	private final Map<String, String> environment = new HashMap<>();
	private final List<String> options = new ArrayList<>();
	private final List<Path> classPath = new ArrayList<>();

	/** @param classPath in search order */
	public Fork(final Path... classPath) {
		this.classPath.addAll(Arrays.asList(classPath));
	}

	/** Uses another Java. */
	public Fork java(final Path home) {
		java = home;
		return this;
	}

	public Fork with(final List<Path> more) {
		classPath.addAll(more);
		return this;
	}

	/** Adds options of the virtual machine. */
	public Fork with(final String... more) {
		options.addAll(Arrays.asList(more));
		return this;
	}

	/** @param value null to remove the variable */
	public Fork environment(final String name, final String value) {
		environment.put(name, value);
		return this;
	}

	/** Limits the address space, in kibibytes; requires a shell. */
	public Fork limited(final long kibibytes) {
		limit = kibibytes;
		return this;
	}

	/** Starts the process, with both output streams in a file. */
	public Process start(final Path output, final String main, final String... args) throws IOException {
		final List<String> command = new ArrayList<>();
		if (limit > 0) command.addAll(Arrays.asList("/bin/sh", "-c", "ulimit -v " + limit + "; exec \"$@\"", "sh"));
		command.add(java.resolve("bin").resolve("java").toString());
		command.addAll(options);
		command.add("-cp");
		command.add(classPath.stream().map(path -> path.toAbsolutePath().toString()).collect(Collectors.joining(
			File.pathSeparator)));
		command.add(main);
		command.addAll(Arrays.asList(args));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		environment.forEach((name, value) -> {
			if (value == null) builder.environment().remove(name);
			else builder.environment().put(name, value);
		});
		return builder.start();
	}

	/**
	 * Runs the process and waits for its end.
	 *
	 * @return its output, followed by a line with the exit code
	 */
	public String run(final String main, final String... args) throws IOException, InterruptedException {
		final Path output = Files.createTempFile("fork", ".txt");
		try {
			final Process process = start(output, main, args);
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
				return Files.readString(output) + "\nexit: none within " + SECONDS + " s";
			}
			return Files.readString(output) + "\nexit: " + process.exitValue();
		}
		finally {
			Files.delete(output);
		}
	}
}
