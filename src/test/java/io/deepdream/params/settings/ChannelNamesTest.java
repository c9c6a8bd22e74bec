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
package io.deepdream.params.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelNamesTest {

	private static final List<String> NAMES = List.of("probability", "distance 1", "distance 10", "DAPI", "dapi", "7", "a*b",
		"distance 9");

	private static String numbers(final String channels) {
		return new ChannelNames("out", NAMES).numbers(channels);
	}

	private static String message(final String channels) {
		return assertThrows(DreamException.class, () -> numbers(channels)).getMessage();
	}

	@ParameterizedTest
	@CsvSource(value = { "probability|0", "Probability|0", " distance  1 |1", "DISTANCE 10|2", "dapi|4", "DAPI|3", "a*b|6", "a*b*2|6*2",
		"probability*1;distance 1*-0.5|0*1;1*-0.5", "probability * 2|0* 2", "2-3;probability,5|2-3;0;5", "all|all", "ALL|ALL",
		"139|139", "3 - 7*2|3 - 7*2" }, delimiter = '|')
	void namesBecomeNumbers(final String channels, final String expected) {
		assertEquals(expected, numbers(channels));
	}

	/** A number is that of a channel, whatever its name. */
	@Test
	void numbersComeBeforeNames() {
		assertEquals("7", numbers("7"));
		assertEquals("7;0", numbers("distance 9;probability"));
	}

	@Test
	void unknownNames() {
		assertEquals("Layer out has no channel \"distanc 1\": the nearest names are distance 1, distance 10, distance 9, and the numbers " +
			"are 0 to 7.", message("3;distanc 1*2"));
		assertEquals("Layer out has no channel \"x\": the nearest name is y, and the numbers are 0 to 0.", assertThrows(
			DreamException.class, () -> new ChannelNames("out", List.of("y")).numbers("x")).getMessage());
	}

	@Test
	void ambiguousNames() {
		assertEquals("Several channels of layer out have the name \"Dapi\" (3, 4): give the number of one.", message("Dapi"));
	}

	/** What is no name is reported by the selection. */
	@ParameterizedTest
	@CsvSource(value = { "3-", "1;;2", "1.5", "3*", "3*x", "''" })
	void otherMistakes(final String channels) {
		assertThrows(DreamException.class, () -> ChannelSelection.parse(numbers(channels)));
		assertEquals(channels, new ChannelNames("out", List.of()).numbers(channels));
	}
}
