package io.deepdream.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.deepdream.engine.loading.CrashMarker;

/**
 * What surrounds every call into the network library: its class loader as the
 * thread's context loader, by which libraries look for their parts, and a marker
 * that explains the end of the process, if it comes to that.
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

	/** With the library's class loader, but without a word in the marker. */
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

	/** The same object, and all closeable ones that its methods return, with every method inside the guard. */
	<T> T around(final Class<T> type, final T object) {
		return proxy(type, object, (method, work) -> call(work));
	}

	/**
	 * What a method returned counts as computing until it is closed: to mark each of
	 * its calls, of which there are thousands, would take a noticeable part of their
	 * time.
	 */
	private <T> T aroundUntilClosed(final Class<T> type, final Object object) {
		final AtomicBoolean open = new AtomicBoolean(true);
		marker.beginComputing();
		return proxy(type, type.cast(object), (method, work) -> {
			try {
				return inContext(work);
			}
			finally {
				if (method.getName().equals("close") && open.getAndSet(false)) marker.endComputing();
			}
		});
	}

	/** How a call is made. */
	private interface Surrounding {

		Throwable call(Method method, Supplier<Throwable> work);
	}

	private <T> T proxy(final Class<T> type, final T object, final Surrounding surrounding) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, args) -> {
			final Object[] result = new Object[1];
			final Throwable fault = surrounding.call(method, () -> invoke(object, method, args, result));
			if (fault != null) throw fault;
			final Class<?> returned = method.getReturnType();
			return result[0] != null && returned.isInterface() && AutoCloseable.class.isAssignableFrom(returned)
				? aroundUntilClosed(returned, result[0]) : result[0];
		}));
	}

	private static Throwable invoke(final Object object, final Method method, final Object[] args, final Object[] result) {
		try {
			result[0] = method.invoke(object, args);
			return null;
		}
		catch (final InvocationTargetException exc) {
			return exc.getCause();
		}
		catch (final IllegalAccessException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
