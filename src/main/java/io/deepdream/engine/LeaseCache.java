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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * A cache of expensive values, each shared by its concurrent users. A value without
 * users is idle: it is retained for reuse, or closed. A value in use is never closed.
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
	/** In the order of their last use, the most recent last. */
	private final List<Entry<K, V>> entries = new ArrayList<>();

	/**
	 * @param valid whether a key still describes its value; idle values with invalid keys
	 *          are closed
	 * @param excess receives the idle values, the least recently used first, and returns
	 *          how many of them to close, starting from the first
	 * @param closer closes a value
	 */
	public LeaseCache(final Predicate<K> valid, final ToIntFunction<List<V>> excess, final Consumer<V> closer) {
		this.valid = valid;
		this.excess = excess;
		this.closer = closer;
	}

	/**
	 * Returns a lease of the value of a key. To be closed by the caller.
	 *
	 * @param factory creates the value if it is not in the cache
	 */
	public synchronized Lease lease(final K key, final Supplier<V> factory) {
		Entry<K, V> entry = entries.stream().filter(e -> e.key.equals(key)).findFirst().orElse(null);
		if (entry == null) entry = new Entry<>(key, factory.get());
		entry.users++;
		update(entry);
		return new Lease(entry);
	}

	private synchronized void release(final Entry<K, V> entry) {
		entry.users--;
		update(entry);
	}

	private void update(final Entry<K, V> entry) {
		entries.remove(entry);
		entries.add(entry);
		close(idle(e -> !valid.test(e.key)));
		final List<Entry<K, V>> idle = idle(e -> true);
		close(idle.subList(0, excess.applyAsInt(idle.stream().map(e -> e.value).collect(Collectors.toList()))));
	}

	private List<Entry<K, V>> idle(final Predicate<Entry<K, V>> condition) {
		return entries.stream().filter(e -> e.users == 0 && condition.test(e)).collect(Collectors.toList());
	}

	private boolean close(final List<Entry<K, V>> closed) {
		// before closing, because a value that fails to close must not be reused
		entries.removeAll(closed);
		closed.forEach(entry -> closer.accept(entry.value));
		return !closed.isEmpty();
	}

	/** Whether there are values without users. */
	public synchronized boolean hasIdle() {
		return !idle(e -> true).isEmpty();
	}

	/**
	 * Closes the values without users.
	 *
	 * @return whether there were any
	 */
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

	/** Keeps a value open for one user. Closing it repeatedly has no effect. */
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
