package io.deepdream.params;

/** How steps are computed from gradients. */
public enum Optimizer {

	/** Each step from its own gradient. */
	PLAIN,

	/** Nesterov momentum. */
	MOMENTUM,

	/** Nesterov momentum on a gradient that is normalised by frequency and locally. */
	PRECONDITIONED;

	public boolean hasMomentum() {
		return this != PLAIN;
	}
}
