package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import io.deepdream.engine.GradientFunction;

import org.junit.jupiter.api.Test;

class TiledGradientTest {

	private static final TiledGradient.TileListener NOBODY = new TiledGradient.TileListener() {

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
				tile, 4, 0, 0)).evaluate(picture, random.nextInt(tile), random.nextInt(tile), gradient, NOBODY);
			final double positions = (w + 3) / 4 * ((h + 3) / 4);
			assertEquals(2 * w * h / positions, score, 1e-3 * score);
			for (int i = 0; i < gradient.length; i++)
				assertEquals(i % 3 == 1 ? 1 / positions : 0, gradient[i], 1e-6);
		}
	}
}
