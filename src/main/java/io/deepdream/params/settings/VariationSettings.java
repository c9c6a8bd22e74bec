package io.deepdream.params.settings;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** Several pictures of the same objective. */
public final class VariationSettings {

	private final int count;
	private final double diversity;

	private VariationSettings(final int count, final double diversity) {
		this.count = count;
		this.diversity = diversity;
	}

	public static VariationSettings of(final DreamParams params) {
		return new VariationSettings(params.whole(Parameter.VARIATIONS), params.real(Parameter.DIVERSITY));
	}

	public int count() {
		return count;
	}

	/** Weight of the penalty on similar variations; 0 = none. */
	public double diversity() {
		return diversity;
	}
}
