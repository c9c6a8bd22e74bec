package io.deepdream.params.settings;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** The sizes at which a picture is dreamed. */
public final class OctaveSettings {

	private final int count;
	private final double ratio;

	public OctaveSettings(final int count, final double ratio) {
		this.count = count;
		this.ratio = ratio;
	}

	static OctaveSettings of(final DreamParams params) {
		return new OctaveSettings(params.whole(Parameter.OCTAVES), params.real(Parameter.RATIO));
	}

	/** The number of octaves, including the full size. */
	public int count() {
		return count;
	}

	/** The size of an octave divided by the size of the previous one; above 1. */
	public double ratio() {
		return ratio;
	}
}
