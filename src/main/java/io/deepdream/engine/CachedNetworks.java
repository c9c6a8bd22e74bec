package io.deepdream.engine;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.deepdream.params.DreamException;
import io.deepdream.model.Fingerprint;
import io.deepdream.model.ModelSpec;

/**
 * Open networks, shared by all who use the same one, and cached when idle: the next
 * dream mostly uses the same network, and opening and compiling it takes longer than
 * many a dream.
 */
final class CachedNetworks {

	/** Comparing two networks needs both; a third would mostly waste memory. */
	private static final int MAX_IDLE_NETWORKS = 2;
	/** Idle networks may take this fraction of the available memory. */
	private static final int MEMORY_DIVISOR = 4;

	private final LongSupplier free;
	private final LeaseCache<Key, GradientEngine> cache = new LeaseCache<>(Key::isValid, this::excess,
		GradientEngine::close);

	/** @param free bytes of memory available now */
	CachedNetworks(final LongSupplier free) {
		this.free = free;
	}

	/**
	 * A share of a network, which is opened unless it is open already. Closing the
	 * share closes the network only if it is not retained.
	 *
	 * @param opener opens it
	 */
	GradientEngine share(final ModelSpec spec, final Supplier<GradientEngine> opener) {
		return new Share(cache.lease(new Key(spec), () -> open(opener)));
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
		while (n < idle.size() && (idle.size() - n > MAX_IDLE_NETWORKS || bytes(idle.subList(n, idle.size())) > free
			.getAsLong() / MEMORY_DIVISOR))
			n++;
		return n;
	}

	private static long bytes(final List<GradientEngine> engines) {
		return engines.stream().mapToLong(GradientEngine::heldBytes).sum();
	}

	/** @return whether there were any */
	boolean closeIdle() {
		return cache.closeIdle();
	}

	/** A network's file as it was when the network was opened. */
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

	private static final class Share extends ForwardingEngine {

		private final LeaseCache<Key, GradientEngine>.Lease lease;

		Share(final LeaseCache<Key, GradientEngine>.Lease lease) {
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
