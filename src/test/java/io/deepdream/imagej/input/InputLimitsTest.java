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
package io.deepdream.imagej.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Properties;

import io.deepdream.model.ModelSpec;

import org.junit.jupiter.api.Test;

/** Compares limits with those of NumPy 1.26 for the same values. */
class InputLimitsTest {

	private static final float[] VALUES = { 3, -1.5f, 250, 7, 0, 12.25f, 41, 7, 1000, 5.5f, 2 };

	private static void assertLimits(final double min, final double max, final InputLimits limits, final float... values) {
		final float[] before = values.clone();
		final ValueLimits found = limits.of(values);
		assertEquals(min, found.min(), 1e-4);
		assertEquals(max, found.max(), 1e-4);
		for (int i = 0; i < values.length; i++)
			assertEquals(before[i], values[i]);
	}

	/** numpy.percentile(VALUES, [1, 99.8]), [0, 100] and [25, 62.5]. */
	@Test
	void percentilesAreInterpolatedLinearly() {
		assertLimits(-1.35, 985.0, InputLimits.percentiles(1, 99.8, false), VALUES);
		assertLimits(-1.5, 1000, InputLimits.percentiles(0, 100, false), VALUES);
		assertLimits(2.5, 8.3125, InputLimits.percentiles(25, 62.5, false), VALUES);
		assertLimits(4, 4, InputLimits.percentiles(1, 99.8, false), 4);
	}

	@Test
	void extremes() {
		assertLimits(-1.5, 1000, InputLimits.extremes(false), VALUES);
	}

	/** VALUES.mean() minus and plus 3 * VALUES.std(). */
	@Test
	void threeStandardDeviations() {
		assertLimits(-739.724533, 980.860896, InputLimits.deviations(false), VALUES);
	}

	@Test
	void valuesThatAreNotFiniteAreIgnored() {
		assertLimits(2, 8, InputLimits.extremes(false), Float.NaN, 8, Float.POSITIVE_INFINITY, 2, Float.NEGATIVE_INFINITY);
		assertLimits(2.06, 7.988, InputLimits.percentiles(1, 99.8, false), Float.NaN, 8, Float.POSITIVE_INFINITY, 2,
			Float.NEGATIVE_INFINITY);
		assertTrue(InputLimits.deviations(false).of(new float[] { Float.NaN }).isEmpty());
	}

	/** Two channels, 0..8 and 100..108: alone, or as 18 values. */
	@Test
	void channelsHaveTheirOwnLimitsOrThoseOfAllValues() {
		assertChannels("minmax", 0, 8, 100, 108);
		assertChannels("minmax together", 0, 108, 0, 108);
		assertChannels("percentiles 50 100 separately", 4, 8, 104, 108);
		assertChannels("percentiles 50 100 together", 54, 108, 54, 108);
		// the variance of 0..8 is 20/3; together that of the two means, 2500, is added
		final double alone = 3 * Math.sqrt(20 / 3.0);
		final double all = 3 * Math.sqrt(20 / 3.0 + 2500);
		assertChannels("standardise separately", 4 - alone, 4 + alone, 104 - alone, 104 + alone);
		assertChannels("standardise", 54 - all, 54 + all, 54 - all, 54 + all);
	}

	private static void assertChannels(final String normalisation, final double... expected) {
		final Properties properties = new Properties();
		properties.setProperty("normalise-input", normalisation);
		final InputLimits limits = InputLimits.of(new ModelSpec("test", null, properties).inputNormalisation());
		final List<ValueLimits> found = limits.of(List.of(new float[] { 0, 1, 2, 3, 4, 5, 6, 7, 8 }, new float[] { 100, 101,
			102, 103, 104, 105, 106, 107, 108 }));
		for (int c = 0; c < 2; c++) {
			assertEquals(expected[2 * c], found.get(c).min(), 1e-4, normalisation);
			assertEquals(expected[2 * c + 1], found.get(c).max(), 1e-4, normalisation);
		}
	}
}
