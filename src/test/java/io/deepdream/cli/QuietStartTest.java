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
package io.deepdream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.deepdream.imagej.ChildProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dream prints, on both streams, in a process of its own. */
class QuietStartTest {

	/** No setting of TensorFlow 2.18 removes them; only its first session prints them. */
	private static final List<String> UNAVOIDABLE = List.of(
		"WARNING: All log messages before absl::InitializeLog\\(\\) is called are written to STDERR",
		"I0000 .* MLIR V1 optimization pass is not enabled");

	private static final List<String> OWN = List.of("(loading|unpacking|preparing) .*\\.\\.\\.",
		" *\\d+%  octave \\d+/\\d+  step \\d+/\\d+  score \\S+  \\d+ (s|min) left", ".*dream\\.png: 64x64 pixels, \\S+ s");

	@TempDir
	Path folder;

	private List<String> lines(final String... options) throws Exception {
		final String output = ChildProcess.fork().with(options).environment("TF_CPP_MIN_LOG_LEVEL", null).run(CommandLine.class
			.getName(), folder.resolve("dream.png").toString(), "start=noise", "width=64", "height=64", "octaves=1",
			"iterations=2", "mode=naive", "seed=1");
		assertTrue(output.endsWith("exit: 0"), output);
		final List<String> lines = new ArrayList<>(Arrays.asList(output.split("\n")));
		lines.removeIf(line -> line.isEmpty() || line.equals("exit: 0"));
		return lines;
	}

	private static boolean isOneOf(final List<String> patterns, final String line) {
		return patterns.stream().anyMatch(line::matches);
	}

	@Test
	void aDreamPrintsProgressAndItsResult() throws Exception {
		final List<String> lines = lines();
		lines.removeIf(line -> isOneOf(UNAVOIDABLE, line));
		assertTrue(lines.stream().anyMatch(line -> line.endsWith(" left")), lines.toString());
		lines.removeIf(line -> isOneOf(OWN, line));
		assertEquals(List.of(), lines);
	}

	@Test
	void thePropertyPrintsWhatTensorFlowLogs() throws Exception {
		final List<String> lines = lines("-Ddeepdream.log=info");
		assertTrue(lines.stream().anyMatch(line -> line.contains(": I tensorflow/")), lines.toString());
	}
}
