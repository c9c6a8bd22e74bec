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

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window. */
public final class Browser {

	private static final int SECONDS = 120;

	private final String program;
	private final Path folder;

	private Browser(final String program, final Path folder) {
		this.program = program;
		this.folder = folder;
	}

	/**
	 * Skips the test if Chromium is not installed.
	 *
	 * @param folder for its profile and output
	 */
	public static Browser in(final Path folder) {
		final Optional<String> program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).flatMap(path -> Stream.of(
			"chromium", "chromium-browser", "google-chrome").map(name -> Path.of(path, name))).filter(Files::isExecutable).map(
				Path::toString).findFirst();
		assumeTrue(program.isPresent(), "no Chromium on the PATH");
		return new Browser(program.get(), folder);
	}

	/** Runs it to its end, and returns what it prints. */
	public String run(final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of(program, "--headless", "--no-sandbox", "--disable-gpu",
			"--user-data-dir=" + folder.resolve("profile")));
		command.addAll(Arrays.asList(arguments));
		final Path output = folder.resolve("browser.txt");
		final Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(
			ProcessBuilder.Redirect.DISCARD).start();
		try {
			assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "the browser does not end");
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
		}
		return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
	}
}
