package io.deepdream.dream;

import java.util.Random;

import io.deepdream.image.LaplacianPyramid;
import io.deepdream.image.Moments;
import io.deepdream.image.Pictures;
import io.deepdream.image.Wobble;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Feature visualisation that can be read (C. Olah, A. Mordvintsev, L. Schubert
 * 2017). The network sees the picture moved a little, another way in each step; the
 * gradient is evened out over sizes, by a Laplacian pyramid, and over colours, in
 * the proportions of photographs; a logistic curve keeps the picture within 0..255.
 */
final class CleanClimb implements Climb {

	/** Makes the curve as steep as a straight line at mid-gray, so that steps are grey levels there. */
	private static final double STEEPNESS = 255 / 4.0;

	private final int width;
	private final int height;
	private final int levels;
	private final Random random;
	private final float[] x;
	private final float[] shown;
	private final float[] pulled;
	private Wobble wobble;

	/**
	 * @param levels of the Laplacian pyramid
	 * @param random from which the noise to begin with, and all moves, come
	 */
	CleanClimb(final int width, final int height, final int levels, final Random random) {
		this(width, height, levels, random, noise(3 * width * height, random));
	}

	/** @param x to begin with: grey levels from mid-gray, before the curve bends them; changed by each step */
	CleanClimb(final int width, final int height, final int levels, final Random random, final float[] x) {
		this.width = width;
		this.height = height;
		this.levels = levels;
		this.random = random;
		this.x = x;
		shown = new float[x.length];
		pulled = new float[x.length];
	}

	/** Uniform within half a grey level of mid-gray. */
	static float[] noise(final int n, final Random random) {
		final float[] noise = new float[n];
		for (int i = 0; i < n; i++)
			noise[i] = random.nextFloat() - 0.5f;
		return noise;
	}

	private static double curve(final float level) {
		return 1 / (1 + Math.exp(-level / STEEPNESS));
	}

	@Override
	public void view(final float[] pixels, final int offset) {
		show(shown);
		wobble = Wobble.random(width, height, random);
		wobble.apply(shown, pixels, offset);
	}

	private void show(final float[] pixels) {
		for (int i = 0; i < x.length; i++)
			pixels[i] = (float) (255 * curve(x[i]));
	}

	@Override
	public void step(final float[] gradient, final int offset, final double step) {
		wobble.transpose(gradient, offset, pulled);
		for (int i = 0; i < x.length; i++) {
			final double at = shown[i] / 255;
			pulled[i] *= 4 * at * (1 - at);
		}
		LaplacianPyramid.normaliseNaturally(pulled, width, height, levels);
		final double rate = step / Normalisation.STD.of(Moments.of(pulled, pulled.length));
		for (int i = 0; i < x.length; i++)
			x[i] += rate * pulled[i];
	}

	@Override
	public ArrayImg<FloatType, FloatArray> picture() {
		final ArrayImg<FloatType, FloatArray> picture = Pictures.create(width, height);
		show(Pictures.data(picture));
		return picture;
	}
}
