package io.deepdream.image;

import java.util.stream.IntStream;

/**
 * Shares loops over many numbers among the processors, in parts that are worth
 * one's while. They are the same however many processors there are, and sums are
 * put together in their order, so that rounding is the same everywhere.
 */
public final class ParallelChunks {

	/** How many numbers a part has. */
	private static final int SIZE = 1 << 16;

	private ParallelChunks() {}

	/** What is done to the numbers from one to before another. */
	public interface Work {

		void on(int from, int to);
	}

	/** What they add to a sum. */
	public interface Summand {

		double of(int from, int to);
	}

	/** @param n how many numbers there are */
	public static void each(final int n, final Work work) {
		each(n, 1, work);
	}

	/**
	 * @param n how many rows there are
	 * @param numbers how many numbers a row has
	 * @param work on rows
	 */
	public static void each(final int n, final int numbers, final Work work) {
		final int size = Math.max(1, SIZE / numbers);
		final IntStream all = IntStream.range(0, (n + size - 1) / size);
		(n <= size ? all : all.parallel()).forEach(i -> work.on(i * size, Math.min(n, (i + 1) * size)));
	}

	/** @param n how many numbers there are */
	public static double sum(final int n, final Summand summand) {
		final double[] parts = new double[(n + SIZE - 1) / SIZE];
		each(n, (from, to) -> parts[from / SIZE] = summand.of(from, to));
		double sum = 0;
		for (final double part : parts)
			sum += part;
		return sum;
	}
}
