package io.deepdream.dream;

import java.util.Random;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.image.Pictures;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Pictures from noise: the naive way of the DeepDream tutorial, unbounded while it
 * climbs and then scaled for display; with smoothing, the clean way of
 * {@link CleanClimb}.
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
	static Climb climb(final float[] x, final int width, final int height, final Random random,
		final DreamParams params)
	{
		return clean(params) ? new CleanClimb(x, width, height, params, random) : new PlainClimb(x, width, height, false,
			params);
	}

	/** Makes what has climbed a picture of 0..255, in place. */
	static ArrayImg<FloatType, FloatArray> show(final ArrayImg<FloatType, FloatArray> climbed, final DreamParams params) {
		final float[] data = Pictures.data(climbed);
		if (clean(params)) CleanClimb.show(data, data);
		else Pictures.standardise(climbed);
		return climbed;
	}
}
