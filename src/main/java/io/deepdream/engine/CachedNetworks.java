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

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.deepdream.model.Fingerprint;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

/**
 * Open networks, shared by their users and cached while idle: successive dreams mostly
 * use the same network, and opening and compiling it can take longer than a dream.
 */
final class CachedNetworks {

	/** Two, so that a user can alternate between two networks. */
	private static final int MAX_IDLE_NETWORKS = 2;
	/** Idle networks may retain the available memory divided by this number. */
	private static final int MEMORY_DIVISOR = 4;

	private final LongSupplier availableMemory;
	private final LeaseCache<Key, GradientEngine> cache = new LeaseCache<>(Key::isValid, this::excess,
		GradientEngine::close);

	/** @param availableMemory bytes available now */
	CachedNetworks(final LongSupplier availableMemory) {
		this.availableMemory = availableMemory;
	}

	/**
	 * A network shared with its other users, opened if it is not cached. Closing the
	 * returned engine closes the network only if it is not retained in the cache.
	 *
	 * @param opener opens the network
	 */
	GradientEngine share(final ModelSpec spec, final Supplier<GradientEngine> opener) {
		return new SharedEngine(cache.lease(new Key(spec), () -> open(opener)));
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

	private int excess(final List<GradientEngine> idle) {
		int n = 0;
		while (n < idle.size() && (idle.size() - n > MAX_IDLE_NETWORKS || bytes(idle.subList(n, idle.size())) > availableMemory
			.getAsLong() / MEMORY_DIVISOR))
			n++;
		return n;
	}

	private static long bytes(final List<GradientEngine> engines) {
		return engines.stream().mapToLong(GradientEngine::retainedBytes).sum();
	}

	/** @return whether there were idle networks */
	boolean closeIdle() {
		return cache.closeIdle();
	}

	/** The properties and the file of a network at the time when it was opened. */
	private static final class Key {

		private final ModelSpec spec;
		private final Fingerprint fingerprint;

		Key(final ModelSpec spec) {
			this.spec = spec;
			fingerprint = spec.fingerprint();
		}

		boolean isValid() {
			return spec.fingerprint().equals(fingerprint);
		}

		@Override
		public boolean equals(final Object other) {
			return other instanceof Key && fingerprint.equals(((Key) other).fingerprint);
		}

		@Override
		public int hashCode() {
			return fingerprint.hashCode();
		}
	}

	private static final class SharedEngine extends ForwardingEngine {

		private final LeaseCache<Key, GradientEngine>.Lease lease;

		SharedEngine(final LeaseCache<Key, GradientEngine>.Lease lease) {
			this.lease = lease;
		}

		@Override
		<T> T call(final Function<GradientEngine, T> work) {
			return work.apply(lease.value());
		}

		@Override
		public void close() {
			lease.close();
		}
	}
}
