package io.deepdream.image;

/**
 * Changes the size of pictures: separable cubic convolution with a = -0.5 (R. Keys
 * 1981), its kernel widened by the ratio when shrinking, so that nothing aliases.
 * Pixels are areas: the picture's corners stay where they are. At the border the
 * kernel is cut off and its weights are made to sum to 1.
 */
public final class Resampler {

	private static final double SUPPORT = 2;

	private Resampler() {}

	/** A new picture of the given size; the source is not changed. */
	public static Picture resize(final Picture source,
		final int width, final int height)
	{
		final int w = source.width();
		final int h = source.height();
		final Picture result = Picture.create(width, height);
		if (w == width && h == height) {
			System.arraycopy(source.data(), 0, result.data(), 0, 3 * w * h);
			return result;
		}
		final float[] in = source.data();
		final float[] out = result.data();
		final Taps across = new Taps(w, width);
		final Taps down = new Taps(h, height);
		// Row by row, so that only the rows under the kernel exist at half-way, not a whole picture.
		final float[][] rows = new float[h][];
		int firstKept = 0;
		for (int y = 0; y < height; y++) {
			while (firstKept < down.first[y])
				rows[firstKept++] = null;
			final float[] weights = down.weights[y];
			for (int k = 0; k < weights.length; k++) {
				final int row = down.first[y] + k;
				if (rows[row] == null) rows[row] = stretchRow(in, 3 * row * w, across, width);
				final float[] stretched = rows[row];
				for (int i = 0, o = 3 * y * width; i < 3 * width; i++, o++)
					out[o] += weights[k] * stretched[i];
			}
		}
		return result;
	}

	private static float[] stretchRow(final float[] in, final int offset, final Taps taps, final int width) {
		final float[] out = new float[3 * width];
		for (int x = 0; x < width; x++) {
			int i = offset + 3 * taps.first[x];
			for (final float weight : taps.weights[x]) {
				out[3 * x] += weight * in[i];
				out[3 * x + 1] += weight * in[i + 1];
				out[3 * x + 2] += weight * in[i + 2];
				i += 3;
			}
		}
		return out;
	}

	/** Which source pixels, and how much of each, make every target pixel of one axis. */
	private static final class Taps {

		final int[] first;
		final float[][] weights;

		Taps(final int from, final int to) {
			first = new int[to];
			weights = new float[to][];
			final double ratio = (double) from / to;
			final double widening = Math.max(1, ratio);
			for (int i = 0; i < to; i++) {
				final double centre = (i + 0.5) * ratio - 0.5;
				final int lo = Math.max(0, (int) Math.ceil(centre - SUPPORT * widening));
				final int hi = Math.min(from - 1, (int) Math.floor(centre + SUPPORT * widening));
				final double[] w = new double[hi - lo + 1];
				double sum = 0;
				for (int k = 0; k < w.length; k++)
					sum += w[k] = cubic((lo + k - centre) / widening);
				first[i] = lo;
				weights[i] = new float[w.length];
				for (int k = 0; k < w.length; k++)
					weights[i][k] = (float) (w[k] / sum);
			}
		}
	}

	private static double cubic(final double distance) {
		final double x = Math.abs(distance);
		if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
		if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
		return 0;
	}
}
