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
package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

class ConcurrentTasksTest {

	@Test
	void tasksRunConcurrently() {
		final CyclicBarrier all = new CyclicBarrier(3);
		final Runnable task = () -> {
			try {
				all.await(20, TimeUnit.SECONDS);
			}
			catch (final InterruptedException | BrokenBarrierException | TimeoutException exc) {
				throw new AssertionError("the tasks do not run concurrently", exc);
			}
		};
		try (ConcurrentTasks three = new ConcurrentTasks(3)) {
			three.run(List.of(task, task, task));
		}
	}

	@Test
	void aFailureIsThrownAfterTheOtherTasksHaveEnded() {
		final AtomicBoolean ended = new AtomicBoolean();
		try (ConcurrentTasks two = new ConcurrentTasks(2)) {
			final Exception failure = assertThrows(IllegalStateException.class, () -> two.run(List.of(() -> {
				throw new IllegalStateException("first");
			}, () -> {
				try {
					Thread.sleep(50);
				}
				catch (final InterruptedException exc) {
					return;
				}
				ended.set(true);
			})));
			assertEquals("first", failure.getMessage());
			assertTrue(ended.get());
			assertThrows(OutOfMemoryError.class, () -> two.run(List.of(() -> {}, () -> {
				throw new OutOfMemoryError("second");
			})));
		}
	}
}
