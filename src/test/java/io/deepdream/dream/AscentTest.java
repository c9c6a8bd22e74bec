package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;

class AscentTest {

	/** Standard deviation 2, mean absolute value 2. */
	private static final float[] DIRECTION = { 2, -2 };

	private static float moved(final String options, final int steps) {
		final float[] x = { 10, 10 };
		final Ascent ascent = new Ascent(x, DreamParams.parse(options));
		for (int i = 0; i < steps; i++)
			ascent.move(DIRECTION.clone());
		assertEquals(20, x[0] + x[1], 1e-4);
		return x[0] - 10;
	}

	@Test
	void aPlainStepIsAsLongAsAsked() {
		assertEquals(1.5, moved("step=1.5", 1), 1e-5);
		assertEquals(6, moved("step=1.5 normalise=mean", 4), 1e-5);
	}

	/** Velocities 1, 1.7, 2.19; each move is 0.7 of the new one and the step itself, towards 1 / (1 - 0.7) of a plain one. */
	@Test
	void momentumAddsUpAndLooksAhead() {
		assertEquals(1.5 * 1.7, moved("step=1.5 optimizer=momentum", 1), 1e-5);
		assertEquals(1.5 * (1.7 + 2.19 + 2.533), moved("step=1.5 optimizer=momentum", 3), 1e-4);
		assertEquals(1.5 / 0.3, moved("step=1.5 optimizer=momentum", 41) - moved("step=1.5 optimizer=momentum", 40), 1e-3);
	}

	/**
	 * Directions that share (1, -1, 1, -1) and contradict each other in thrice
	 * (1, 1, -1, -1): their spread is the root of 10, and from step to step the shared
	 * part grows to 1 / (1 - 0.7), the other to no more than 1 + 0.7 / (1 + 0.7).
	 */
	@Test
	void whatStepsContradictEachOtherInGrowsLess() {
		final float[] x = new float[4];
		final Ascent ascent = new Ascent(x, DreamParams.parse("step=1 optimizer=momentum"));
		float[] before = x;
		for (int i = 0; i < 40; i++) {
			before = x.clone();
			final float k = i % 2 == 0 ? 3 : -3;
			ascent.move(new float[] { 1 + k, -1 + k, 1 - k, -1 - k });
		}
		final double shared = (x[0] - before[0] - x[1] + before[1]) / 2;
		final double other = (x[0] - before[0] + x[1] - before[1]) / 2;
		assertEquals(1 / 0.3 / Math.sqrt(10), shared, 1e-4);
		assertEquals(-3 * (1 + 0.7 / 1.7) / Math.sqrt(10), other, 1e-4);
	}
}
