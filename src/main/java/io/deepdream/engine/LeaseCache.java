package io.deepdream.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Values that take long to make, shared by all who use the same one at a time. A
 * value without users is idle: it is retained for its next user, or closed. A value
 * in use is never closed.
 *
 * <pre>
 * try (LeaseCache&lt;K, V&gt;.Lease lease = cache.lease(key, () -&gt; open(key))) {
 *   lease.value()...
 * }
 * </pre>
 */
public final class LeaseCache<K, V> {

	private final Predicate<K> valid;
	private final ToIntFunction<List<V>> excess;
	private final Consumer<V> closer;
	/** The last one used at the end. */
	private final List<Entry<K, V>> entries = new ArrayList<>();

	/**
	 * @param valid whether a key still describes its value; others are closed when idle
	 * @param excess given the idle values, the longest unused first: how many of them,
	 *          from the first on, to close
	 * @param closer closes a value
	 */
	public LeaseCache(final Predicate<K> valid, final ToIntFunction<List<V>> excess, final Consumer<V> closer) {
		this.valid = valid;
		this.excess = excess;
		this.closer = closer;
	}

	/** @param maker makes the value unless the cache has it */
	public synchronized Lease lease(final K key, final Supplier<V> maker) {
		Entry<K, V> entry = entries.stream().filter(e -> e.key.equals(key)).findFirst().orElse(null);
		if (entry == null) entry = new Entry<>(key, maker.get());
		entry.users++;
		used(entry);
		return new Lease(entry);
	}

	private synchronized void release(final Entry<K, V> entry) {
		entry.users--;
		used(entry);
	}

	private void used(final Entry<K, V> entry) {
		entries.remove(entry);
		entries.add(entry);
		close(idle(e -> !valid.test(e.key)));
		final List<Entry<K, V>> idle = idle(e -> true);
		close(idle.subList(0, excess.applyAsInt(idle.stream().map(e -> e.value).collect(Collectors.toList()))));
	}

	private List<Entry<K, V>> idle(final Predicate<Entry<K, V>> which) {
		return entries.stream().filter(e -> e.users == 0 && which.test(e)).collect(Collectors.toList());
	}

	private boolean close(final List<Entry<K, V>> closed) {
		// before closing, since a value that fails to close must not be used again
		entries.removeAll(closed);
		closed.forEach(entry -> closer.accept(entry.value));
		return !closed.isEmpty();
	}

	/** Whether there are values that nobody uses. */
	public synchronized boolean hasIdle() {
		return !idle(e -> true).isEmpty();
	}

	/** @return whether there were any */
	public synchronized boolean closeIdle() {
		return close(idle(e -> true));
	}

	private static final class Entry<K, V> {

		private final K key;
		private final V value;
		private int users;

		Entry(final K key, final V value) {
			this.key = key;
			this.value = value;
		}
	}

	/** One user's right to a value; closing it twice does no harm. */
	public final class Lease implements AutoCloseable {

		private Entry<K, V> entry;

		private Lease(final Entry<K, V> entry) {
			this.entry = entry;
		}

		/** @throws IllegalStateException if the lease is closed */
		public synchronized V value() {
			if (entry == null) throw new IllegalStateException("closed");
			return entry.value;
		}

		@Override
		public void close() {
			final Entry<K, V> released;
			synchronized (this) {
				released = entry;
				entry = null;
			}
			if (released != null) release(released);
		}
	}
}
