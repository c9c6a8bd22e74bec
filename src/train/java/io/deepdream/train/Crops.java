package io.deepdream.train;

import java.util.Random;

/** A source of training images. */
interface Crops {

	/** @return RGB 0..255, [side, side, 3] */
	float[] crop(int side, Random random);

	/** A batch of crops, [n, side, side, 3]. */
	default float[] batch(final int n, final int side, final Random random) {
		final float[] result = new float[n * side * side * 3];
		for (int i = 0; i < n; i++)
			System.arraycopy(crop(side, random), 0, result, i * side * side * 3, side * side * 3);
		return result;
	}
}
