package io.deepdream.dream;

import java.util.Arrays;
import java.util.List;

import io.deepdream.engine.Axis;
import io.deepdream.engine.Extent;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;

/**
 * A network that can be worked out by hand: one layer, "cells", whose positions are
 * the sums of 4x4 pixels (fewer at the border), one channel for each colour.
 */
final class AveragingEngine implements GradientEngine {

	static final int STRIDE = 4;

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
		return List.of(new LayerInfo("cells", "AvgPool", 3, STRIDE, STRIDE, null));
	}

	@Override
	public Extent extent(final String layer, final Axis axis, final int pixels) {
		return new Extent((pixels + STRIDE - 1) / STRIDE, STRIDE, 0, STRIDE - 1);
	}

	@Override
	public GradientFunction compile(final List<Term> terms) {
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
							final int u = x / STRIDE - region.x();
							final int v = y / STRIDE - region.y();
							if (u < 0 || v < 0 || u >= region.width() || v >= region.height()) continue;
							final int i = 3 * (y * width + x) + c;
							gradient[i] = weights[c] * region.weight();
							score += gradient[i] * pixels[i];
						}
				return score;
			}

			@Override
			public void close() {}
		};
	}

	@Override
	public void close() {}
}
