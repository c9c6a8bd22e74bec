package io.deepdream.engine.tensorflow;

import java.util.Arrays;

import io.deepdream.engine.Axis;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.GradientEngine;

/** A batch of pictures on a compiled objective that has the layer for its only term. */
final class TensorFlowChannels implements ChannelGradients {

	private final String layer;
	private final GradientEngine engine;
	private final CompiledCache.Lease lease;

	TensorFlowChannels(final String layer, final GradientEngine engine, final CompiledCache.Lease lease) {
		this.layer = layer;
		this.engine = engine;
		this.lease = lease;
	}

	@Override
	public double[] evaluate(final float[] pixels, final int n, final int width, final int height,
		final float[] weights, final float[] gradient)
	{
		final CompiledObjective compiled = lease.compiled();
		try (NetworkSession.Run run = compiled.feed(pixels, n, width, height)) {
			compiled.feedWeights(run, 0, mean(engine.extent(layer, Axis.HEIGHT, height).positions()), mean(engine
				.extent(layer, Axis.WIDTH, width).positions()), weights, n);
			return compiled.gradient(run, n, gradient, Math.multiplyExact(n, 3 * width * height));
		}
	}

	private static float[] mean(final int positions) {
		final float[] result = new float[positions];
		Arrays.fill(result, 1f / positions);
		return result;
	}

	@Override
	public void close() {
		lease.close();
	}
}
