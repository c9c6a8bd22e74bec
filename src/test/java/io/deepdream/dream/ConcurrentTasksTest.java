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
