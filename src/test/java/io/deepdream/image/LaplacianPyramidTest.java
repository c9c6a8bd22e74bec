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

class LaplacianPyramidTest {

	private static final int W = 64;
	private static final int H = 48;

	/** Amplitude of a horizontal wave in the red channel, by projection. */
	private static double amplitude(final float[] data, final double cycles) {
		double sum = 0;
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++)
				sum += data[3 * (y * W + x)] * Math.sin(2 * Math.PI * cycles * x / W);
		return 2 * sum / (W * H);
	}

	private static float[] waves(final double coarse, final double fine) {
		final float[] data = new float[3 * W * H];
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++)
				for (int c = 0; c < 3; c++)
					data[3 * (y * W + x) + c] = (float) (coarse * Math.sin(2 * Math.PI * 2 * x / W) + fine * Math.sin(2 * Math.PI *
						24 * x / W));
		return data;
	}

	@Test
	void zeroLevelsDivideByTheStandardDeviation() {
		final float[] data = new float[3 * W * H];
		final Random random = new Random(3);
		for (int i = 0; i < data.length; i++)
			data[i] = 5 * (float) random.nextGaussian();
		final float first = data[0];
		final double std = Moments.of(data, data.length).std();
		LaplacianPyramid.normalise(data, W, H, 0, false);
		assertEquals(first / std, data[0], 1e-5);
	}

	@Test
	void coarseAndFineLevelsBecomeEquallyStrong() {
		final float[] data = waves(1, 20);
		LaplacianPyramid.normalise(data, W, H, 4, false);
		final double ratio = amplitude(data, 2) / amplitude(data, 24);
		assertTrue(ratio > 0.5 && ratio < 5, "the ratio of coarse to fine was 0.05 and is now " + ratio);
	}

	@Test
	void smallSizesGiveFiniteValues() {
		for (int w = 1; w < 12; w++)
			for (int h = 1; h < 12; h++) {
				final float[] data = new float[3 * w * h];
				for (int i = 0; i < data.length; i++)
					data[i] = i % 7 - 3;
				LaplacianPyramid.normalise(data, w, h, 5, false);
				for (final float value : data)
					assertTrue(Float.isFinite(value), w + "x" + h);
			}
	}
}
