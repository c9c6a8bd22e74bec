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
package io.deepdream.dream;

import java.util.Arrays;
import java.util.List;

import io.deepdream.engine.Activations;
import io.deepdream.engine.Axis;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;
import io.deepdream.params.Precision;

/**
 * A network whose gradient is known analytically: one layer, "cells", with stride 4,
 * whose activations are sums over 4x4 pixels (fewer at the border) and a margin
 * around them, with one channel for each colour.
 */
final class AveragingEngine implements GradientEngine {

	static final int STRIDE = 4;
	static final int BYTES_PER_PIXEL = 100;

	private final int margin;

	AveragingEngine() {
		this(0);
	}

	/** @param margin pixels around each 4x4 cell that belong to the receptive field */
	AveragingEngine(final int margin) {
		this.margin = margin;
	}

	@Override
	public String sha256() {
		return "";
	}

	@Override
	public String description() {
		return "sums of cells";
	}

	@Override
	public List<LayerInfo> layers() {
		return List.of(new LayerInfo("cells", "AvgPool", 3, STRIDE, STRIDE + 2 * margin, null));
	}

	@Override
	public ReceptiveField receptiveField(final String layer, final Axis axis, final int pixels) {
		return new ReceptiveField((pixels + STRIDE - 1) / STRIDE, STRIDE, -margin, STRIDE - 1 + margin);
	}

	@Override
	public double bytesPerPixel(final List<Term> terms) {
		return BYTES_PER_PIXEL;
	}

	@Override
	public long fixedBytes() {
		return 0;
	}

	@Override
	public GradientFunction compile(final List<Term> terms, final Precision precision) {
		return new GradientFunction() {

			@Override
			public double evaluate(final float[] pixels, final int width, final int height, final List<Region> regions,
				final float[] gradient)
			{
				double score = 0;
				Arrays.fill(gradient, 0, 3 * width * height, 0);
				final Region region = regions.get(0);
				final float[] weights = terms.get(0).channelWeights();
				for (int y = 0; y < height; y++)
					for (int x = 0; x < width; x++)
						for (int c = 0; c < 3; c++) {
							final int dependent = dependent(x, region.x(), region.width()) * dependent(y, region.y(), region.height());
							final int i = 3 * (y * width + x) + c;
							gradient[i] = weights[c] * region.weight() * dependent;
							score += gradient[i] * pixels[i];
						}
				return score;
			}

			@Override
			public void close() {}
		};
	}

	/** The number of positions, of n consecutive ones, whose receptive field contains a pixel. */
	int dependent(final int pixel, final int first, final int n) {
		int count = 0;
		for (int p = first; p < first + n; p++)
			if (pixel >= STRIDE * p - margin && pixel < STRIDE * (p + 1) + margin) count++;
		return count;
	}

	@Override
	public ChannelGradients compileChannels(final String layer, final String objective, final double diversity) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Activations activations(final String layer, final float[] pixels, final int width, final int height) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {}
}
