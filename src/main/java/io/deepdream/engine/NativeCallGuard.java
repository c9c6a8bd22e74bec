package io.deepdream.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.deepdream.engine.loading.CrashMarker;

/**
 * Surrounds every call of the network library: sets its class loader as the
 * thread's context class loader, by which libraries find their parts, and writes a
 * marker from which the next process can explain a native crash.
 */
final class NativeCallGuard {

	private final ClassLoader loader;
	private final CrashMarker marker;

	NativeCallGuard(final ClassLoader loader, final CrashMarker marker) {
		this.loader = loader;
		this.marker = marker;
	}

	/** Calls native code. */
	<T> T call(final Supplier<T> work) {
		marker.beginComputing();
		try {
			return inContext(work);
		}
		finally {
			marker.endComputing();
		}
	}

	/** With the library's class loader, but without the marker. */
	<T> T inContext(final Supplier<T> work) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(loader);
		try {
			return work.get();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	Computation begin() {
		return new Computation();
	}

	/**
	 * Many calls under one marker, which stays from the first to the last: setting it
	 * for each of thousands of calls would take a noticeable part of their time.
	 */
	final class Computation {

		private final AtomicBoolean open = new AtomicBoolean(true);

		private Computation() {
			marker.beginComputing();
		}

		<T> T call(final Supplier<T> work) {
			return inContext(work);
		}

		/** The last call; another one does no harm. */
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
