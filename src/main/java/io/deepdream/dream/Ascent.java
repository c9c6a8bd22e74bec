package io.deepdream.dream;

import java.util.Locale;

import io.deepdream.DreamParams;
import io.deepdream.Parameter;
import io.deepdream.image.Moments;

/**
 * Moves a picture along a direction: by a step of its spread, or with momentum (B.
 * T. Polyak 1964), which adds up what consecutive steps agree on.
 */
final class Ascent {

	/** Share of the last move that the next one keeps. */
	private static final float MOMENTUM = 0.7f;

	private final float[] x;
	private final double step;
	private final Normalisation normalisation;
	/** Null without momentum. */
	private final float[] velocity;

	/** @param x the picture, changed by each move */
	Ascent(final float[] x, final DreamParams params) {
		this.x = x;
		step = params.real(Parameter.STEP);
		normalisation = Normalisation.valueOf(params.get(Parameter.NORMALISE).toUpperCase(Locale.ROOT));
		velocity = params.is(Parameter.OPTIMIZER, "momentum") ? new float[x.length] : null;
	}

	void move(final float[] direction) {
		final float rate = (float) (step / normalisation.of(Moments.of(direction, direction.length)));
		if (velocity == null) for (int i = 0; i < x.length; i++)
			x[i] += rate * direction[i];
		else for (int i = 0; i < x.length; i++) {
			velocity[i] = MOMENTUM * velocity[i] + rate * direction[i];
			x[i] += velocity[i];
		}
	}
}
