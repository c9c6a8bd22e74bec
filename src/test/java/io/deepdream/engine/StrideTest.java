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
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrideTest {

	@ParameterizedTest
	@CsvSource({ "16,1,16", "1,2,1/2", "4,8,1/2", "6,4,3/2", "2,3,2/3", "5,5,1" })
	void ratiosAreReduced(final int pixels, final int positions, final String text) {
		assertEquals(text, Stride.of(pixels, positions).toString());
	}

	@Test
	void equalRatiosAreEqual() {
		assertEquals(Stride.of(2), Stride.of(6, 3));
		assertEquals(Stride.of(2).hashCode(), Stride.of(6, 3).hashCode());
		assertNotEquals(Stride.of(2), Stride.of(1, 2));
	}

	/** Of 3 positions in 2 pixels, numbers 3k and 3k + 1 begin in an even pixel and number 3k + 2 in an odd one. */
	@Test
	void positionsAndPixels() {
		final Stride stride = Stride.of(2, 3);
		final int[] pixels = { -2, -2, -1, 0, 0, 1, 2, 2, 3 };
		for (int i = 0; i < pixels.length; i++)
			assertEquals(pixels[i], stride.pixel(i - 3));
		final int[] whole = { -3, -2, 0, 1, 3, 4, 6 };
		final int[] covering = { -3, -1, 0, 2, 3, 5, 6 };
		for (int i = 0; i < whole.length; i++) {
			assertEquals(whole[i], stride.positionsIn(i - 2));
			assertEquals(covering[i], stride.positionsCovering(i - 2));
		}
		assertEquals(3, Stride.of(16).positionsIn(63));
		assertEquals(4, Stride.of(16).positionsCovering(63));
		assertEquals(32, Stride.of(16).pixel(2));
	}
}
