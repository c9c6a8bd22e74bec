package io.deepdream.dream;

import java.util.Arrays;
import java.util.List;

import io.deepdream.engine.Activations;
import io.deepdream.engine.Axis;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.params.Precision;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;

/**
 * A network that can be worked out by hand: one layer, "cells", whose positions are
 * the sums of 4x4 pixels (fewer at the border) and those around them, one channel
 * for each colour.
 */
final class AveragingEngine implements GradientEngine {

	static final int STRIDE = 4;
	static final int BYTES_PER_PIXEL = 100;

	private final int reach;

	AveragingEngine() {
		this(0);
	}

	/** @param reach how many pixels beyond its cell a position sees, on each side */
	AveragingEngine(final int reach) {
		this.reach = reach;
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
		return List.of(new LayerInfo("cells", "AvgPool", 3, STRIDE, STRIDE + 2 * reach, null));
	}

	@Override
	public ReceptiveField receptiveField(final String layer, final Axis axis, final int pixels) {
		return new ReceptiveField((pixels + STRIDE - 1) / STRIDE, STRIDE, -reach, STRIDE - 1 + reach);
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
							final int seen = seeing(x, region.x(), region.width()) * seeing(y, region.y(), region.height());
							final int i = 3 * (y * width + x) + c;
							gradient[i] = weights[c] * region.weight() * seen;
							score += gradient[i] * pixels[i];
						}
				return score;
			}

			@Override
			public void close() {}
		};
	}

	/** How many of n positions from a first one on see a pixel. */
	int seeing(final int pixel, final int first, final int n) {
		int count = 0;
		for (int p = first; p < first + n; p++)
			if (pixel >= STRIDE * p - reach && pixel < STRIDE * (p + 1) + reach) count++;
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
