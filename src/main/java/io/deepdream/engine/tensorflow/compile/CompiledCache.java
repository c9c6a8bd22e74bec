package io.deepdream.engine.tensorflow.compile;

import java.util.List;
import java.util.function.Function;

import io.deepdream.engine.LeaseCache;

/**
 * The compiled objectives of one network. Retains the last one used, since successive
 * dreams mostly have the same kind of objective. Each contains the network's weights,
 * so that more would use too much memory.
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
			// frees memory for the next objective
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

	/** Closes the idle objectives. Those in use are closed with their last lease. */
	@Override
	public synchronized void close() {
		closed = true;
		cache.closeIdle();
	}
}
