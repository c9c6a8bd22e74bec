/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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
