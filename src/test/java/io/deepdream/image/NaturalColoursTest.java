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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class NaturalColoursTest {

	private static double rms(final float[] data, final double r, final double g, final double b) {
		double sum = 0;
		for (int i = 0; i < data.length; i += 3)
			sum += Math.pow(r * data[i] + g * data[i + 1] + b * data[i + 2], 2);
		return Math.sqrt(sum / (data.length / 3));
	}

	/** Gaussian noise, equal in red, green and blue, is scaled to the proportions 0.462 : 0.127 : 0.062 of photographs. */
	@Test
	void independentColoursGetTheProportionsOfPhotographs() {
		final Random random = new Random(1);
		final float[] data = new float[30000];
		for (int i = 0; i < data.length; i++)
			data[i] = (float) random.nextGaussian();
		NaturalColours.balance(data, 3);
		final double gray = rms(data, 1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3));
		assertEquals(0.127 / 0.462, rms(data, 1 / Math.sqrt(2), 0, -1 / Math.sqrt(2)) / gray, 0.02);
		assertEquals(0.062 / 0.462, rms(data, 1 / Math.sqrt(6), -2 / Math.sqrt(6), 1 / Math.sqrt(6)) / gray, 0.02);
	}

	@Test
	void grayStaysGrayAndZeroStaysZero() {
		final float[] gray = { 5, 5, 5, -5, -5, -5 };
		NaturalColours.balance(gray, 3);
		assertTrue(gray[0] > 0 && gray[3] < 0);
		assertEquals(gray[0], gray[1], 1e-6);
		assertEquals(gray[0], gray[2], 1e-6);
		final float[] zero = new float[6];
		NaturalColours.balance(zero, 3);
		for (final float value : zero)
			assertEquals(0, value);
	}
}
