package io.deepdream.engine.tensorflow.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Compiled objectives, shared by those who use the same one at a time. The last
 * one is kept when nobody uses it any more, since the next dream is often of the
 * same kind; more would hold the network's weights in memory as often.
 */
final class CompiledCache implements AutoCloseable {

	private final Function<ObjectiveKind, CompiledObjective> compiler;
	private final List<Entry> entries = new ArrayList<>();
	private boolean closed;

	CompiledCache(final Function<ObjectiveKind, CompiledObjective> compiler) {
		this.compiler = compiler;
	}

	synchronized Lease lease(final ObjectiveKind kind) {
		if (closed) throw new IllegalStateException("the network is closed");
		Entry entry = entries.stream().filter(e -> e.compiled.kind().equals(kind)).findFirst().orElse(null);
		if (entry == null) {
			closeIdle(null);
			entry = new Entry(compiler.apply(kind));
			entries.add(entry);
		}
		entry.users++;
		return new Lease(entry);
	}

	private synchronized void release(final Entry entry) {
		entry.users--;
		closeIdle(closed ? null : entry);
	}

	/** Whether one is kept that nobody uses. */
	synchronized boolean keepsIdle() {
		return entries.stream().anyMatch(entry -> entry.users == 0);
	}

	private void closeIdle(final Entry kept) {
		entries.removeIf(entry -> {
			final boolean idle = entry.users == 0 && entry != kept;
			if (idle) entry.compiled.close();
			return idle;
		});
	}

	/** What is still used is closed by its last user. */
	@Override
	public synchronized void close() {
		closed = true;
		closeIdle(null);
	}

	private static final class Entry {

		private final CompiledObjective compiled;
		private int users;

		Entry(final CompiledObjective compiled) {
			this.compiled = compiled;
		}
	}

	/** One user's right to a compiled objective; closing it twice does no harm. */
	final class Lease implements AutoCloseable {

		private Entry entry;

		private Lease(final Entry entry) {
			this.entry = entry;
		}

		CompiledObjective compiled() {
			if (entry == null) throw new IllegalStateException("closed");
			return entry.compiled;
		}

		@Override
		public void close() {
			if (entry == null) return;
			release(entry);
			entry = null;
		}
	}
}
