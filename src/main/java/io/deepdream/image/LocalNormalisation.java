package io.deepdream.image;

/**
 * Evens out strong and weak places: each pixel is divided by the square root of its
 * own strength, so that of a gradient that a few places dominate the others get
 * their part. It lies between the gradient as it is and its sign.
 */
final class LocalNormalisation {

	/** Share of the mean square that is there everywhere: places without any signal are not drawn up to the others. */
	private static final float FLOOR = 1e-4f;

	private LocalNormalisation() {}

	/**
	 * Divides each pixel by the root of its length, all colours together, and all by
	 * the root of their mean square, which is 1 then.
	 *
	 * @param data RGB, channel fastest; changed in place; if all is 0 it stays so
	 */
	static void even(final float[] data) {
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
				final float factor = 1 / (float) Math.sqrt((float) Math.sqrt(scale * square + FLOOR));
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
