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

import java.util.Arrays;
import java.util.List;

import io.deepdream.engine.Axis;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.LeaseCache;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.objective.DiverseObjective;

/** The gradients of a batch of images, from a compiled objective with a single term. */
final class TensorFlowChannels implements ChannelGradients {

	private final String layer;
	private final GraphGeometry geometry;
	private final LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease;
	private final double diversity;

	/** @param lease objective with a {@link DiverseObjective} if the diversity is above 0 */
	TensorFlowChannels(final String layer, final GraphGeometry geometry,
		final LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease,
		final double diversity)
	{
		this.layer = layer;
		this.geometry = geometry;
		this.lease = lease;
		this.diversity = diversity;
	}

	@Override
	public double[] evaluate(final float[] pixels, final int n, final int width, final int height,
		final float[] weights, final float[] gradient)
	{
		final CompiledObjective compiled = lease.value();
		try (NetworkSession.Run run = compiled.feed(pixels, n, width, height)) {
			compiled.feedWeights(run, 0, meanWeights(Axis.HEIGHT, height), meanWeights(Axis.WIDTH, width), weights, n);
			if (diversity > 0 && n > 1) run.feed(DiverseObjective.diversity(0), new float[] {
				(float) (diversity / (n - 1)) });
			return compiled.gradient(run, n, gradient, Math.multiplyExact(n, compiled.inputChannels() * width * height));
		}
	}

	@Override
	public List<String> warnings() {
		return lease.value().warnings();
	}

	private float[] meanWeights(final Axis axis, final int pixels) {
		final int positions = geometry.receptiveFields(axis, pixels).get(layer).positions();
		final float[] result = new float[geometry.actualFields(axis, pixels).get(layer).positions()];
		Arrays.fill(result, 0, positions, 1f / positions);
		return result;
	}

	@Override
	public void close() {
		lease.close();
	}
}
