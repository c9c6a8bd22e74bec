package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientFunction;

import org.junit.jupiter.api.Test;

class TiledGradientTest {

	private static final ConcurrentTasks ALONE = new ConcurrentTasks(1);
	private static final ConcurrentTasks THREE = new ConcurrentTasks(3);

	static final TiledGradient.TileListener NOBODY = new TiledGradient.TileListener() {

		@Override
		public void before() {}

		@Override
		public void after(final long pixels) {}
	};

	/**
	 * With one channel of weight 1, each pixel's derivative is 1 / number of
	 * positions, whatever the tiling: so every pixel is covered, and a short edge
	 * tile pulls no harder.
	 */
	@Test
	void everyPixelOfEverySizeGetsTheSameGradient() {
		final AveragingEngine engine = new AveragingEngine();
		final Objective objective = new Objective("cells", "1", "mean", engine.layers());
		final GradientFunction function = engine.compile(objective.terms());
		final Random random = new Random(5);
		final int tile = 32;
		for (int w = 1; w <= 3 * tile + 1; w += 1 + random.nextInt(3)) {
			final int h = 1 + random.nextInt(3 * tile + 1);
			final float[] picture = new float[3 * w * h];
			for (int i = 0; i < picture.length; i++)
				picture[i] = i % 3 == 1 ? 2 : 77;
			final float[] gradient = new float[picture.length];
			final double score = new TiledGradient(engine, objective, function, w, h, Span.tiles(w, tile, 4, 0, 0), Span.tiles(h,
				tile, 4, 0, 0), random.nextBoolean() ? ALONE : THREE).evaluate(picture, random.nextInt(tile), random.nextInt(tile), gradient, NOBODY);
			final double positions = (w + 3) / 4 * ((h + 3) / 4);
			assertEquals(2 * w * h / positions, score, 1e-3 * score);
			for (int i = 0; i < gradient.length; i++)
				assertEquals(i % 3 == 1 ? 1 / positions : 0, gradient[i], 1e-6);
		}
	}

	/** Positions that see beyond their cell: each pixel's derivative is the number of positions that see it. */
	@Test
	void exactTilesEqualTheKnownAnswerAndPlainTilesDoNot() {
		final AveragingEngine engine = new AveragingEngine(7);
		final Objective objective = new Objective("cells", "0", "mean", engine.layers());
		final GradientFunction function = engine.compile(objective.terms());
		for (final int[] size : new int[][] { { 120, 90 }, { 121, 87 }, { 33, 200 } }) {
			final int w = size[0];
			final int h = size[1];
			for (final String overlap : new String[] { "exact", "0" }) {
				final int[] reach = Reach.of(overlap, engine, objective, Axis.WIDTH, w);
				final float[] gradient = new float[3 * w * h];
				new TiledGradient(engine, objective, function, w, h, Span.tiles(w, 32, 4, reach[0], reach[1]), Span.tiles(h, 32, 4,
					reach[0], reach[1]), ALONE).evaluate(new float[gradient.length], 0, 0, gradient, NOBODY);
				final int across = (w + 3) / 4;
				final int down = (h + 3) / 4;
				double worst = 0;
				for (int y = 0; y < h; y++)
					for (int x = 0; x < w; x++)
						worst = Math.max(worst, Math.abs(gradient[3 * (y * w + x)] - (double) engine.seeing(x, 0, across) * engine
							.seeing(y, 0, down) / (across * down)));
				assertEquals(overlap.equals("exact"), worst < 1e-6, overlap + ": " + worst);
			}
		}
	}
}
