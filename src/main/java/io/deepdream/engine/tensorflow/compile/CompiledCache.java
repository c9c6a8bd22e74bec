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
