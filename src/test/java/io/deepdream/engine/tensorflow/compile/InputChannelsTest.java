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

import static io.deepdream.engine.tensorflow.compile.Differences.HEIGHT;
import static io.deepdream.engine.tensorflow.compile.Differences.WIDTH;
import static io.deepdream.engine.tensorflow.compile.Differences.all;
import static io.deepdream.engine.tensorflow.compile.Differences.assertEqualsDifferencesInMostImages;
import static io.deepdream.engine.tensorflow.compile.Differences.picture;
import static io.deepdream.engine.tensorflow.compile.Differences.term;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.ImportedLayers;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.DecoderGraphs;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose images have one, two or five channels. */
class InputChannelsTest {

	@TempDir
	Path folder;

	private GradientEngine open(final SmallGraphs graph, final String... properties) {
		final Properties p = new Properties();
		for (int i = 0; i < properties.length; i += 2)
			p.setProperty(properties[i], properties[i + 1]);
		return Engines.open(graph.save(folder, p));
	}

	/** Every kind of operation that a rewrite of the gradient treats, behind the image. */
	private static SmallGraphs network(final int channels) {
		return new SmallGraphs(11).conv("stem", 7, 7, channels, 8, 2, "SAME").bias("biased", 8).relu("a").pool("pool", 3, 2).lrn("lrn",
			2, 1, 1e-3f, 0.75f).conv("left", 1, 1, 8, 6, 1, "SAME").relu("b").from("lrn").conv("right", 3, 3, 8, 6, 1, "SAME").relu(
				"c").concat("d", "b", "c");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void gradientsEqualDifferences(final int channels) {
		try (GradientEngine engine = open(network(channels), "mean", "117")) {
			assertEquals(channels, engine.inputChannels());
			for (final String layer : new String[] { "stem", "a", "lrn", "d" })
				assertEqualsDifferencesInMostImages(engine, List.of(term(engine, layer, true)), List.of(all(engine, layer)));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1,ResizeNearestNeighbor", "2,ResizeBilinear", "1,Conv2DBackpropInput" })
	void gradientsOfUNets(final int channels, final String up) {
		try (GradientEngine engine = open(DecoderGraphs.unet(up, channels), "mean", "117")) {
			for (final String layer : new String[] { "out", "level1_out", "bottom" })
				assertEqualsDifferencesInMostImages(engine, List.of(term(engine, layer, true)), List.of(all(engine, layer)));
		}
	}

	/** As in CARE: the output is the image plus a layer of as many channels. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void residualUNets(final int channels) {
		final SmallGraphs graph = DecoderGraphs.unet("ResizeNearestNeighbor", channels).conv("residual", 1, 1, 2, channels, 1, "SAME").other(
			"AddV2", "sum", n -> n.addInput("input"));
		try (GradientEngine engine = open(graph, "mean", "117")) {
			final float[] image = picture(4, channels);
			final float[] residual = engine.activations("residual", image, WIDTH, HEIGHT).values();
			final float[] sum = engine.activations("sum", image, WIDTH, HEIGHT).values();
			for (int i = 0; i < image.length; i++)
				assertEquals(residual[i] + image[i] - 117, sum[i], 1e-3);
			assertEqualsDifferencesInMostImages(engine, List.of(term(engine, "sum", true)), List.of(all(engine, "sum")));
		}
	}

	/** Of a gray image, by the sums of the kernels of red, green and blue. */
	@Test
	void aGrayNetworkEqualsAColourNetworkOfGrayImages() {
		final SmallGraphs colour = network(3);
		final float[] kernel = Constants.floats(new GraphNodes(colour.build()).get("stem_w"));
		final float[] sums = new float[kernel.length / 3];
		for (int i = 0; i < kernel.length; i++)
			sums[i / 24 * 8 + i % 8] += kernel[i];
		final SmallGraphs gray = network(3).replaced(Constants.ofFloats("stem_w", sums, 7, 7, 1, 8));
		final float[] one = picture(4, 1);
		final float[] three = new float[3 * one.length];
		for (int i = 0; i < three.length; i++)
			three[i] = one[i / 3];
		try (GradientEngine rgb = open(colour, "mean", "90"); GradientEngine single = open(gray, "mean", "90")) {
			final float[] expected = rgb.activations("d", three, WIDTH, HEIGHT).values();
			final float[] actual = single.activations("d", one, WIDTH, HEIGHT).values();
			for (int i = 0; i < expected.length; i++)
				assertEquals(expected[i], actual[i], 1e-3);
			final float[] ofThree = gradient(rgb, three);
			final float[] ofOne = gradient(single, one);
			double largest = 0;
			for (final float value : ofOne)
				largest = Math.max(largest, Math.abs(value));
			assertTrue(largest > 0);
			for (int i = 0; i < one.length; i++)
				assertEquals(ofThree[3 * i] + ofThree[3 * i + 1] + ofThree[3 * i + 2], ofOne[i], 1e-4 * largest);
		}
	}

	private static float[] gradient(final GradientEngine engine, final float[] picture) {
		final float[] gradient = new float[picture.length];
		try (GradientFunction f = engine.compile(List.of(term(engine, "d", true)))) {
			f.evaluate(picture, WIDTH, HEIGHT, List.of(all(engine, "d")), gradient);
		}
		return gradient;
	}

	/** The values of black and white that reach the first layer, which copies each channel. */
	@ParameterizedTest
	@CsvSource(value = { "||0|1|0|1", "mean|10, 30|-10|245|-30|225", "range|-1, 1|-1|1|-1|1", "normalise-input|minmax|0|1|0|1",
		"normalise-input|percentiles 1 99.8|0|1|0|1", "normalise-input|standardise|-3|3|-3|3" }, delimiter = '|')
	void inputOfTwoChannels(final String key, final String value, final float black0, final float white0, final float black1,
		final float white1)
	{
		final SmallGraphs copy = new SmallGraphs(1).constant(Constants.ofFloats("k", new float[] { 1, 0, 0, 1 }, 1, 1, 2, 2)).other(
			"Conv2D", "copy", n -> n.addInput("k").putAttr("strides", SmallGraphs.ints(1, 1, 1, 1)).putAttr("padding", SmallGraphs.text(
				"SAME")));
		final String[] properties = key == null ? new String[0] : new String[] { key, value, "input-channels", "2" };
		try (GradientEngine engine = open(copy, properties)) {
			final float[] values = engine.activations("copy", new float[] { 0, 0, 255, 255 }, 2, 1).values();
			assertEquals(black0, values[0], 1e-4);
			assertEquals(black1, values[1], 1e-4);
			assertEquals(white0, values[2], 1e-4);
			assertEquals(white1, values[3], 1e-4);
		}
	}

	/** Each image of a batch has the gradient that it has alone. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void batches(final int channels) {
		try (GradientEngine engine = open(network(channels)); ChannelGradients gradients = engine.compileChannels("d", Term.MEAN, 0);
			ChannelGradients diverse = engine.compileChannels("d", Term.MEAN, 1))
		{
			final int values = channels * WIDTH * HEIGHT;
			final float[] pixels = Arrays.copyOf(picture(1, channels), 2 * values);
			System.arraycopy(picture(2, channels), 0, pixels, values, values);
			final float[] weights = new float[2 * 12];
			weights[3] = weights[12 + 7] = 1;
			final float[] both = new float[2 * values];
			final double[] scores = gradients.evaluate(pixels, 2, WIDTH, HEIGHT, weights, both);
			final float[] second = new float[values];
			final double score = gradients.evaluate(picture(2, channels), 1, WIDTH, HEIGHT, Arrays.copyOfRange(weights, 12, 24),
				second)[0];
			assertEquals(score, scores[1], 1e-5 * Math.abs(score) + 1e-7);
			for (int i = 0; i < values; i++)
				assertEquals(second[i], both[values + i], 1e-7);
			final float[] repelled = new float[2 * values];
			diverse.evaluate(pixels, 2, WIDTH, HEIGHT, weights, repelled);
			assertFalse(Arrays.equals(both, repelled));
		}
	}

	/** An image, its gradient and its blocks have as many values as channels. */
	@Test
	void memoryEstimates() {
		final double one;
		try (GradientEngine engine = open(network(1))) {
			one = engine.bytesPerPixel(List.of(term(engine, "stem", false)));
		}
		try (GradientEngine engine = open(network(5))) {
			assertEquals(4 * Float.BYTES * 3, engine.bytesPerPixel(List.of(term(engine, "stem", false))) - one, 1e-9);
		}
	}

	/** The last layer with as many channels as there are names. */
	@Test
	void namesOfOutputChannels() {
		final SmallGraphs graph = DecoderGraphs.unet("ResizeBilinear", 1);
		try (GradientEngine engine = open(graph, "output-channels", "probability, distance")) {
			for (final LayerInfo layer : engine.layers())
				assertEquals(layer.name().equals("out") ? List.of("probability", "distance") : List.of(), layer.channelNames());
		}
		final String message = assertThrows(DreamException.class, () -> open(graph, "output-channels", "a, b, c").close())
			.getMessage();
		assertTrue(message.contains("names 3 output-channels") && message.contains("layer out, has 2"), message);
	}

	/** Several numbers, or an order, that do not fit the graph. */
	@Test
	void conventionsOfAnotherNumberOfChannels() {
		assertTrue(message("mean", "1, 2, 3").contains("mean = 1, 2, 3: it must be one number"));
		assertTrue(message("order", "BGR").contains("order only exists for 3"));
		assertTrue(message("input-channels", "3").contains("input-channels = 3, but the graph takes images with 1 channel"));
	}

	private String message(final String... properties) {
		return assertThrows(DreamException.class, () -> open(network(1), properties).close()).getMessage();
	}

	/** The layer before the first convolution has as many channels as the image. */
	@Test
	void networksThatScaleTheirInput() {
		final SmallGraphs graph = new SmallGraphs(3).numbers("factor", 0.1f, 0.2f).other("Mul", "scaled", n -> n
			.addInput("factor")).conv("a", 3, 3, 1, 4, 1, "SAME");
		try (GradientEngine engine = open(graph)) {
			assertTrue(ImportedLayers.scalesInput(engine.layers(), engine.inputChannels()));
			assertFalse(ImportedLayers.scalesInput(engine.layers(), 3));
		}
	}
}
