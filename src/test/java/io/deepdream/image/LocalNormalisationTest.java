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
package io.deepdream.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LocalNormalisationTest {

	/** A pixel with four times the magnitude of another has twice its magnitude afterwards, and the same colour. */
	@Test
	void magnitudesAreCompressedToTheirRoot() {
		final float[] data = { 3, 0, -4, 0, 1.25f, 0 };
		LocalNormalisation.normalise(data, 3);
		assertEquals(2, Math.hypot(data[0], data[2]) / data[4], 0.01);
		assertEquals(-0.75, data[0] / data[2], 1e-5);
		double squares = 0;
		for (final float value : data)
			squares += value * value;
		assertEquals(1, squares / data.length, 1e-5);
	}

	@Test
	void zerosStayZero() {
		final float[] zero = new float[12];
		LocalNormalisation.normalise(zero, 3);
		assertArrayEquals(new float[12], zero);
		final float[] faint = { 1, 1, 1, 1e-30f, 0, 0 };
		LocalNormalisation.normalise(faint, 3);
		assertTrue(Math.abs(faint[3]) < 1e-28, "" + faint[3]);
	}
}
