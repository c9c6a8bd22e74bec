package io.deepdream.image;

import java.util.stream.IntStream;

/**
 * Evens out strong and weak places: each pixel is divided by the square root of its
 * own strength, so that of a gradient that a few places dominate the others get
 * their part. It lies between the gradient as it is and its sign.
 */
final class LocalStrength {

	/** Share of the mean square that is there everywhere: places without any signal are not drawn up to the others. */
	private static final float FLOOR = 1e-4f;

	/** Pixels that are worth a processor's while. */
	private static final int PART = 1 << 16;

	private LocalStrength() {}

	/**
	 * Divides each pixel by the root of its length, all colours together, and all by
	 * the root of their mean square, which is 1 then.
	 *
	 * @param data RGB, channel fastest; changed in place; if all is 0 it stays so
	 */
	static void even(final float[] data) {
		final int n = data.length / 3;
		final double sum = sum(n, (from, to) -> {
			double part = 0;
			for (int i = 3 * from; i < 3 * to; i += 3)
				part += square(data, i);
			return part;
		});
		if (sum == 0) return;
		final float scale = (float) (n / sum);
		final double after = sum(n, (from, to) -> {
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
		for (int i = 0; i < data.length; i++)
			data[i] *= whole;
	}

	/** What is done to pixels from one to before another, and what that adds to a sum. */
	private interface Part {

		double of(int from, int to);
	}

	/** By all processors; added in the parts' own order, so that rounding is the same however many there are. */
	private static double sum(final int pixels, final Part part) {
		final double[] parts = new double[(pixels + PART - 1) / PART];
		final IntStream all = IntStream.range(0, parts.length);
		(parts.length < 2 ? all : all.parallel()).forEach(i -> parts[i] = part.of(i * PART, Math.min(pixels, (i + 1) * PART)));
		double sum = 0;
		for (final double value : parts)
			sum += value;
		return sum;
	}

	private static float square(final float[] data, final int i) {
		return data[i] * data[i] + data[i + 1] * data[i + 1] + data[i + 2] * data[i + 2];
	}
}
