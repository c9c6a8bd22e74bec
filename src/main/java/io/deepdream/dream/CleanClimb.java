package io.deepdream.dream;

import java.util.Random;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.image.LaplacianPyramid;
import io.deepdream.image.Wobble;

/**
 * Feature visualisation that can be read (C. Olah, A. Mordvintsev, L. Schubert
 * 2017). The network sees the picture moved a little, another way in each step; the
 * gradient is evened out over sizes, by a Laplacian pyramid, and over colours, in
 * the proportions of photographs; a logistic curve keeps the picture within 0..255.
 * <p>
 * Two arrays of the picture's size beyond what a plain climb has: what is shown,
 * and what is seen.
 * </p>
 */
final class CleanClimb implements Climb {

	/** Makes the curve as steep as a straight line at mid-gray, so that steps are grey levels there. */
	private static final double STEEPNESS = 255 / 4.0;

	private final float[] x;
	private final int width;
	private final int height;
	private final Random random;
	private final int levels;
	private final Ascent ascent;
	private final float[] shown;
	private final float[] seen;
	private Wobble wobble;

	/**
	 * @param x grey levels from mid-gray, before the curve bends them; changed by
	 *          each step
	 * @param random from which all moves come
	 */
	CleanClimb(final float[] x, final int width, final int height, final DreamParams params, final Random random) {
		this.x = x;
		this.width = width;
		this.height = height;
		this.random = random;
		levels = params.whole(Parameter.SMOOTH);
		ascent = new Ascent(x, params);
		shown = new float[x.length];
		seen = new float[x.length];
	}

	/**
	 * Bends what has climbed into a picture.
	 *
	 * @param x grey levels from mid-gray
	 * @param picture receives RGB 0..255; may be the same array
	 */
	static void show(final float[] x, final float[] picture) {
		for (int i = 0; i < x.length; i++)
			picture[i] = (float) (255 / (1 + Math.exp(-x[i] / STEEPNESS)));
	}

	@Override
	public float[] view() {
		show(x, shown);
		wobble = Wobble.random(width, height, random);
		wobble.apply(shown, seen);
		return seen;
	}

	@Override
	public void step(final float[] gradient) {
		// what was seen is needed no more
		final float[] pulled = seen;
		wobble.transpose(gradient, pulled);
		for (int i = 0; i < x.length; i++) {
			final double at = shown[i] / 255;
			pulled[i] *= 4 * at * (1 - at);
		}
		LaplacianPyramid.normaliseNaturally(pulled, width, height, levels);
		ascent.move(pulled);
	}
}
