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

import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

/** Operations on pictures whose opposite borders are joined. */
class PeriodicPicturesTest {

	private static final int W = 48;
	private static final int H = 32;

	private static float[] noise(final int w, final int h, final int seed) {
		final float[] data = new float[3 * w * h];
		final Random random = new Random(seed);
		for (int i = 0; i < data.length; i++)
			data[i] = random.nextFloat() - 0.5f;
		return data;
	}

	private static float[] shifted(final float[] data, final int w, final int h, final int dx, final int dy) {
		final float[] result = new float[data.length];
		new PeriodicView(data, w, h, dx, dy).read(0, 0, w, h, result);
		return result;
	}

	/** Without borders, an operation on a shifted picture gives the shifted result. */
	private static void assertEquivariant(final Consumer<float[]> inPlace, final int dx, final int dy) {
		final float[] data = noise(W, H, 1);
		final float[] other = shifted(data, W, H, dx, dy);
		inPlace.accept(data);
		inPlace.accept(other);
		assertArrayEquals(shifted(data, W, H, dx, dy), other, 1e-5f);
	}

	/** The shift is a multiple of the coarsest pixels. */
	@Test
	void pyramids() {
		assertEquivariant(data -> LaplacianPyramid.normalise(data, W, H, 3, true), 8, -16);
		assertEquivariant(data -> LaplacianPyramid.normaliseLocally(data, W, H, 3, true), 40, 8);
		assertEquivariant(data -> LaplacianPyramid.normaliseNaturally(data, W, H, 4, true), -16, 16);
	}

	/** Of noise, the mean step across the wrap stays as large as the others; with replicated borders it grows. */
	@Test
	void pyramidsOfOddSizes() {
		for (final int w : new int[] { 63, 61, 45 }) {
			assertEquals(1, wrapRatio(w, 33, true), 0.03, "width " + w);
			assertTrue(wrapRatio(w, 33, false) > 1.1);
		}
	}

	private static double wrapRatio(final int w, final int h, final boolean periodic) {
		double wrap = 0;
		double inside = 0;
		final GradientPyramid pyramid = new GradientPyramid(new Size(w, h), 4, periodic, LaplacianPyramid::normalise);
		for (int seed = 0; seed < 200; seed++) {
			final float[] data = noise(w, h, seed);
			pyramid.normalise(data);
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++) {
					final double step = Math.abs(data[3 * (y * w + (x + 1) % w)] - data[3 * (y * w + x)]);
					if (x == w - 1) wrap += step;
					else inside += step / (w - 1);
				}
		}
		return wrap / inside;
	}

	@Test
	void resampling() {
		final Picture picture = Picture.of(noise(W, H, 2), W, H);
		final Picture other = Picture.of(shifted(picture.data(), W, H, 16, 16), W, H);
		// shifts by a third of the width and half of the height
		for (final int[] size : new int[][] { { 33, 22 }, { 69, 50 }, { W, H }, { 3, 2 } })
			assertArrayEquals(shifted(Resampler.resizePeriodic(picture, size[0], size[1], 0.01, -0.02).data(), size[0], size[1],
				size[0] / 3, size[1] / 2), Resampler.resizePeriodic(other, size[0], size[1], 0.01, -0.02).data(), 1e-5f);
	}

	@Test
	void resamplingShiftsByShareOfTheWidth() {
		final Picture wave = Picture.create(W, H);
		for (int i = 0; i < wave.data().length; i++)
			wave.data()[i] = (float) Math.sin(2 * Math.PI * (i / 3 % W + 0.5) / W);
		final float[] result = Resampler.resizePeriodic(wave, 60, H, 0.125, 0).data();
		for (int x = 0; x < 60; x++)
			assertEquals(Math.sin(2 * Math.PI * ((x + 0.5) / 60 + 0.125)), result[3 * x], 2e-3);
	}

	@Test
	void warps() {
		final Random random = new Random(7);
		for (int n = 0; n < 10; n++) {
			final RandomWarp warp = RandomWarp.random(W, H, random);
			final float[] x = noise(W, H, n);
			final float[] y = noise(W, H, 50 + n);
			final float[] transformed = new float[x.length];
			final float[] back = new float[x.length];
			warp.apply(x, transformed);
			warp.transpose(y, back);
			double forward = 0;
			double backward = 0;
			for (int i = 0; i < x.length; i++) {
				forward += (double) transformed[i] * y[i];
				backward += (double) x[i] * back[i];
			}
			assertEquals(forward, backward, 1e-3, "the definition of the transpose");
			// local scale and rotation, of the wrap as of every other place
			for (int at = 0; at < W; at++) {
				final double step = warp.column((at + 1) % W, 3) - warp.column(at, 3) + (at == W - 1 ? W : 0);
				assertTrue(Math.abs(step - 1) <= 0.05 + 1e-9, "scale " + step);
				final double shear = warp.row((at + 1) % W, 3) - warp.row(at, 3);
				assertTrue(Math.abs(shear) <= Math.sin(Math.toRadians(5)) + 1e-9, "shear " + shear);
			}
		}
	}

	@Test
	void aWindowLargerThanThePictureIsAddedOnceForEachOfItsPixels() {
		final int w = 5;
		final int h = 3;
		final float[] data = new float[3 * w * h];
		final float[] window = new float[3 * 40 * 2000];
		java.util.Arrays.fill(window, 1);
		// 40 = 8 periods, 2000 = 666 periods and 2 rows
		new PeriodicView(data, w, h, 2, 0).add(-7, 0, 40, 2000, window);
		for (int i = 0; i < data.length; i++)
			assertEquals(8 * (i / (3 * w) < 2 ? 667 : 666), data[i]);
	}
}
