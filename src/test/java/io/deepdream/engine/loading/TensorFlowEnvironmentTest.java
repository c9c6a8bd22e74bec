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
package io.deepdream.engine.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.OptionalInt;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorFlowEnvironmentTest {

	private static Machine machine(final String arch) {
		return RequirementsTest.machine("Linux", arch, false, true);
	}


	@Test
	void usesOneDnnOnEveryX86Processor() {
		assertEquals(Map.of("TF_ENABLE_ONEDNN_OPTS", "1", "TF_CPP_MIN_LOG_LEVEL", "2"), TensorFlowEnvironment.additions(machine(
			"amd64"), Map.of("PATH", "/bin"), null));
	}

	@Test
	void leavesOtherProcessorsToTensorFlow() {
		assertEquals(Map.of("TF_CPP_MIN_LOG_LEVEL", "2"), TensorFlowEnvironment.additions(machine("aarch64"), Map.of(), null));
	}

	@Test
	void changesNothingThatTheUserHasSet() {
		assertEquals(Map.of(), TensorFlowEnvironment.additions(machine("amd64"), Map.of("TF_ENABLE_ONEDNN_OPTS", "0",
			"TF_CPP_MIN_LOG_LEVEL", "0"), "warning"));
	}

	@ParameterizedTest
	@CsvSource({ "info,0", "Warning,1", "error,2" })
	void printsWhatThePropertyAsksFor(final String severity, final String level) {
		assertEquals(level, TensorFlowEnvironment.additions(machine("aarch64"), Map.of(), severity).get("TF_CPP_MIN_LOG_LEVEL"));
	}

	@Test
	void refusesAnUnknownSeverity() {
		assertEquals("deepdream.log=loud is not allowed: give one of info, warning, error.", assertThrows(DreamException.class,
			() -> TensorFlowEnvironment.additions(machine("amd64"), Map.of(), "loud")).getMessage());
	}

	@Test
	void limitsThreadsOnlyOnRequest() {
		assertEquals(Map.of(), TensorFlowEnvironment.threads(OptionalInt.empty(), Map.of()));
		assertEquals(Map.of("TF_NUM_INTRAOP_THREADS", "3", "TF_NUM_INTEROP_THREADS", "-1"), TensorFlowEnvironment.threads(
			OptionalInt.of(3), Map.of()));
		assertEquals(Map.of("TF_NUM_INTEROP_THREADS", "-1"), TensorFlowEnvironment.threads(OptionalInt.of(3), Map.of(
			"TF_NUM_INTRAOP_THREADS", "8")));
	}
}
