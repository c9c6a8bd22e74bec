package io.deepdream.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.deepdream.model.Fingerprint;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

/**
 * Open networks, shared by all who use the same one at a time, and kept for a
 * while when nobody does: the next dream is mostly one of the same network, and to
 * open and compile it takes longer than many a dream. What is in use is never
 * closed. What is kept at the end of the process goes with it.
 */
final class CachedNetworks {

	/** Two are looked at in turns; a third is mostly the last one's memory for nothing. */
	private static final int MOST = 2;
	/** What nobody uses may take so large a part of what is free. */
	private static final int PART = 4;

	private final LongSupplier free;
	/** The one last used at the end. */
	private final List<Entry> entries = new ArrayList<>();

	/** @param free bytes that could be taken now */
	CachedNetworks(final LongSupplier free) {
		this.free = free;
	}

	/**
	 * One user's share in a network, opened unless it is open already. Closing the
	 * share closes the network only when it is not worth keeping.
	 *
	 * @param opener opens it
	 */
	GradientEngine share(final ModelSpec spec, final Supplier<GradientEngine> opener) {
		return new Share(entry(spec, opener)).proxy();
	}

	private synchronized Entry entry(final ModelSpec spec, final Supplier<GradientEngine> opener) {
		final Fingerprint now = spec.fingerprint();
		Entry entry = entries.stream().filter(e -> e.fingerprint.equals(now)).findFirst().orElse(null);
		if (entry == null) entry = new Entry(spec, now, open(opener));
		entries.remove(entry);
		entries.add(entry);
		entry.users++;
		trim();
		return entry;
	}

	private GradientEngine open(final Supplier<GradientEngine> opener) {
		try {
			return opener.get();
		}
		catch (final DreamException | OutOfMemoryError exc) {
			final boolean noMemory = exc instanceof OutOfMemoryError || exc.getCause() instanceof OutOfMemoryError;
			if (!noMemory || !closeIdle()) throw exc;
		}
		return opener.get();
	}

	private synchronized void release(final Entry entry) {
		entry.users--;
		trim();
	}

	/** Closes idle networks whose file has changed, and the longest unused ones while they are too many or too large. */
	private void trim() {
		close(entry -> !entry.spec.fingerprint().equals(entry.fingerprint));
		for (int i = 0; i < entries.size(); i++) {
			final Entry oldest = entries.get(i);
			if (oldest.users > 0) continue;
			final long idle = entries.stream().filter(e -> e.users == 0).count();
			if (idle <= MOST && idleBytes() <= free.getAsLong() / PART) return;
			close(entry -> entry == oldest);
			i--;
		}
	}

	private long idleBytes() {
		return entries.stream().filter(e -> e.users == 0).mapToLong(e -> e.engine.heldBytes()).sum();
	}

	/** @return whether there were any */
	synchronized boolean closeIdle() {
		return close(entry -> true);
	}

	private boolean close(final Predicate<Entry> which) {
		final List<Entry> closed = entries.stream().filter(e -> e.users == 0 && which.test(e)).collect(Collectors.toList());
		// first of all, since one that fails to close must not be used again
		entries.removeAll(closed);
		closed.forEach(entry -> entry.engine.close());
		return !closed.isEmpty();
	}

	private static final class Entry {

		private final ModelSpec spec;
		private final Fingerprint fingerprint;
		private final GradientEngine engine;
		private int users;

		Entry(final ModelSpec spec, final Fingerprint fingerprint, final GradientEngine engine) {
			this.spec = spec;
			this.fingerprint = fingerprint;
			this.engine = engine;
		}
	}

	/** Closing it twice does no harm; all else of it is the network's. */
	private final class Share {

		private final Entry entry;
		private final AtomicBoolean open = new AtomicBoolean(true);

		Share(final Entry entry) {
			this.entry = entry;
		}

		GradientEngine proxy() {
			return (GradientEngine) Proxy.newProxyInstance(GradientEngine.class.getClassLoader(), new Class<?>[] {
				GradientEngine.class }, (proxy, method, args) -> {
					if (method.getName().equals("close")) {
						if (open.getAndSet(false)) release(entry);
						return null;
					}
					if (!open.get()) throw new IllegalStateException("the network is closed");
					try {
						return method.invoke(entry.engine, args);
					}
					catch (final InvocationTargetException exc) {
						throw exc.getCause();
					}
				});
		}
	}
}
