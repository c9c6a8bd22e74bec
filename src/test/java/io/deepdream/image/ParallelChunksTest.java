package io.deepdream.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelChunksTest {

	@ParameterizedTest
	@CsvSource({ "0,1", "1,1", "65536,1", "65537,1", "200000,1", "70000,3", "5,100000" })
	void everyElementIsProcessedOnce(final int n, final int rowLength) {
		final AtomicIntegerArray counts = new AtomicIntegerArray(n);
		ParallelChunks.each(n, rowLength, (from, to) -> {
			for (int i = from; i < to; i++)
				counts.incrementAndGet(i);
		});
		for (int i = 0; i < n; i++)
			assertEquals(1, counts.get(i));
	}

	/** Partial sums of very different magnitude, whose total depends on the order of addition. */
	@Test
	void aSumDoesNotDependOnTheNumberOfThreads() {
		final ParallelChunks.PartialSum sum = (from, to) -> Math.pow(-10, from >> 16) / 3;
		final int n = 40 << 16;
		final double expected = Parallelization.runSingleThreaded(() -> ParallelChunks.sum(n, sum));
		for (int i = 0; i < 20; i++)
			assertEquals(expected, ParallelChunks.sum(n, sum));
	}

	@Test
	void exceptionsAndErrorsReachTheCaller() {
		assertThrows(IllegalStateException.class, () -> ParallelChunks.each(1 << 20, (from, to) -> {
			throw new IllegalStateException();
		}));
		assertThrows(OutOfMemoryError.class, () -> ParallelChunks.each(1 << 20, (from, to) -> {
			if (from > 0) throw new OutOfMemoryError();
		}));
	}
}
