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

class ColourStatisticsTest {

	private static Picture noise(final double mean, final double std) {
		final Picture picture = Picture.create(50, 40);
		final Random random = new Random(1);
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (mean + 10 * (i % 3) + std * random.nextGaussian());
		picture.clamp();
		return picture;
	}

	private static double mean(final Picture picture, final int channel) {
		final float[] data = picture.data();
		double sum = 0;
		for (int i = channel; i < data.length; i += 3)
			sum += data[i];
		return 3 * sum / data.length;
	}

	@Test
	void meansMatchDespiteClipping() {
		final Picture bright = noise(215, 8);
		final Picture noisy = noise(60, 90);
		ColourStatistics.of(bright, 60).match(noisy, ValueRange.GREY_LEVELS);
		for (int c = 0; c < 3; c++)
			assertEquals(mean(bright, c), mean(noisy, c), 0.1);
		for (final float value : noisy.data())
			assertTrue(value >= 0 && value <= 255);
	}

	@Test
	void contrastIsReducedButNotIncreased() {
		final Picture calm = noise(120, 15);
		final Picture strong = noise(120, 40);
		ColourStatistics.of(calm, 0).match(strong, ValueRange.GREY_LEVELS);
		assertEquals(15, std(strong), 0.5);
		final Picture flat = noise(120, 2);
		ColourStatistics.of(calm, 0).match(flat, ValueRange.GREY_LEVELS);
		assertEquals(2, std(flat), 0.1);
	}

	/** Of red alone, because the means of the colours differ. */
	private static double std(final Picture picture) {
		final float[] red = new float[2000];
		for (int i = 0; i < red.length; i++)
			red[i] = picture.data()[3 * i];
		return Moments.of(red, red.length).std();
	}
}
