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

import static io.deepdream.engine.tensorflow.compile.Differences.all;
import static io.deepdream.engine.tensorflow.compile.Differences.assertEqualsDifferences;
import static io.deepdream.engine.tensorflow.compile.Differences.picture;
import static io.deepdream.engine.tensorflow.compile.Differences.term;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import io.deepdream.engine.Activations;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares gradients of small graphs with finite differences of their scores. */
class GradientTest {

	private static final int W = Differences.WIDTH;
	private static final int H = Differences.HEIGHT;

	@TempDir
	Path folder;

	private GradientEngine open(final SmallGraphs graph, final String... properties) {
		final Properties p = new Properties();
		for (int i = 0; i < properties.length; i += 2)
			p.setProperty(properties[i], properties[i + 1]);
		return Engines.open(graph.save(folder, p));
	}

	/** The normalisation of Inception5h, whose gradient in TensorFlow is wrong unless corrected. */
	@Test
	void localResponseNormalisationOfInception5h() {
		try (GradientEngine engine = open(new SmallGraphs(4).conv("c", 3, 3, 3, 16, 1, "SAME").lrn("norm", 5, 2f, 1e-4f,
			0.5f).conv("d", 1, 1, 16, 8, 1, "VALID")))
		{
			assertEqualsDifferences(engine, List.of(term(engine, "d", true)), List.of(all(engine, "d")));
		}
	}

	@ParameterizedTest
	@CsvSource({ "3,3,1,SAME", "5,5,1,SAME", "1,1,1,SAME", "1,1,1,VALID", "3,3,1,VALID", "2,4,1,SAME", "1,7,1,SAME",
		"3,2,1,VALID", "3,3,2,SAME", "7,7,2,SAME", "3,3,2,VALID",
		"2,2,2,VALID", "4,4,4,VALID", "5,2,3,VALID", "1,1,2,VALID", "1,1,2,SAME" })
	void convolutionsOfEveryKind(final int kernelHeight, final int kernelWidth, final int stride, final String padding) {
		try (GradientEngine engine = open(new SmallGraphs(6).conv("a", 3, 3, 3, 20, 1, "SAME").relu("a_relu").conv("b",
			kernelHeight, kernelWidth, 20, 12, stride, padding)))
		{
			assertEqualsDifferences(engine, List.of(term(engine, "b", false)), List.of(all(engine, "b")));
			assertEqualsDifferences(engine, List.of(term(engine, "b", true)), List.of(all(engine, "b")));
		}
	}

	@Test
	void inceptionBlockWithOldConcatAndPools() {
		try (GradientEngine engine = open(block())) {
			assertEqualsDifferences(engine, List.of(term(engine, "mixed", true)), List.of(all(engine, "mixed")));
		}
	}

	private static SmallGraphs block() {
		return new SmallGraphs(8).conv("stem", 7, 7, 3, 16, 2, "SAME").relu("stem_relu").pool("pool", 3, 2).conv("left", 1,
			1, 16, 6, 1, "SAME").relu("left_relu").from("pool").conv("right", 3, 3, 16, 10, 1, "SAME").relu("right_relu")
			.concat("mixed", "left_relu", "right_relu");
	}

	@Test
	void severalLayersAndRegionsAddUp() {
		try (GradientEngine engine = open(block())) {
			final List<Term> terms = List.of(term(engine, "pool", false), term(engine, "right", true));
			assertEqualsDifferences(engine, terms, List.of(new Region(1, 0, 3, 2, 0.5f), new Region(0, 1, 2, 3, -2f)));
		}
	}

	@Test
	void guidedTermsUseTheNearestFeatureVector() {
		try (GradientEngine engine = open(block())) {
			final Activations guide = engine.activations("mixed", picture(11), W / 2, H / 2);
			final Term term = Term.guided("mixed", guide.values(), 0.5f);
			assertEqualsDifferences(engine, List.of(term), List.of(new Region(1, 0, 3, 2, 2)));
			// the expected score; the product of the weights of region and term is 1
			final Activations own = engine.activations("mixed", picture(1), W, H);
			double expected = 0;
			for (int y = 0; y < 2; y++)
				for (int x = 1; x < 4; x++) {
					double best = Double.NEGATIVE_INFINITY;
					for (int p = 0; p < guide.width() * guide.height(); p++) {
						double dot = 0;
						for (int c = 0; c < own.channels(); c++)
							dot += own.get(x, y, c) * guide.values()[p * own.channels() + c];
						best = Math.max(best, dot);
					}
					expected += best;
				}
			try (GradientFunction f = engine.compile(List.of(term))) {
				assertEquals(expected, f.evaluate(picture(1), W, H, List.of(new Region(1, 0, 3, 2, 2)), new float[3 * W * H]),
					1e-4 * Math.abs(expected));
			}
		}
	}

