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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;

import io.deepdream.GramMatrices;
import io.deepdream.engine.Activations;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the gradient of the diversity term with finite differences of similarities that are computed in Java. */
class DiversityTest {

	private static final int W = Differences.WIDTH;
	private static final int H = Differences.HEIGHT;
	private static final int VALUES = 3 * W * H;
	private static final int CHANNELS = 8;
	private static final int N = 3;
	private static final double DIVERSITY = 3;
	private static final String LAYER = "d";

	@TempDir
	Path folder;

	private GradientEngine engine;

	@BeforeEach
	void open() {
		engine = Engines.open(new SmallGraphs(4).conv("c", 3, 3, 3, 16, 2, "SAME").conv(LAYER, 1, 1, 16, CHANNELS, 1, "VALID")
			.save(folder, new Properties()));
	}

	@AfterEach
	void close() {
		engine.close();
	}

	private static float[] pictures() {
		final float[] pictures = new float[N * VALUES];
		for (int i = 0; i < N; i++)
			System.arraycopy(Differences.picture(i), 0, pictures, i * VALUES, VALUES);
		return pictures;
	}

	/** Channel i for image i, and a small negative weight for another channel. */
	private static float[] weights() {
		final float[] weights = new float[N * CHANNELS];
		for (int i = 0; i < N; i++) {
			weights[i * CHANNELS + i] = 1;
			weights[i * CHANNELS + 5] = -0.25f;
		}
		return weights;
	}

	private List<Activations> activations(final float[] pictures) {
		final List<Activations> result = new ArrayList<>();
		for (int i = 0; i < N; i++)
			result.add(engine.activations(LAYER, Arrays.copyOfRange(pictures, i * VALUES, (i + 1) * VALUES), W, H));
		return result;
	}

	/** Root mean square length of the feature vectors. */
	private static double length(final List<Activations> activations) {
		double squares = 0;
		int positions = 0;
		for (final Activations a : activations) {
			for (final float value : a.values())
				squares += (double) value * value;
			positions += a.width() * a.height();
		}
		return Math.sqrt(squares / positions);
	}

	private double objective(final List<Activations> activations, final boolean square, final double length) {
		double sum = 0;
		for (int i = 0; i < N; i++) {
			final Activations a = activations.get(i);
			for (int k = 0; k < a.values().length; k++)
				sum += weights()[i * CHANNELS + k % CHANNELS] * (square ? a.values()[k] * a.values()[k] : a.values()[k]) / (a
					.width() * a.height());
			for (int j = 0; j < i; j++)
				sum -= DIVERSITY * length / (N - 1) * GramMatrices.similarity(a, activations.get(j));
		}
		return sum;
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void theGradientMatchesFiniteDifferences(final boolean square) {
		final float[] x = pictures();
		final float[] g = new float[x.length];
		try (ChannelGradients batch = engine.compileChannels(LAYER, square ? Term.SQUARE : Term.MEAN, DIVERSITY)) {
			batch.evaluate(x, N, W, H, weights(), g);
		}
		final double length = length(activations(x));
		final Random random = new Random(3);
		double squares = 0;
		for (final float value : g)
			squares += (double) value * value;
		for (int trial = 0; trial < 5; trial++) {
			final float[] up = x.clone();
			final float[] down = x.clone();
			double expected = 0;
			for (int i = 0; i < x.length; i++) {
				final double v = 0.5 * (g[i] / Math.sqrt(squares / g.length) + random.nextGaussian());
				up[i] += v;
				down[i] -= v;
				expected += g[i] * ((double) up[i] - down[i]);
			}
			final double actual = objective(activations(up), square, length) - objective(activations(down), square, length);
			assertEquals(expected, actual, 5e-3 * Math.abs(expected));
		}
	}

	/** The test above is sensitive to the diversity term: it contributes to the gradient. */
	@Test
	void diversityChangesTheGradient() {
		final float[] with = gradient(DIVERSITY);
		final float[] without = gradient(0);
		double squares = 0;
		double differences = 0;
		for (int i = 0; i < with.length; i++) {
			squares += without[i] * without[i];
			differences += Math.pow(with[i] - without[i], 2);
		}
		assertTrue(differences > 0.05 * squares, differences + " of " + squares);
	}

	private float[] gradient(final double diversity) {
		final float[] g = new float[N * VALUES];
		try (ChannelGradients batch = engine.compileChannels(LAYER, Term.MEAN, diversity)) {
			batch.evaluate(pictures(), N, W, H, weights(), g);
		}
		return g;
	}

	/** A single image has no similarity penalty. */
	@Test
	void diversityHasNoEffectOnASingleImage() {
		final float[][] g = new float[2][VALUES];
		for (int i = 0; i < 2; i++)
			try (ChannelGradients batch = engine.compileChannels(LAYER, Term.MEAN, i * DIVERSITY)) {
				batch.evaluate(Differences.picture(0), 1, W, H, Arrays.copyOf(weights(), CHANNELS), g[i]);
			}
		assertArrayEquals(g[0], g[1], 1e-7f);
	}
}
