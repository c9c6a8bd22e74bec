package io.deepdream.image;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * Divides loops over arrays into chunks that ImgLib2's {@link Parallelization} runs
 * on all processors. The size of a chunk does not depend on the number of
 * processors, and partial sums are added in the order of the chunks. So rounding,
 * and with it every pixel, is the same on every machine.
 *
 * <pre>
 * double sum = ParallelChunks.sum(n, (from, to) -&gt; sum(values, from, to));
 * </pre>
 */
public final class ParallelChunks {

	/** Elements of a chunk: large enough that starting a task costs little in comparison. */
	private static final int CHUNK_SIZE = 1 << 16;

	private ParallelChunks() {}

	/** Processes the elements from one index to before another. */
	public interface Chunk {

		void process(int from, int to);
	}

	/** Sums over the elements from one index to before another. */
	public interface PartialSum {

		double of(int from, int to);
	}

	/** @param n the number of elements */
	public static void each(final int n, final Chunk chunk) {
		each(n, 1, chunk);
	}

	/**
	 * Runs a loop over rows.
	 *
	 * @param n the number of rows
	 * @param rowLength elements of a row
	 * @param chunk processes rows
	 */
	public static void each(final int n, final int rowLength, final Chunk chunk) {
		final int size = Math.max(1, CHUNK_SIZE / rowLength);
		if (n <= size) chunk.process(0, n);
		else parallel((n + size - 1) / size, i -> chunk.process(i * size, Math.min(n, (i + 1) * size)));
	}

	/** @param n the number of elements */
	public static double sum(final int n, final PartialSum summand) {
		final double[] partial = new double[(n + CHUNK_SIZE - 1) / CHUNK_SIZE];
		each(n, (from, to) -> partial[from / CHUNK_SIZE] = summand.of(from, to));
		double sum = 0;
		for (final double part : partial)
			sum += part;
		return sum;
	}

	/** Runs a task for each index from 0 to before n, on all processors. */
	public static void parallel(final int n, final IntConsumer task) {
		final List<Integer> indices = IntStream.range(0, n).boxed().collect(Collectors.toList());
		Parallelization.getTaskExecutor().forEach(indices, task::accept);
	}
}
