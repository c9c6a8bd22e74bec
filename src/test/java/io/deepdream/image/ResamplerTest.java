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

import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.Test;

class ResamplerTest {

	/** Samples a function at pixel centres; u and v run over 0..1 between the corners. */
	private static Picture sample(final int w, final int h, final DoubleBinaryOperator f) {
		final Picture picture = Picture.create(w, h);
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				for (int c = 0; c < 3; c++)
					picture.data()[3 * (y * w + x) + c] = (float) ((c + 1) * f.applyAsDouble((x + 0.5) / w, (y + 0.5) /
						h));
		return picture;
	}

	@Test
	void theSameSizeGivesTheSamePicture() {
		final Picture picture = sample(13, 9, (u, v) -> 50 * Math.sin(40 * u) + 30 * v);
		assertArrayEquals(picture.data(), Resampler.resize(picture, 13, 9).data(), 1e-4f);
	}

	@Test
	void aSmoothPictureIsNotShifted() {
		final DoubleBinaryOperator f = (u, v) -> 40 + 30 * Math.cos(Math.PI * u) + 20 * Math.cos(2 * Math.PI * v);
		final Picture picture = sample(140, 90, f);
		for (final int[] size : new int[][] { { 100, 64 }, { 37, 51 }, { 280, 180 }, { 199, 90 } }) {
			final float[] expected = sample(size[0], size[1], f).data();
			assertArrayEquals(expected, Resampler.resize(picture, size[0], size[1]).data(), 0.5f);
		}
	}

	@Test
	void aConstantPictureStaysConstant() {
		final float[] data = Resampler.resize(sample(17, 5, (u, v) -> 7), 40, 3).data();
		for (int i = 0; i < data.length; i++)
			assertEquals(7 * (i % 3 + 1), data[i], 1e-4f);
	}

	@Test
	void fineDetailDoesNotAliasWhenShrunk() {
		// stripes with a period of 2.2 pixels are above the Nyquist limit at a third of the size: the result must be nearly flat
		final Picture stripes = sample(300, 8, (u, v) -> 100 * Math.sin(2 * Math.PI * 300 * u /
			2.2));
		final float[] data = Resampler.resize(stripes, 100, 8).data();
		assertEquals(0, Moments.of(data, data.length).std(), 4);
	}

	@Test
	void fromOnePixelAndToOnePixel() {
		assertEquals(9, Resampler.resize(sample(1, 1, (u, v) -> 9), 6, 4).data()[0], 1e-5f);
		assertEquals(9, Resampler.resize(sample(8, 3, (u, v) -> 9), 1, 1).data()[0], 1e-5f);
	}
}
