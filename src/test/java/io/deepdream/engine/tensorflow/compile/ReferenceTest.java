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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.deepdream.Shared;
import io.deepdream.engine.Activations;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.engine.Stride;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.rewrite.BackwardConvolution;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelCatalogue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares GoogLeNet with values that were computed in float64 without TensorFlow. */
class ReferenceTest {

	private static final int SIZE = 224;

	private static JsonObject reference;
	private static GradientEngine engine;
	private static final Map<String, Integer> CHANNELS = new HashMap<>();

	@BeforeAll
	static void open() throws IOException {
		reference = JsonParser.parseString(Files.readString(Shared.file("reference/googlenet-bvlc-reference.json")))
			.getAsJsonObject();
		engine = Engines.open(ModelCatalogue.find(Shared.googleNet()));
		for (final LayerInfo layer : engine.layers())
			CHANNELS.put(layer.name(), layer.channels());
	}

	@AfterAll
	static void close() {
		if (engine != null) engine.close();
	}

	/** The values of the raster, because BufferedImage.getRGB converts grey values. */
	private static float[] crop(final String image) throws IOException {
		final BufferedImage whole = ImageIO.read(Shared.file("images/natural/" + image).toFile());
		final Raster raster = whole.getRaster();
		final int x0 = (whole.getWidth() - SIZE) / 2;
		final int y0 = (whole.getHeight() - SIZE) / 2;
		final float[] result = new float[3 * SIZE * SIZE];
		for (int i = 0; i < result.length; i++)
			result[i] = raster.getSample(x0 + i / 3 % SIZE, y0 + i / 3 / SIZE, raster.getNumBands() == 1 ? 0 : i % 3);
		return result;
	}

	/** All positions, weighted for a mean. */
	private static Region all(final String layer) {
		final int n = engine.receptiveField(layer, Axis.WIDTH, SIZE).positions();
		return new Region(0, 0, n, n, 1f / n / n);
	}

	@Test
	void fiftyDirectionalDerivatives() throws IOException {
		for (final JsonElement test : cases())
			assertDerivatives(engine, test.getAsJsonObject());
	}

	/**
	 * All combinations except those without BackwardConvolution, which are wrong for some
	 * layers, depending on the processor.
	 */
	static Stream<Variant> combinations() {
		return GradientRewriteTest.combinations().filter(variant -> !variant.equals(variant
			.without(BackwardConvolution.class)));
	}

	/** For a channel before its ReLU, and for a whole layer. */
	@Tag("slow")
	@ParameterizedTest
	@MethodSource("combinations")
	void derivativesByEveryCombinationOfRewrites(final Variant variant) throws IOException {
		try (GradientEngine other = new TensorFlowEngine(ModelCatalogue.find(Shared.googleNet()), List.of(variant))) {
			assertDerivatives(other, cases().get(2).getAsJsonObject());
			assertDerivatives(other, cases().get(3).getAsJsonObject());
		}
	}

	private static JsonArray cases() {
		return reference.getAsJsonObject("directional_derivatives").getAsJsonArray("cases");
	}

	private static void assertDerivatives(final GradientEngine engine, final JsonObject test) throws IOException {
		final String layer = test.get("layer").getAsString();
		final float[] weights = new float[CHANNELS.get(layer)];
		if (test.get("channel").isJsonNull()) Arrays.fill(weights, 1f / weights.length);
		else weights[test.get("channel").getAsInt()] = 1;
		final boolean square = test.get("objective").getAsString().equals("mean_square");
		final float[] x = crop(test.get("image").getAsString());
		final JsonArray expected = test.getAsJsonArray("derivatives");
		final String what = test.get("image").getAsString() + " " + layer;
		try (GradientFunction f = engine.compile(List.of(new Term(layer, weights, square ? Term.SQUARE : Term.MEAN)))) {
			final double expectedScore = test.get("score").getAsDouble();
			final double score = f.evaluate(x, SIZE, SIZE, List.of(all(layer)), new float[x.length]);
			assertEquals(expectedScore, score, 1e-3 * Math.abs(expectedScore), what);
			double largest = 0;
			for (final JsonElement d : expected)
				largest = Math.max(largest, Math.abs(d.getAsDouble()));
			assertEquals(0, minError(f, x, all(layer), expected, 5e-4 * largest) / largest, 1e-3, what);
		}
	}

