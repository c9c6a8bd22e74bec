package io.deepdream.dream;

import java.util.Locale;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.image.Parts;

/**
 * Moves a picture along a direction: by a step of its spread, or with momentum,
 * which adds up what consecutive steps agree on. It looks ahead (Y. Nesterov 1983):
 * the picture is kept where the velocity leads, so that the gradient is taken
 * there and corrects it in time.
 */
final class Ascent {

	/** Share of the last velocity that the next one keeps. */
	private static final float MOMENTUM = 0.7f;

	private final float[] x;
	private final double step;
	private final Normalisation normalisation;
	/** Null without momentum. Always in the picture's own place: the jitter's roll is undone in the gradient. */
	private final float[] velocity;

	/** @param x the picture, changed by each move */
	Ascent(final float[] x, final DreamParams params) {
		this.x = x;
		step = params.real(Parameter.STEP);
		normalisation = Normalisation.valueOf(params.get(Parameter.NORMALISE).toUpperCase(Locale.ROOT));
		velocity = Optimizer.of(params) == Optimizer.PLAIN ? null : new float[x.length];
	}

	void move(final float[] direction) {
		final float rate = (float) (step / normalisation.of(direction));
		Parts.each(x.length, (from, to) -> {
			if (velocity == null) for (int i = from; i < to; i++)
				x[i] += rate * direction[i];
			else for (int i = from; i < to; i++) {
				final float push = rate * direction[i];
				velocity[i] = MOMENTUM * velocity[i] + push;
				x[i] += MOMENTUM * velocity[i] + push;
			}
		});
	}
}
