package io.deepdream.params.settings;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** The size of pictures that start from noise. */
public final class NoiseSettings {

	private final int width;
	private final int height;

	NoiseSettings(final DreamParams params) {
		width = params.whole(Parameter.WIDTH);
		height = params.whole(Parameter.HEIGHT);
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}
}
