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

class PeriodicViewTest {

	private static final int W = 7;
	private static final int H = 4;

	private static float[] ramp() {
		final float[] data = new float[3 * W * H];
		for (int i = 0; i < data.length; i++)
			data[i] = i;
		return data;
	}

	@Test
	void shiftsRightAndDown() {
		final float[] pixel = new float[3];
		// after a shift by (1, 2), pixel (0, 0) is at (1, 2)
		new PeriodicView(ramp(), W, H, 1, 2).read(1, 2, 1, 1, pixel);
		assertArrayEquals(new float[] { 0, 1, 2 }, pixel);
	}

	@Test
	void windowsWrapAroundBothAxes() {
		final float[] data = ramp();
		final Random random = new Random(1);
		for (int trial = 0; trial < 200; trial++) {
			final int sx = random.nextInt(41) - 20;
			final int sy = random.nextInt(41) - 20;
			final int x = random.nextInt(W);
			final int y = random.nextInt(H);
			final int w = 1 + random.nextInt(W);
			final int h = 1 + random.nextInt(H);
			final float[] window = new float[3 * w * h];
			new PeriodicView(data, W, H, sx, sy).read(x, y, w, h, window);
			for (int j = 0; j < h; j++)
				for (int i = 0; i < w; i++)
					for (int c = 0; c < 3; c++) {
						final int column = ((x + i - sx) % W + W) % W;
						final int row = ((y + j - sy) % H + H) % H;
						assertEquals(3 * (row * W + column) + c, window[3 * (j * w + i) + c]);
					}
		}
	}

	@Test
	void addingTheWindowThatWasReadDoublesTheData() {
		final float[] data = ramp();
		final PeriodicView view = new PeriodicView(data, W, H, 5, -3);
		final float[] window = new float[3 * W * H];
		view.read(0, 0, W, H, window);
		view.add(0, 0, W, H, window);
		for (int i = 0; i < data.length; i++)
			assertEquals(2 * i, data[i]);
	}
}
