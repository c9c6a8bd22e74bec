package io.deepdream.engine.tensorflow.compile;

import java.util.List;
import java.util.function.Function;

import io.deepdream.engine.LeaseCache;

/**
 * Compiled objectives of one network. The last one used is cached, since the next
 * dream mostly has the same kind of objective; each holds the network's weights, so
 * that more would take too much memory.
 */
final class CompiledCache implements AutoCloseable {

	private final Function<ObjectiveKind, CompiledObjective> compiler;
	private final LeaseCache<ObjectiveKind, CompiledObjective> cache = new LeaseCache<>(kind -> true, this::excess,
		CompiledObjective::close);
	private volatile boolean closed;

	CompiledCache(final Function<ObjectiveKind, CompiledObjective> compiler) {
		this.compiler = compiler;
	}

	synchronized LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease(final ObjectiveKind kind) {
		if (closed) throw new IllegalStateException("the network is closed");
		return cache.lease(kind, () -> {
			// its memory is needed for the next one
			cache.closeIdle();
			return compiler.apply(kind);
		});
	}

	private int excess(final List<CompiledObjective> idle) {
		return closed ? idle.size() : Math.max(0, idle.size() - 1);
	}

	boolean hasIdle() {
		return cache.hasIdle();
	}

	/** What is still in use is closed by its last user. */
	@Override
	public synchronized void close() {
		closed = true;
		cache.closeIdle();
	}
}
