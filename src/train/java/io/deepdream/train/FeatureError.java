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
package io.deepdream.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.deepdream.engine.Activations;
import io.deepdream.engine.GradientEngine;
import io.deepdream.image.Picture;
import io.deepdream.image.Resampler;

/**
 * The part of the teacher's activations at a layer that the student's do not predict:
 * the squared error of the best affine map, relative to the teacher's variance. The map
 * is fitted at a random half of the positions and evaluated at the others.
 */
final class FeatureError {

	private static final double[] SCALES = { 1, 0.7, 0.5 };
	/** About so many positions per image suffice for every map. */
	private static final int ROWS = 600;
	private static final int MAX_SIDE = 640;

	private FeatureError() {}

	/** 0 = the same information; 1 = no better than the teacher's mean. */
	static double of(final GradientEngine teacher, final GradientEngine student, final String layer,
		final List<Picture> pictures)
	{
		final Random random = new Random(1);
		LinearMap map = null;
		final List<float[]> froms = new ArrayList<>();
		final List<float[]> tos = new ArrayList<>();
		for (final Picture picture : pictures)
			for (final double scale : SCALES) {
				final double factor = scale * Math.min(1, (double) MAX_SIDE / Math.max(picture.width(), picture.height()));
				final int width = (int) (factor * picture.width());
				final int height = (int) (factor * picture.height());
				final float[] pixels = Resampler.resize(picture, width, height).data();
				final Activations to = teacher.activations(layer, pixels, width, height);
				final Activations from = student.activations(layer, pixels, width, height);
				final int ins = from.channels();
				final int outs = to.channels();
				if (map == null) map = new LinearMap(ins, outs);
				final int positions = to.width() * to.height();
				for (int p = 0; p < positions; p++) {
					if (random.nextDouble() * positions > ROWS) continue;
					if (random.nextBoolean()) map.add(from.values(), p * ins, to.values(), p * outs);
					else {
						froms.add(Arrays.copyOfRange(from.values(), p * ins, (p + 1) * ins));
						tos.add(Arrays.copyOfRange(to.values(), p * outs, (p + 1) * outs));
					}
				}
			}
		return relative(map.solve(), froms, tos);
	}

	private static double relative(final double[][] map, final List<float[]> froms, final List<float[]> tos) {
		final int outs = tos.get(0).length;
		final double[] mean = new double[outs];
		for (final float[] to : tos)
			for (int k = 0; k < outs; k++)
				mean[k] += to[k] / (double) tos.size();
		double error = 0;
		double variance = 0;
		for (int row = 0; row < tos.size(); row++) {
			final float[] from = froms.get(row);
			final double[] predicted = map[from.length].clone();
			for (int i = 0; i < from.length; i++)
				if (from[i] != 0) for (int k = 0; k < outs; k++)
					predicted[k] += from[i] * map[i][k];
			for (int k = 0; k < outs; k++) {
				final double to = tos.get(row)[k];
				error += (to - predicted[k]) * (to - predicted[k]);
				variance += (to - mean[k]) * (to - mean[k]);
			}
		}
		return error / variance;
	}
}
