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
