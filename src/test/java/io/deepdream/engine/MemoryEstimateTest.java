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
package io.deepdream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;

import io.deepdream.ResidentMemory;
import io.deepdream.Shared;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory estimate deviates from the measured memory of a process by less than 30%. */
@Tag("slow")
class MemoryEstimateTest {

	private static void assertEstimated(final String model, final String layer) throws IOException,
		InterruptedException
	{
		assumeTrue(ResidentMemory.isKnown(), "no /proc: skipped");
		final Process process = new ProcessBuilder(Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx512m", "-cp", System.getProperty("java.class.path"), MemoryProbe.class.getName(), model, layer)
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		final String[] reported = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim().split(
			" ");
		assertEquals(0, process.waitFor());
		final double measured = Double.parseDouble(reported[0]);
		final double estimated = Double.parseDouble(reported[1]);
		assertTrue(Math.abs(estimated / measured - 1) < 0.3, "estimated " + estimated + " bytes per pixel, measured " +
			measured);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mixed3b", "mixed4c" })
	void ofTheEmbeddedNetwork(final String layer) throws Exception {
		assertEstimated("compact-inception", layer);
	}

	@Test
	void ofGoogLeNet() throws Exception {
		assertEstimated(Shared.googleNet(), "mixed4c");
	}
}
