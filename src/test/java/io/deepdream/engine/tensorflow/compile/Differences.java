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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;

/** Compares gradients with finite differences, for a random image. */
public final class Differences {

	public static final int WIDTH = 21;
	public static final int HEIGHT = 17;

	private Differences() {}

	/** An RGB picture. */
	public static float[] picture(final long seed) {
		return picture(seed, 3);
	}

	public static float[] picture(final long seed, final int channels) {
		final Random random = new Random(seed);
		final float[] picture = new float[channels * WIDTH * HEIGHT];
		for (int i = 0; i < picture.length; i++)
			picture[i] = 255 * random.nextFloat();
		return picture;
	}

	public static Region all(final GradientEngine engine, final String layer) {
		return new Region(0, 0, engine.receptiveField(layer, Axis.WIDTH, WIDTH).positions(), engine.receptiveField(layer, Axis.HEIGHT, HEIGHT)
			.positions(), 1);
	}

	public static Term term(final GradientEngine engine, final String layer, final boolean square) {
		for (final LayerInfo info : engine.layers())
			if (info.name().equals(layer)) {
				final float[] weights = new float[info.channels()];
				for (int c = 0; c < weights.length; c++)
					weights[c] = 1f / (c + 1);
				return new Term(layer, weights, square ? Term.SQUARE : Term.MEAN);
			}
		throw new AssertionError("no layer " + layer);
	}

	/**
	 * Compares directional derivatives in random directions. The steps are small, so that
	 * few ReLUs and maxima switch; the median of several directions is compared, since
	 * some always do.
	 */
	public static void assertEqualsDifferences(final GradientEngine engine, final List<Term> terms,
		final List<Region> regions)
	{
		final double[] errors = errors(engine, terms, regions, 1);
		assertTrue(median(errors) < 2e-3, "relative errors " + Arrays.toString(errors));
	}

	/**
	 * The same for the median of five images: in some images, a ReLU that is closer to zero
	 * than every step switches in all directions.
	 */
	public static void assertEqualsDifferencesInMostImages(final GradientEngine engine, final List<Term> terms,
		final List<Region> regions)
	{
		final double[] medians = new double[5];
		Arrays.setAll(medians, i -> median(errors(engine, terms, regions, 1 + i)));
		assertTrue(median(medians) < 2e-3, "relative errors " + Arrays.toString(medians));
	}

	/** Sorts the values. */
	private static double median(final double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}

	private static double[] errors(final GradientEngine engine, final List<Term> terms, final List<Region> regions,
		final long seed)
	{
		try (GradientFunction function = engine.compile(terms)) {
			final float[] x = picture(seed, engine.inputChannels());
			final float[] g = new float[x.length];
			function.evaluate(x, WIDTH, HEIGHT, regions, g);
			final float[] ignored = new float[x.length];
			final double[] errors = new double[9];
			final Random random = new Random(2);
			double norm = 0;
			for (final float value : g)
				norm += (double) value * value;
			norm = Math.sqrt(norm);
			assertTrue(norm > 0);
			for (int trial = 0; trial < errors.length; trial++) {
				// half along the gradient, so that the difference is large compared with the rounding of float32
				final float[] up = x.clone();
				final float[] down = x.clone();
				double expected = 0;
				double moved = 0;
				for (int i = 0; i < x.length; i++) {
					final double v = 0.5 * (g[i] / norm * Math.sqrt(x.length) + random.nextGaussian());
					up[i] += 0.05 * v;
					down[i] -= 0.05 * v;
					// the step after rounding to float32
					expected += g[i] * ((double) up[i] - down[i]);
					moved += Math.abs(up[i] - down[i]);
				}
				assertTrue(moved > 0);
				final double actual = function.evaluate(up, WIDTH, HEIGHT, regions, ignored) - function.evaluate(down, WIDTH, HEIGHT, regions,
					ignored);
				errors[trial] = Math.abs(actual - expected) / Math.abs(expected);
			}
			return errors;
		}
	}
}
