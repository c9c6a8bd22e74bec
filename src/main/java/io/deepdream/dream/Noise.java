package io.deepdream.dream;

import java.util.Random;

import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * Pictures from noise: the naive way of the DeepDream tutorial, unbounded while it
 * climbs and then scaled for display; with smoothing, the clean way of
 * {@link DecorrelatedAscent}.
 */
final class Noise {

	private Noise() {}

	private static boolean clean(final DreamParams params) {
		return params.whole(Parameter.SMOOTH) > 0;
	}

	/** Uniform over one grey level, from 100 on, or about the mid-gray of a clean climb. */
	static float[] draw(final int n, final Random random, final DreamParams params) {
		final float from = clean(params) ? -0.5f : 100;
		final float[] noise = new float[n];
		for (int i = 0; i < n; i++)
			noise[i] = from + random.nextFloat();
		return noise;
	}

	/** @param x changed by each step */
	static AscentMethod climb(final float[] x, final int width, final int height, final Random random,
		final DreamParams params)
	{
		return clean(params) ? new DecorrelatedAscent(x, width, height, params, random) : new PlainAscent(x, width, height, false,
			params);
	}

	/** Makes what has climbed a picture of 0..255, in place. */
	static Picture show(final Picture climbed, final DreamParams params) {
		final float[] data = climbed.data();
		if (clean(params)) DecorrelatedAscent.show(data, data);
		else climbed.standardise();
		return climbed;
	}
}