	/**
	 * The largest error along the directions of the reference, at the image or at the best
	 * of some images that differ from it by about 1e-5 grey levels. In photographs, the
	 * largest values of some max-pooling windows differ only in the last bit, so that
	 * processors select different ones.
	 */
	private static double minError(final GradientFunction f, final float[] picture, final Region region,
		final JsonArray expected, final double tolerance)
	{
		final Random random = new Random(5);
		final float[] g = new float[picture.length];
		double minimum = Double.POSITIVE_INFINITY;
		for (int trial = 0; trial < 12 && minimum > tolerance; trial++) {
			final float[] x = picture.clone();
			if (trial > 0) for (int i = 0; i < x.length; i++)
				x[i] += 1e-5f * random.nextGaussian();
			f.evaluate(x, SIZE, SIZE, List.of(region), g);
			double error = 0;
			for (int k = 0; k < expected.size(); k++) {
				double actual = 0;
				for (int i = 0; i < g.length; i++)
					actual += g[i] * Math.sin(0.37 * (k + 1) + 0.013 * (k + 1) * i);
				error = Math.max(error, Math.abs(actual - expected.get(k).getAsDouble()));
			}
			minimum = Math.min(minimum, error);
		}
		return minimum;
	}

	/** The first eight values are channels 0 to 7 of the top left position. */
	@Tag("slow")
	@Test
	void activationsOfEveryLayer() throws IOException {
		int compared = 0;
		for (final Map.Entry<String, JsonElement> image : reference.getAsJsonObject("activations").entrySet()) {
			final float[] x = crop(image.getKey());
			for (final Map.Entry<String, JsonElement> entry : image.getValue().getAsJsonObject().entrySet()) {
				final String layer = entry.getKey();
				final JsonObject expected = entry.getValue().getAsJsonObject();
				final JsonArray shape = expected.getAsJsonArray("shape");
				final Activations actual = engine.activations(layer, x, SIZE, SIZE);
				assertEquals(shape.get(0).getAsInt(), actual.height(), layer);
				assertEquals(shape.get(1).getAsInt(), actual.width(), layer);
				assertEquals(shape.get(2).getAsInt(), actual.channels(), layer);
				double squares = 0;
				for (final float value : actual.values())
					squares += (double) value * value;
				final double l2 = expected.get("l2").getAsDouble();
				assertEquals(l2, Math.sqrt(squares), 1e-3 * l2, layer);
				for (int c = 0; c < 8; c++) {
					final double value = expected.getAsJsonArray("first8").get(c).getAsDouble();
					assertEquals(value, actual.get(0, 0, c), 1e-3 * Math.max(1, Math.abs(value)), layer);
				}
				compared++;
			}
		}
		assertTrue(compared > 100, "compared only " + compared);
	}

	@Test
	void namesStridesAndReceptiveFieldsOfInception5h() throws IOException {
		final Map<String, LayerInfo> found = new HashMap<>();
		for (final LayerInfo layer : engine.layers())
			found.put(layer.name(), layer);
		int compared = 0;
		for (final String line : Files.readAllLines(Shared.file("facts/inception5h_layers.tsv"))) {
			final String[] cells = line.split("\t");
			if (cells[0].equals("layer") || !found.containsKey(cells[0])) continue;
			assertEquals(Stride.of(Integer.parseInt(cells[3])), found.get(cells[0]).stride(), cells[0]);
			assertEquals(Integer.parseInt(cells[4]), found.get(cells[0]).receptiveField(), cells[0]);
			compared++;
		}
		assertTrue(compared > 100, "compared only " + compared);
	}
}
