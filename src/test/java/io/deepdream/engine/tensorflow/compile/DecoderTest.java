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
import static io.deepdream.engine.tensorflow.compile.Differences.assertEqualsDifferences;
import static io.deepdream.engine.tensorflow.compile.Differences.picture;
import static io.deepdream.engine.tensorflow.compile.Differences.term;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.ints;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;

import io.deepdream.engine.Activations;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.Region;
import io.deepdream.engine.Stride;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.DecoderGraphs;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations that enlarge, crop and rearrange layers: gradients, receptive fields, and U-Nets of every image size. */
class DecoderTest {

	@TempDir
	Path folder;

	private GradientEngine open(final SmallGraphs graph) {
		return Engines.open(graph.save(folder, new Properties()));
	}

	/** Without ReLUs, so that no derivative is zero by chance. */
	private static SmallGraphs linear() {
		return new SmallGraphs(11).conv("down", 3, 3, 3, 8, 2, "SAME");
	}

	private static String last(final GradientEngine engine) {
		return engine.layers().get(engine.layers().size() - 1).name();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.deepdream.engine.tensorflow.graph.DecoderGraphs#decoders")
	void gradientsEqualDifferences(final String what, final UnaryOperator<SmallGraphs> decoder) {
		// with few positions, the ReLUs that switch within a step would matter
		assertGradientsOfLastLayer(decoder.apply(what.contains("to a half") ? linear() : DecoderGraphs.encoder()));
	}

	/** Layers with several positions for each pixel of the image. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("io.deepdream.engine.tensorflow.graph.DecoderGraphs#magnifiers")
	void gradientsOfPositionsBetweenPixels(final String what, final UnaryOperator<SmallGraphs> magnifier) {
		assertGradientsOfLastLayer(magnifier.apply(new SmallGraphs(11)));
	}

	private void assertGradientsOfLastLayer(final SmallGraphs graph) {
		try (GradientEngine engine = open(graph)) {
			final String layer = last(engine);
			assertTrue(layer.startsWith("c"), layer);
			assertEqualsDifferences(engine, List.of(term(engine, layer, true)), List.of(all(engine, layer)));
			assertEqualsDifferences(engine, List.of(term(engine, layer, false)), List.of(all(engine, layer)));
		}
	}

	/**
	 * The gradient of each position covers its receptive field: all of it where it lies within
	 * the image, except for what the layer crops, which tiles need.
	 */
	@ParameterizedTest(name = "{0}")
	@MethodSource("io.deepdream.engine.tensorflow.graph.DecoderGraphs#decoders")
	void receptiveFieldsAreTheExtentOfGradients(final String what, final UnaryOperator<SmallGraphs> decoder) {
		// three positions of stride 2
		final int cropped = what.contains("Slice") || what.contains("cropped") ? 2 * 3 : 0;
		// the image is padded, and pixels beyond it are reflected ones
		final boolean reflects = what.contains("to a half") || what.equals("SpaceToDepth");
		assertFieldsOfLastLayer(what, decoder.apply(linear()), cropped, reflects);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.deepdream.engine.tensorflow.graph.DecoderGraphs#magnifiers")
	void receptiveFieldsOfPositionsBetweenPixels(final String what, final UnaryOperator<SmallGraphs> magnifier) {
		// without ReLUs, whose derivative is zero for some positions
		assertFieldsOfLastLayer(what, DecoderGraphs.withoutRelus(magnifier.apply(new SmallGraphs(11))), 0, false);
	}

	private void assertFieldsOfLastLayer(final String what, final SmallGraphs graph, final int cropped,
		final boolean reflects)
	{
		try (GradientEngine engine = open(graph)) {
			final String layer = last(engine);
			assertTrue(layer.startsWith("c"), layer);
			final ReceptiveField across = engine.receptiveField(layer, Axis.WIDTH, WIDTH);
			final ReceptiveField down = engine.receptiveField(layer, Axis.HEIGHT, HEIGHT);
			int inside = 0;
			try (GradientFunction f = engine.compile(List.of(term(engine, layer, false)))) {
				for (int i = 0; i < Math.max(across.positions(), down.positions()); i++) {
					final int x = Math.min(i, across.positions() - 1);
					final int y = Math.min(i, down.positions() - 1);
					final float[] gradient = new float[3 * WIDTH * HEIGHT];
					f.evaluate(picture(3), WIDTH, HEIGHT, List.of(new Region(x, y, 1, 1, 1)), gradient);
					final int[] seen = extent(gradient);
					final int[] stated = { across.first(x), across.last(x), down.first(y), down.last(y) };
					final String where = what + " at " + x + ", " + y + ": " + Arrays.toString(seen) + " in " +
						Arrays.toString(stated);
					for (int k = 0; k < 4 && !(reflects && (stated[1] >= WIDTH || stated[3] >= HEIGHT)); k++)
						assertTrue(k % 2 == 0 ? seen[k] >= stated[k] : seen[k] <= stated[k], where);
					if (stated[0] < 0 || stated[1] >= WIDTH || stated[2] < 0 || stated[3] >= HEIGHT) continue;
					inside++;
					for (int k = 0; k < 4; k++)
						assertTrue(Math.abs(seen[k] - stated[k]) <= cropped, where);
				}
			}
			assertTrue(inside > 0, inside + " positions whose receptive field lies inside");
		}
	}

	/** First and last column, first and last row of the values other than zero. */
	private static int[] extent(final float[] gradient) {
		final int[] extent = { WIDTH, -1, HEIGHT, -1 };
		for (int i = 0; i < gradient.length; i++) {
			if (gradient[i] == 0) continue;
			extent[0] = Math.min(extent[0], i / 3 % WIDTH);
			extent[1] = Math.max(extent[1], i / 3 % WIDTH);
			extent[2] = Math.min(extent[2], i / 3 / WIDTH);
			extent[3] = Math.max(extent[3], i / 3 / WIDTH);
		}
		return extent;
	}

	/** Each block of positions holds the channels of the position that it comes from. */
	@Test
	void activationsBetweenPixels() {
		try (GradientEngine engine = open(DecoderGraphs.espcn(new SmallGraphs(11), 3))) {
			final Activations blocks = engine.activations("blocks", picture(4), WIDTH, HEIGHT);
			final Activations fine = engine.activations("c", picture(4), WIDTH, HEIGHT);
			assertEquals(3 * WIDTH, fine.width());
			assertEquals(3 * HEIGHT, fine.height());
			for (int y = 0; y < fine.height(); y++)
				for (int x = 0; x < fine.width(); x++)
					for (int c = 0; c < 2; c++)
						assertEquals(blocks.get(x / 3, y / 3, (y % 3 * 3 + x % 3) * 2 + c), fine.get(x, y, c), 1e-3);
		}
	}

	/** The image is padded by reflection; of the positions, two for each of its pixels are used. */
	@Test
	void uNetsThatMagnify() {
		try (GradientEngine engine = open(DecoderGraphs.magnifyingUNet())) {
			assertEquals(2 * WIDTH, engine.receptiveField("c", Axis.WIDTH, WIDTH).positions());
			assertEquals(2 * HEIGHT, engine.receptiveField("c", Axis.HEIGHT, HEIGHT).positions());
			assertEqualsDifferences(engine, List.of(term(engine, "c", true)), List.of(all(engine, "c")));
			final Activations padded = engine.activations("c", reflected(24, 20), 24, 20);
			final Activations own = engine.activations("c", picture(4), WIDTH, HEIGHT);
			assertEquals(2 * WIDTH, own.width());
			assertEquals(2 * HEIGHT, own.height());
			for (int y = 0; y < own.height(); y++)
				for (int x = 0; x < own.width(); x++)
					assertEquals(padded.get(x, y, 4), own.get(x, y, 4), 1e-3);
		}
	}

	/**
	 * The activations of a transposed convolution, computed by its definition: libraries have
	 * been wrong for channel counts that are no multiple of the vector length.
	 */
	@ParameterizedTest
	@CsvSource({ "1,3,48,36", "1,3,112,224", "1,1,100,20", "2,3,48,36", "2,2,21,50" })
	void activationsOfTransposedConvolutions(final int stride, final int size, final int ins, final int outs) {
		final SmallGraphs graph = new SmallGraphs(7).conv("stem", 1, 1, 3, ins, stride, "SAME").relu("down");
		graph.constant(Constants.ofInts("channels", new int[] { outs }));
		DecoderGraphs.length(DecoderGraphs.length(DecoderGraphs.length(graph, "batch", "down", 0, 1), "rows", "down", 1,
			stride), "columns", "down", 2, stride).from("batch").other(
			"Pack", "size", n -> n.putAttr("T", DecoderGraphs.INT32).putAttr("N",
			Nodes.number(4)).addInput("rows").addInput("columns").addInput(
				"channels")).numbers("w", -0.1f, 0.1f, size, size, outs, ins).from("size").other("Conv2DBackpropInput", "c",
				n -> n.addInput(
					"w").addInput("down").putAttr("strides", ints(1, stride, stride, 1)).putAttr("padding", text("SAME")));
		final float[] kernel = Constants.floats(new GraphNodes(graph.build()).get("w"));
		try (GradientEngine engine = open(graph)) {
			final Activations in = engine.activations("down", picture(4), WIDTH, HEIGHT);
			final float[] actual = engine.activations("c", picture(4), WIDTH, HEIGHT).values();
			final int width = in.width() * stride;
			final int height = in.height() * stride;
			final int before = Math.max(size - stride, 0) / 2;
			final double[] expected = new double[width * height * outs];
			for (int y = 0; y < in.height(); y++)
				for (int x = 0; x < in.width(); x++)
					for (int v = 0; v < size; v++)
						for (int u = 0; u < size; u++) {
							final int row = y * stride + v - before;
							final int column = x * stride + u - before;
							if (row < 0 || column < 0 || row >= height || column >= width) continue;
							for (int o = 0; o < outs; o++)
								for (int i = 0; i < ins; i++)
									expected[(row * width + column) * outs + o] += in.get(x, y, i) * kernel[((v * size + u) * outs +
									o) * ins + i];
						}
			assertEquals(expected.length, actual.length);
			double largest = 0;
			for (final double value : expected)
				largest = Math.max(largest, Math.abs(value));
			for (int i = 0; i < actual.length; i++)
				assertEquals(expected[i], actual[i], 1e-4 * largest);
		}
	}

	/** 21 and 17 are no multiples of 4: the image is padded, and the output has one position for each of its pixels. */
	@ParameterizedTest
	@ValueSource(strings = { "ResizeNearestNeighbor", "ResizeBilinear", "Conv2DBackpropInput" })
	void uNetsOfEveryImageSize(final String up) {
		try (GradientEngine engine = open(DecoderGraphs.unet(up))) {
			final LayerInfo out = engine.layers().get(engine.layers().size() - 1);
			assertEquals("out", out.name());
			assertEquals(Stride.of(1), out.stride());
			assertEquals(4, out.grid());
			assertEquals(WIDTH, engine.receptiveField("out", Axis.WIDTH, WIDTH).positions());
			assertEquals(6, engine.receptiveField("bottom", Axis.WIDTH, WIDTH).positions());
			for (final String layer : new String[] { "out", "level1_out", "bottom", "a" })
				assertEqualsDifferences(engine, List.of(term(engine, layer, true)), List.of(all(engine, layer)));
			// the same as for the image that is padded by hand
			final Activations padded = engine.activations("out", reflected(24, 20), 24, 20);
			final Activations own = engine.activations("out", picture(4), WIDTH, HEIGHT);
			assertEquals(WIDTH, own.width());
			assertEquals(HEIGHT, own.height());
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++)
					assertEquals(padded.get(x, y, 1), own.get(x, y, 1), 1e-3);
		}
	}

	/** The positions that are read change over the whole length, so each depends on the whole image. */
	@ParameterizedTest
	@ValueSource(strings = { "ResizeNearestNeighbor", "ResizeBilinear" })
	void alignedCorners(final String op) {
		try (GradientEngine engine = open(DecoderGraphs.alignedCorners(DecoderGraphs.encoder(), op))) {
			assertEqualsDifferences(engine, List.of(term(engine, "c", true)), List.of(all(engine, "c")));
			final ReceptiveField field = engine.receptiveField("c", Axis.WIDTH, 200);
			assertEquals(Stride.of(1), field.stride());
			assertTrue(field.first(199) <= 0 && field.last(0) >= 199);
		}
	}

	/** A reflection has no more values than the image. */
	@Test
	void imagesThatAreTooSmallForAUNet() {
		try (GradientEngine engine = open(DecoderGraphs.unet("ResizeBilinear"))) {
			for (int pixels = 1; pixels < 12; pixels++)
				assertEquals(pixels == 1 || pixels == 2 ? 0 : pixels, engine.receptiveField("out", Axis.WIDTH,
				pixels).positions());
			assertTrue(assertThrows(DreamException.class, () -> engine.activations("out", new float[3 * 2 * 9], 2,
				9)).getMessage()
				.contains("too small for layer out"));
			assertEquals(3 * 9, engine.activations("f", new float[3 * 3 * 9], 3, 9).values().length / 4);
		}
	}

	/** Without padding, a decoder has no positions in a tiny image. */
	@Test
	void imagesThatAreTooSmallForADecoder() {
		try (GradientEngine engine = open(DecoderGraphs.resized(new SmallGraphs(11).conv("down", 5, 5, 3, 8, 2,
			"VALID")))) {
			assertEquals(0, engine.receptiveField("c", Axis.WIDTH, 3).positions());
			assertEquals(2, engine.receptiveField("c", Axis.WIDTH, 6).positions());
		}
	}

	private static float[] reflected(final int width, final int height) {
		final float[] picture = picture(4);
		final float[] result = new float[3 * width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				for (int c = 0; c < 3; c++)
					result[3 * (y * width + x) +
					c] = picture[3 * ((y < HEIGHT ? y : 2 * HEIGHT - 2 - y) * WIDTH + (x < WIDTH ? x : 2 *
						WIDTH - 2 - x)) + c];
		return result;
	}

	/** The weights of a batch sum up to 1 over the positions of the image alone. */
	@Test
	void channelsOfAUNet() {
		assertScoreOfSecondChannel(DecoderGraphs.unet("ResizeBilinear"), "out");
	}

	@Test
	void channelsBetweenPixels() {
		assertScoreOfSecondChannel(DecoderGraphs.espcn(new SmallGraphs(11), 3), "c");
	}

	private void assertScoreOfSecondChannel(final SmallGraphs graph, final String layer) {
		try (GradientEngine engine = open(graph); io.deepdream.engine.ChannelGradients channels = engine.compileChannels(
			layer, Term.MEAN, 0))
		{
			final float[] g = new float[3 * WIDTH * HEIGHT];
			final double score = channels.evaluate(picture(4), 1, WIDTH, HEIGHT, new float[] { 0, 1 }, g)[0];
			final Activations own = engine.activations(layer, picture(4), WIDTH, HEIGHT);
			final int positions = own.width() * own.height();
			double mean = 0;
			for (int i = 0; i < positions; i++)
				mean += own.values()[2 * i + 1] / (double) positions;
			assertEquals(mean, score, 1e-4 * Math.abs(mean) + 1e-4);
		}
	}
}
