package io.deepdream.image;

/**
 * Local normalisation of a gradient: divides each pixel by the square root of its
 * own magnitude, so that few pixels with a large gradient do not dominate a step.
 * The result lies between the gradient itself and its sign.
 */
final class LocalNormalisation {

	/** Added to every squared magnitude, as a share of their mean, so that pixels without any signal are not amplified. */
	private static final float REGULARISATION = 1e-4f;

	private LocalNormalisation() {}

	/**
	 * Divides each pixel, as a vector of its colours, by the square root of its length,
	 * and then all of them by their root mean square, which becomes 1.
	 *
	 * @param data RGB, channel fastest; changed in place; zeros remain zeros
	 */
	static void normalise(final float[] data) {
		final int n = data.length / 3;
		final double sum = ParallelChunks.sum(n, (from, to) -> {
			double part = 0;
			for (int i = 3 * from; i < 3 * to; i += 3)
				part += square(data, i);
			return part;
		});
		if (sum == 0) return;
		final float scale = (float) (n / sum);
		final double after = ParallelChunks.sum(n, (from, to) -> {
			double part = 0;
			for (int i = 3 * from; i < 3 * to; i += 3) {
				final float square = square(data, i);
				final float factor = 1 / (float) Math.sqrt((float) Math.sqrt(scale * square + REGULARISATION));
				part += factor * factor * square;
				data[i] *= factor;
				data[i + 1] *= factor;
				data[i + 2] *= factor;
			}
			return part;
		});
		final float whole = (float) Math.sqrt(data.length / after);
		ParallelChunks.each(data.length, (from, to) -> {
			for (int i = from; i < to; i++)
				data[i] *= whole;
		});
	}

	private static float square(final float[] data, final int i) {
		return data[i] * data[i] + data[i + 1] * data[i + 1] + data[i + 2] * data[i + 2];
	}
}
