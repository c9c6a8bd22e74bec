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

import java.util.Random;

import org.junit.jupiter.api.Test;

class RandomAffineTest {

	private static final int W = 23;
	private static final int H = 17;

	private static float[] noise(final int seed) {
		final Random random = new Random(seed);
		final float[] noise = new float[3 * W * H];
		for (int i = 0; i < noise.length; i++)
			noise[i] = random.nextFloat();
		return noise;
	}

	private static double dot(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += (double) a[i] * b[i];
		return sum;
	}

	/** The definition of the transpose, which correct gradients need: (A x) . y = x . (A^T y), for all x and y. */
	@Test
	void theTransposeIsExact() {
		final Random random = new Random(3);
		for (int i = 0; i < 20; i++) {
			final RandomAffine affine = RandomAffine.random(W, H, random);
			final float[] x = noise(i);
			final float[] y = noise(100 + i);
			final float[] transformed = new float[x.length];
			final float[] back = new float[x.length];
			affine.apply(x, transformed);
			affine.transpose(y, back);
			assertEquals(dot(transformed, y), dot(x, back), 1e-3);
		}
	}

	@Test
	void shiftsByWholePixels() {
		final float[] x = noise(1);
		final float[] transformed = new float[x.length];
		new RandomAffine(W, H, 1, 0, 3, -2).apply(x, transformed);
		for (int c = 0; c < 3; c++)
			assertEquals(x[3 * (8 * W + 13) + c], transformed[3 * (10 * W + 10) + c], 1e-5);
	}

	@Test
	void theIdentityChangesNothing() {
		final float[] x = noise(2);
		final float[] transformed = new float[x.length];
		new RandomAffine(W, H, 1, 0, 0, 0).apply(x, transformed);
		assertArrayEquals(x, transformed, 1e-6f);
	}
}
