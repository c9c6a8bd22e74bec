package io.deepdream.dream;

import java.util.Random;

import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;
import io.deepdream.image.Size;
import io.deepdream.params.settings.StepSettings;

/**
 * Pictures from noise. Without smoothing: the naive renderer of the DeepDream
 * tutorial, unbounded during the ascent and then scaled for display. With smoothing:
 * {@link DecorrelatedAscent}.
 */
final class Noise {

	private final StepSettings settings;
	private final boolean decorrelated;

	Noise(final StepSettings settings) {
		this.settings = settings;
		decorrelated = settings.smoothingLevels() > 0;
	}

	/** Uniform over one grey level: from 100 on as in the tutorial, or around mid-gray. */
	Picture draw(final Size size, final Random random) {
		final float from = decorrelated ? -0.5f : 100;
		final Picture noise = Picture.create(size.width(), size.height());
		final float[] data = noise.data();
		for (int i = 0; i < data.length; i++)
			data[i] = from + random.nextFloat();
		return noise;
	}

	/** @param x modified by each step */
	AscentMethod ascent(final Picture x, final Random random) {
		return decorrelated ? new DecorrelatedAscent(x.data(), x.size(), settings, random) : new PlainAscent(x.data(), x
			.size(), false, settings);
	}

	/** Converts the result of an ascent to a picture of 0..255, in place. */
	Picture toPicture(final Picture x) {
		if (decorrelated) DecorrelatedAscent.toPicture(x.data(), x.data());
		else x.standardise();
		return x;
	}
}
