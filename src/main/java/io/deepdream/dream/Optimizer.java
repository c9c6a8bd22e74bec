package io.deepdream.dream;

import java.util.Locale;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** How steps follow from gradients, and what that takes of Java's heap. */
enum Optimizer {
	/** Each step by itself. */
	PLAIN(0),
	/** With Nesterov's momentum: a velocity, which is a copy of the picture. */
	MOMENTUM(12),
	/**
	 * The same on a gradient whose frequencies and places are evened out: a pyramid's
	 * levels besides, which come and go in each step.
	 */
	PRECONDITIONED(22);

	private final int bytesPerPixel;

	Optimizer(final int bytesPerPixel) {
		this.bytesPerPixel = bytesPerPixel;
	}

	static Optimizer of(final DreamParams params) {
		return valueOf(params.get(Parameter.OPTIMIZER).toUpperCase(Locale.ROOT));
	}

	/** Bytes of heap for each pixel of the picture. */
	int bytesPerPixel() {
		return bytesPerPixel;
	}
}
