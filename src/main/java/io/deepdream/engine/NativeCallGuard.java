package io.deepdream.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.deepdream.engine.loading.CrashMarker;

/**
 * Wraps calls of TensorFlow: sets the thread's context class loader, by which
 * libraries find their resources, and writes a marker file from which the next process
 * can explain a native crash.
 */
final class NativeCallGuard {

	private final ClassLoader loader;
	private final CrashMarker marker;

	NativeCallGuard(final ClassLoader loader, final CrashMarker marker) {
		this.loader = loader;
		this.marker = marker;
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
		thread.setContextClassLoader(loader);
		try {
			return work.get();
		}
		finally {
			thread.setContextClassLoader(before);
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
