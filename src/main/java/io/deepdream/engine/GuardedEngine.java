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
