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
package io.deepdream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.image.Picture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measures distinguish an equal network from another. */
class MeasureTest {

	@TempDir
	Path folder;

	private static Picture picture(final int side, final long seed) {
		return Picture.of(TinyNetworks.crop(side, new Random(seed)), side, side);
	}

	@Test
	void theErrorIsZeroForTheSameNetworkAndLargeForAnother() {
		final List<Picture> pictures = new ArrayList<>();
		for (int i = 0; i < 6; i++)
			pictures.add(picture(160, i));
		try (GradientEngine teacher = Engines.open(TinyNetworks.save(folder, "teacher", 0.125, 1));
				GradientEngine other = Engines.open(TinyNetworks.save(folder, "other", 0.0625, 2)))
		{
			// not exactly zero because of the ridge term
			assertTrue(FeatureError.of(teacher, teacher, "mixed3b", pictures) < 1e-3);
			assertTrue(FeatureError.of(teacher, other, "mixed3b", pictures) > 0.05);
		}
	}

	@Test
	void theLogRiseIsOneForTheSameNetworkAndLessForAnother() {
		try (GradientEngine teacher = Engines.open(TinyNetworks.save(folder, "teacher", 0.125, 1));
				GradientEngine other = Engines.open(TinyNetworks.save(folder, "other", 0.125, 2)))
		{
			final Picture start = picture(96, 3);
			final Picture own = LogRise.dream(teacher, "mixed3b", start);
			assertTrue(LogRise.meanSquare(teacher, "mixed3b", own) > 1.5 * LogRise.meanSquare(teacher, "mixed3b", start));
			assertEquals(1, LogRise.of(teacher, "mixed3b", start, own, LogRise.dream(teacher, "mixed3b", start)), 1e-3);
			assertEquals(0, LogRise.of(teacher, "mixed3b", start, own, start), 1e-9);
			assertTrue(LogRise.of(teacher, "mixed3b", start, own, LogRise.dream(other, "mixed3b", start)) < 0.5);
		}
	}

	@Test
	void theMeanSquareIsTheObjectiveOfADream() {
		try (GradientEngine teacher = Engines.open(TinyNetworks.save(folder, "teacher", 0.125, 1))) {
			final Picture start = picture(64, 3);
			final float[] values = teacher.activations("mixed3a", start.data(), 64, 64).values();
			double sum = 0;
			for (final float value : values)
				sum += value * value / values.length;
			assertEquals(sum, LogRise.meanSquare(teacher, "mixed3a", start), 1e-3 * sum);
		}
	}

	@Test
	void leastSquaresRecoverAnAffineMap() {
		final Random random = new Random(4);
		final LinearMap map = new LinearMap(3, 2);
		for (int row = 0; row < 50; row++) {
			final float[] from = { (float) random.nextGaussian(), (float) random.nextGaussian() + 5, (float) random
				.nextGaussian() };
			final float[] to = { 2 * from[0] - from[1] + 7, from[2] / 2 - 3 };
			map.add(from, 0, to, 0);
		}
		final float[] kernel = new float[6];
		final float[] bias = new float[2];
		map.solve(kernel, bias);
		assertArrayEquals(new float[] { 2, 0, -1, 0, 0, 0.5f }, kernel, 2e-3f);
		assertArrayEquals(new float[] { 7, -3 }, bias, 1e-2f);
	}

	/** Channel 1 is twice channel 0, so one of the two suffices; channel 3 is zero. */
	@Test
	void selectedChannelsPredictTheOthers() {
		final double[][] rows = { { 1, 2, 0, 0 }, { 0, 0, 1, 0 }, { 2, 4, 1, 0 }, { 1, 2, 3, 0 } };
		final double[][] products = new double[4][4];
		for (final double[] row : rows)
			for (int i = 0; i < 4; i++)
				for (int k = 0; k < 4; k++)
					products[i][k] += row[i] * row[k];
		final int[] chosen = ChannelChoice.of(products, 2);
		assertTrue(chosen[0] < 2 && chosen[1] == 2, chosen[0] + " " + chosen[1]);
	}
}
