package io.deepdream.engine.tensorflow.compile;

import java.util.Arrays;
import java.util.List;

import io.deepdream.engine.Axis;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LeaseCache;

/** The gradients of a batch of images, from a compiled objective with a single term. */
final class TensorFlowChannels implements ChannelGradients {

	private final String layer;
	private final GradientEngine engine;
	private final LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease;
	private final double diversity;

	/** @param lease objective with a {@link DiverseObjective} if the diversity is above 0 */
	TensorFlowChannels(final String layer, final GradientEngine engine, final LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease,
		final double diversity)
	{
		this.layer = layer;
		this.engine = engine;
		this.lease = lease;
		this.diversity = diversity;
	}

	@Override
	public double[] evaluate(final float[] pixels, final int n, final int width, final int height,
		final float[] weights, final float[] gradient)
	{
		final CompiledObjective compiled = lease.value();
		try (NetworkSession.Run run = compiled.feed(pixels, n, width, height)) {
			compiled.feedWeights(run, 0, meanWeights(engine.receptiveField(layer, Axis.HEIGHT, height).positions()),
				meanWeights(engine.receptiveField(layer, Axis.WIDTH, width).positions()), weights, n);
			if (diversity > 0 && n > 1) run.feed(DiverseObjective.diversity(0), new float[] {
				(float) (diversity / (n - 1)) });
			return compiled.gradient(run, n, gradient, Math.multiplyExact(n, 3 * width * height));
		}
	}

	@Override
	public List<String> warnings() {
		return lease.value().warnings();
	}

	private static float[] meanWeights(final int positions) {
		final float[] result = new float[positions];
		Arrays.fill(result, 1f / positions);
		return result;
	}

	@Override
	public void close() {
		lease.close();
	}
}
