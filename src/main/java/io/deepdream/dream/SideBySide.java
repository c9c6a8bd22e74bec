package io.deepdream.dream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs pieces of work at the same time. Two tiles side by side keep the cores busy
 * that one leaves waiting wherever the parts of an operation end at different
 * times (docs/speed.md).
 */
final class ConcurrentTasks implements AutoCloseable {

	private final int width;
	private final ExecutorService others;

	/** @param width how many pieces at a time, at least 1 */
	ConcurrentTasks(final int width) {
		this.width = width;
		others = width == 1 ? null : Executors.newFixedThreadPool(width - 1, work -> {
			final Thread thread = new Thread(work, "DeepDream tile");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** How many pieces run at a time. */
	int width() {
		return width;
	}

	/**
	 * Waits for all of the work, also where some of it fails.
	 *
	 * @param work at most {@link #width()} pieces; the first runs in this thread
	 * @throws RuntimeException, Error the first that a piece threw
	 */
	void run(final List<Runnable> work) {
		final List<Future<?>> rest = new ArrayList<>();
		for (final Runnable piece : work.subList(1, work.size()))
			rest.add(others.submit(piece));
		Throwable failure = null;
		try {
			work.get(0).run();
		}
		catch (final RuntimeException | Error exc) {
			failure = exc;
		}
		for (final Future<?> piece : rest)
			failure = first(failure, outcome(piece));
		if (failure instanceof Error) throw (Error) failure;
		if (failure != null) throw (RuntimeException) failure;
	}

	/** Null if all went well; waits even when this thread is interrupted, since buffers are in use until then. */
	private static Throwable outcome(final Future<?> piece) {
		boolean interrupted = false;
		try {
			while (true)
				try {
					piece.get();
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
		if (others != null) others.shutdown();
	}
}