	@Test
	void imagesOfABatchAreIndependent() {
		try (GradientEngine engine = open(block()); ChannelGradients batch = engine.compileChannels("mixed", Term.MEAN, 0)) {
			final int n = 3;
			final int values = 3 * W * H;
			final float[] pictures = new float[n * values];
			final float[] weights = new float[n * 16];
			for (int i = 0; i < n; i++) {
				System.arraycopy(picture(i), 0, pictures, i * values, values);
				weights[16 * i + i] = 1;
				weights[16 * i + 9] = -2;
			}
			final float[] gradients = new float[pictures.length];
			final double[] scores = batch.evaluate(pictures, n, W, H, weights, gradients);
			final Region all = all(engine, "mixed");
			final List<Region> mean = List.of(new Region(0, 0, all.width(), all.height(), 1f / (all.width() * all.height())));
			for (int i = 0; i < n; i++) {
				final float[] alone = new float[values];
				try (GradientFunction f = engine.compile(List.of(new Term("mixed", Arrays.copyOfRange(weights, 16 * i, 16 * i +
					16), Term.MEAN))))
				{
					final double score = f.evaluate(picture(i), W, H, mean, alone);
					assertEquals(score, scores[i], 1e-4 * Math.abs(score));
				}
				assertArrayEquals(alone, Arrays.copyOfRange(gradients, i * values, (i + 1) * values), 1e-5f);
				assertTrue(Math.abs(alone[values / 2]) > 1e-4 || Math.abs(alone[values / 3]) > 1e-4);
			}
		}
	}

	/** The scores of the left and the right half add up to the whole score, and so do their gradients. */
	@Test
	void regionsSplitTheWhole() {
		try (GradientEngine engine = open(block()); GradientFunction f = engine.compile(List.of(term(engine, "mixed",
			true))))
		{
			final Region all = all(engine, "mixed");
			final float[] x = picture(3);
			final float[] whole = new float[x.length];
			final float[] left = new float[x.length];
			final float[] right = new float[x.length];
			final double score = f.evaluate(x, W, H, List.of(all), whole);
			final double scores = f.evaluate(x, W, H, List.of(new Region(0, 0, 2, all.height(), 1)), left) + f.evaluate(x, W,
				H, List.of(new Region(2, 0, all.width() - 2, all.height(), 1)), right);
			assertEquals(score, scores, 1e-4 * Math.abs(score));
			float largest = 0;
			for (final float value : whole)
				largest = Math.max(largest, Math.abs(value));
			for (int i = 0; i < whole.length; i++)
				assertEquals(whole[i], left[i] + right[i], 1e-4f * largest);
		}
	}

	@Test
	void gradientsIncludeMeanScaleAndChannelOrder() {
		final SmallGraphs graph = new SmallGraphs(5).conv("a", 1, 1, 3, 4, 1, "SAME");
		final float[] x = picture(7);
		final float[] g = new float[x.length];
		try (GradientEngine engine = open(graph, "order", "BGR", "mean", "10, 20, 30", "scale", "0.5");
				GradientFunction f = engine.compile(List.of(new Term("a", new float[] { 1, 0, 0, 0 }, Term.MEAN))))
		{
			final float[] kernel = Constants.floats(new GraphNodes(graph.build()).constant("a_w"));
			final double score = f.evaluate(x, W, H, List.of(new Region(0, 0, 1, 1, 1)), g);
			// [in, out] with 4 outputs; channel 0 of the network is blue
			final float[] byRgb = { kernel[8], kernel[4], kernel[0] };
			final float[] mean = { 30, 20, 10 };
			double expected = 0;
			for (int c = 0; c < 3; c++) {
				expected += 0.5 * (x[c] - mean[c]) * byRgb[c];
				assertEquals(0.5f * byRgb[c], g[c], 1e-5f);
			}
			assertEquals(expected, score, 1e-3);
			assertEquals(0, g[3]);
			assertEqualsDifferences(engine, List.of(term(engine, "a", true)), List.of(all(engine, "a")));
		}
	}
}
