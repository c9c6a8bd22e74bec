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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs a fixed number of tasks concurrently. Two concurrent tiles use processors that
 * a single one leaves idle while the threads of an operation finish at different
 * times (docs/speed.md).
 */
final class ConcurrentTasks implements AutoCloseable {

	private final int width;
	private final ExecutorService executor;

	/** @param width number of concurrent tasks, at least 1 */
	ConcurrentTasks(final int width) {
		this.width = width;
		executor = width == 1 ? null : Executors.newFixedThreadPool(width - 1, task -> {
			final Thread thread = new Thread(task, "DeepDream tile");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** The number of concurrent tasks. */
	int width() {
		return width;
	}

	/**
	 * Waits for all tasks, even if some fail.
	 *
	 * @param tasks at most {@link #width()}; the first runs in the calling thread
	 * @throws RuntimeException, Error the first that a task threw
	 */
	void run(final List<Runnable> tasks) {
		final List<Future<?>> others = new ArrayList<>();
		for (final Runnable task : tasks.subList(1, tasks.size()))
			others.add(executor.submit(task));
		Throwable failure = null;
		try {
			tasks.get(0).run();
		}
		catch (final RuntimeException | Error exc) {
			failure = exc;
		}
		for (final Future<?> other : others)
			failure = first(failure, failureOf(other));
		if (failure instanceof Error) throw (Error) failure;
		if (failure != null) throw (RuntimeException) failure;
	}

	/** Null after success. Waits even when the calling thread is interrupted, because the task uses its buffers until it ends. */
	private static Throwable failureOf(final Future<?> task) {
		boolean interrupted = false;
		try {
			while (true)
				try {
					task.get();
					return null;
				}
				catch (final InterruptedException exc) {
					interrupted = true;
				}
				catch (final ExecutionException exc) {
					return exc.getCause();
				}
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	private static Throwable first(final Throwable a, final Throwable b) {
		return a != null ? a : b;
	}

	@Override
	public void close() {
		if (executor != null) executor.shutdown();
	}
}
