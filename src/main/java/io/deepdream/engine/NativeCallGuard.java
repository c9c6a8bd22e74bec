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
package io.deepdream.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.deepdream.engine.loading.CrashMarker;

/**
 * Wraps calls of TensorFlow: sets the thread's context class loader, by which
 * libraries find their resources, and writes a marker file from which the next process
 * can explain a native crash.
 */
final class NativeCallGuard {

	/** Longer than most steps of a dream, and short enough for a user who quits. */
	private static final Duration MAX_WAIT_AT_EXIT = Duration.ofSeconds(10);

	private final ClassLoader loader;
	private final CrashMarker marker;
	/** Whether this thread is inside a call: calls within it are parts of it. */
	private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
	private int running;
	private boolean ended;

	NativeCallGuard(final ClassLoader loader, final CrashMarker marker) {
		this.loader = loader;
		this.marker = marker;
	}

	/**
	 * Lets the process end between two native calls: at its end, the native library destroys its objects, and a thread that
	 * computes with them then, such as that of a preview, crashes the process.
	 */
	NativeCallGuard endingWithProcess() {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end(MAX_WAIT_AT_EXIT)));
		return this;
	}

	/** Waits for running calls, and lets no others begin: their threads wait until the process has ended. */
	synchronized void end(final Duration limit) {
		ended = true;
		final long deadline = System.nanoTime() + limit.toNanos();
		try {
			for (long left = limit.toMillis(); running > 0 && left > 0; left = (deadline - System.nanoTime()) / 1_000_000)
				wait(left);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void enter() {
		while (ended) {
			try {
				wait();
			}
			catch (final InterruptedException exc) {
				// the process is ending
			}
		}
		running++;
	}

	private synchronized void leave() {
		running--;
		notifyAll();
	}

	/** Runs a task that calls native code. */
	<T> T call(final Supplier<T> work) {
		marker.beginComputing();
		try {
			return inContext(work);
		}
		finally {
			marker.endComputing();
		}
	}

	/** Sets the context class loader, but writes no marker. */
	<T> T inContext(final Supplier<T> work) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		final boolean outermost = !inside.get();
		if (outermost) enter();
		inside.set(true);
		thread.setContextClassLoader(loader);
		try {
			return work.get();
		}
		finally {
			thread.setContextClassLoader(before);
			inside.set(!outermost);
			if (outermost) leave();
		}
	}

	/** Starts a series of native calls. */
	Computation begin() {
		return new Computation();
	}

	/**
	 * A series of calls with one marker, since writing one for each of thousands of calls
	 * would take a noticeable part of their time.
	 */
	final class Computation {

		private final AtomicBoolean open = new AtomicBoolean(true);

		private Computation() {
			marker.beginComputing();
		}

		<T> T call(final Supplier<T> work) {
			return inContext(work);
		}

		/** The last call of the series; repeating it has no effect on the marker. */
		void end(final Runnable close) {
			try {
				inContext(() -> {
					close.run();
					return null;
				});
			}
			finally {
				if (open.getAndSet(false)) marker.endComputing();
			}
		}
	}
}
