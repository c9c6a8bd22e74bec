package io.deepdream.params.settings;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Normalisation;
import io.deepdream.params.Optimizer;
import io.deepdream.params.Parameter;

/** The gradient steps within an octave. */
public final class StepSettings {

	private final int count;
	private final double size;
	private final Normalisation normalisation;
	private final Optimizer optimizer;
	private final int smoothingLevels;
	private final int jitter;

	StepSettings(final DreamParams params) {
		count = params.whole(Parameter.ITERATIONS);
		size = params.real(Parameter.STEP);
		normalisation = params.choice(Parameter.NORMALISE, Normalisation.class);
		optimizer = params.choice(Parameter.OPTIMIZER, Optimizer.class);
		smoothingLevels = params.whole(Parameter.SMOOTH);
		jitter = params.whole(Parameter.JITTER);
	}

	/** Steps in each octave. */
	public int count() {
		return count;
	}

	/** Step size after normalisation, in grey levels. */
	public double size() {
		return size;
	}

	public Normalisation normalisation() {
		return normalisation;
	}

	public Optimizer optimizer() {
		return optimizer;
	}

	/** Levels of the Laplacian pyramid that normalises the gradient; 0 = none. */
	public int smoothingLevels() {
		return smoothingLevels;
	}

	/** Largest random shift before each step, in pixels; 0 = none. */
	public int jitter() {
		return jitter;
	}
}
