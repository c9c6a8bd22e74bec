package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deepdream.DreamParams;

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

	/** Steps that agree grow towards 1 / (1 - 0.7) of a plain one. */
	@Test
	void momentumAddsUp() {
		assertEquals(1.5, moved("step=1.5 optimizer=momentum", 1), 1e-5);
		assertEquals(1.5 * (1 + 1.7 + 2.19), moved("step=1.5 optimizer=momentum", 3), 1e-4);
		assertEquals(1.5 / 0.3, moved("step=1.5 optimizer=momentum", 41) - moved("step=1.5 optimizer=momentum", 40), 1e-3);
	}
}
