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
package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientFunction;
import io.deepdream.image.Size;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.settings.HaloSettings;
import io.deepdream.params.settings.ObjectiveSettings;

import org.junit.jupiter.api.Test;

class TiledGradientTest {

	private static final ConcurrentTasks ONE = new ConcurrentTasks(1);
	private static final ConcurrentTasks THREE = new ConcurrentTasks(3);

	static final TiledGradient.TileListener SILENT = new TiledGradient.TileListener() {

		@Override
		public void before() {}

		@Override
		public void after(final long pixels) {}
	};

	/**
	 * With one channel of weight 1, the derivative with respect to each pixel is 1 /
	 * number of positions, whatever the tiles: every pixel is covered, and a narrow
	 * tile at the border has no more influence than the others.
	 */
	@Test
	void everyPixelOfEverySizeGetsTheSameGradient() {
		final AveragingEngine engine = new AveragingEngine();
		final Objective objective = new Objective(ObjectiveSettings.parse("cells", "1", ObjectiveType.MEAN), engine.layers());
		final GradientFunction function = engine.compile(objective.terms());
		final Random random = new Random(5);
		final int tile = 32;
		for (int w = 1; w <= 3 * tile + 1; w += 1 + random.nextInt(3)) {
			final int h = 1 + random.nextInt(3 * tile + 1);
			final float[] picture = new float[3 * w * h];
			for (int i = 0; i < picture.length; i++)
				picture[i] = i % 3 == 1 ? 2 : 77;
			final float[] gradient = new float[picture.length];
			final double score = new TiledGradient(new TileGrid(engine, objective, new Size(w, h), TileInterval.tiles(w, tile, 4,
				Halo.NONE), TileInterval.tiles(h, tile, 4, Halo.NONE)), function, random.nextBoolean() ? ONE : THREE).evaluate(picture, random
					.nextInt(tile), random.nextInt(tile), gradient, SILENT);
			final double positions = (w + 3) / 4 * ((h + 3) / 4);
			assertEquals(2 * w * h / positions, score, 1e-3 * score);
			for (int i = 0; i < gradient.length; i++)
				assertEquals(i % 3 == 1 ? 1 / positions : 0, gradient[i], 1e-6);
		}
	}

	/** Receptive fields larger than the stride: a pixel's derivative is proportional to the number of dependent positions. */
	@Test
	void exactTilesEqualTheAnalyticGradientAndPlainTilesDoNot() {
		final AveragingEngine engine = new AveragingEngine(7);
		final Objective objective = new Objective(ObjectiveSettings.parse("cells", "0", ObjectiveType.MEAN), engine.layers());
		final GradientFunction function = engine.compile(objective.terms());
		for (final int[] size : new int[][] { { 120, 90 }, { 121, 87 }, { 33, 200 } }) {
			final int w = size[0];
			final int h = size[1];
			for (final HaloSettings overlap : new HaloSettings[] { HaloSettings.EXACT, HaloSettings.ofPixels(0) }) {
				final Halo halo = Halo.of(overlap, engine, objective, Axis.WIDTH, w);
				final float[] gradient = new float[3 * w * h];
				new TiledGradient(new TileGrid(engine, objective, new Size(w, h), TileInterval.tiles(w, 32, 4, halo), TileInterval.tiles(
					h, 32, 4, halo)), function, ONE).evaluate(new float[gradient.length], 0, 0, gradient, SILENT);
				final int across = (w + 3) / 4;
				final int down = (h + 3) / 4;
				double worst = 0;
				for (int y = 0; y < h; y++)
					for (int x = 0; x < w; x++)
						worst = Math.max(worst, Math.abs(gradient[3 * (y * w + x)] - (double) engine.dependent(x, 0, across) * engine
							.dependent(y, 0, down) / (across * down)));
				assertEquals(overlap.isExact(), worst < 1e-6, String.valueOf(worst));
			}
		}
	}
}
