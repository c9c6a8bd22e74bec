package io.deepdream.dream;

import java.util.Random;

import io.deepdream.image.Moments;
import io.deepdream.image.Pictures;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The naive renderer of the DeepDream tutorial: from uniform noise in [100, 101),
 * the gradient divided by its standard deviation, without bounds; scaled for
 * display.
 */
final class NaiveClimb implements Climb {

	private final ArrayImg<FloatType, FloatArray> picture;
	private final float[] x;

	NaiveClimb(final int width, final int height, final Random random) {
		picture = Pictures.create(width, height);
		x = Pictures.data(picture);
		for (int i = 0; i < x.length; i++)
			x[i] = 100 + random.nextFloat();
	}

	@Override
	public void view(final float[] pixels, final int offset) {
		System.arraycopy(x, 0, pixels, offset, x.length);
	}

	@Override
	public void step(final float[] gradient, final int offset, final double step) {
		final float[] g = new float[x.length];
		System.arraycopy(gradient, offset, g, 0, g.length);
		final double rate = step / Normalisation.STD.of(Moments.of(g, g.length));
		for (int i = 0; i < x.length; i++)
			x[i] += rate * g[i];
	}

	@Override
	public ArrayImg<FloatType, FloatArray> picture() {
		Pictures.standardise(picture);
		return picture;
	}
}
