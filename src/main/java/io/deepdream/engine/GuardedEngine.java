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

import io.deepdream.params.Precision;

/** Wraps each call of an engine and of its gradients in a {@link NativeCallGuard}. */
final class GuardedEngine extends ForwardingEngine {

	private final GradientEngine engine;
	private final NativeCallGuard guard;

	GuardedEngine(final GradientEngine engine, final NativeCallGuard guard) {
		this.engine = engine;
		this.guard = guard;
	}

	@Override
	<T> T call(final Function<GradientEngine, T> work) {
		return guard.call(() -> work.apply(engine));
	}

	@Override
	public GradientFunction compile(final List<Term> terms, final Precision precision) {
		return new GuardedFunction(super.compile(terms, precision), guard);
	}

	@Override
	public ChannelGradients compileChannels(final String layer, final String objective, final double diversity) {
		return new GuardedChannels(super.compileChannels(layer, objective, diversity), guard);
	}

	@Override
	public void close() {
		call(open -> {
			open.close();
			return null;
		});
	}

	private static final class GuardedFunction implements GradientFunction {

		private final GradientFunction function;
		private final NativeCallGuard.Computation computation;

		GuardedFunction(final GradientFunction function, final NativeCallGuard guard) {
			this.function = function;
			computation = guard.begin();
		}

		@Override
		public double evaluate(final float[] pixels, final int width, final int height, final List<Region> regions,
			final float[] gradient)
		{
			return computation.call(() -> function.evaluate(pixels, width, height, regions, gradient));
		}

		@Override
		public List<String> warnings() {
			return computation.call(function::warnings);
		}

		@Override
		public Precision precision() {
			return computation.call(function::precision);
		}

		@Override
		public void close() {
			computation.end(function::close);
		}
	}

	private static final class GuardedChannels implements ChannelGradients {

		private final ChannelGradients channels;
		private final NativeCallGuard.Computation computation;

		GuardedChannels(final ChannelGradients channels, final NativeCallGuard guard) {
			this.channels = channels;
			computation = guard.begin();
		}

		@Override
		public double[] evaluate(final float[] pixels, final int n, final int width, final int height,
			final float[] weights, final float[] gradient)
		{
			return computation.call(() -> channels.evaluate(pixels, n, width, height, weights, gradient));
		}

		@Override
		public List<String> warnings() {
			return computation.call(channels::warnings);
		}

		@Override
		public void close() {
			computation.end(channels::close);
		}
	}
}
