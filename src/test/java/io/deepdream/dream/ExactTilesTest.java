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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;

import io.deepdream.Shared;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.graph.DecoderGraphs;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.image.Size;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.settings.HaloSettings;
import io.deepdream.params.settings.ObjectiveSettings;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With overlap=exact, the tiled gradient equals the gradient of the whole image. */
class ExactTilesTest {

	private static final ConcurrentTasks TASKS = new ConcurrentTasks(2);

	private static final int[][] SIZES = { { 512, 384 }, { 513, 389 } };

	/** Structure at every scale, without repetition. */
	private static float[] picture(final int w, final int h, final int channels) {
		final float[] picture = new float[channels * w * h];
		for (int i = 0; i < picture.length; i++) {
			final int x = i / channels % w;
			final int y = i / channels / w;
			picture[i] = (float) (128 + 40 * Math.sin(x * 0.05 + i % channels) * Math.cos(y * 0.031) + 40 * Math.sin(0.0007 * x * y) +
				40 * Math.sin(1.1 * x + 0.9 * y));
		}
		return picture;
	}

	private static float[] gradient(final GradientEngine engine, final Objective objective,
		final GradientFunction function, final int w, final int h, final int tile, final double[] score)
	{
		final float[] gradient = new float[engine.inputChannels() * w * h];
		final Halo across = Halo.of(HaloSettings.EXACT, engine, objective, Axis.WIDTH, w);
		final Halo down = Halo.of(HaloSettings.EXACT, engine, objective, Axis.HEIGHT, h);
		final int stride = objective.stride();
		final List<TileInterval> columns = tile == 0 ? TileInterval.whole(w) : TileInterval.tiles(w, tile, stride, across);
		final List<TileInterval> rows = tile == 0 ? TileInterval.whole(h) : TileInterval.tiles(h, tile, stride, down);
		// with the larger tile, the shorter axis is not divided
		assertTrue(tile == 0 || columns.size() > 1 && (tile > 128 || rows.size() > 1));
		score[0] = new TiledGradient(new TileGrid(engine, objective, new Size(w, h), columns, rows), function, TASKS).evaluate(picture(w, h, engine.inputChannels()),
			37, -11, gradient, TiledGradientTest.SILENT);
		return gradient;
	}

	private static void assertExact(final String model, final String layers, final String channels) {
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(model))) {
			assertExact(engine, layers, channels, SIZES, 128, 256);
		}
	}

	private static void assertExact(final GradientEngine engine, final String layers, final String channels,
		final int[][] sizes, final int... tiles)
	{
		final Objective objective = new Objective(ObjectiveSettings.parse(layers, channels, ObjectiveType.AUTO),
			engine.layers());
		try (GradientFunction function = engine.compile(objective.terms())) {
			for (final int[] size : sizes) {
				final double[] score = new double[1];
				final float[] whole = gradient(engine, objective, function, size[0], size[1], 0, score);
				final double wholeScore = score[0];
				float largest = 0;
				for (final float g : whole)
					largest = Math.max(largest, Math.abs(g));
				for (final int tile : tiles) {
					final float[] tiled = gradient(engine, objective, function, size[0], size[1], tile, score);
					float worst = 0;
					for (int i = 0; i < whole.length; i++)
						worst = Math.max(worst, Math.abs(whole[i] - tiled[i]));
					assertTrue(worst <= 1e-4 * largest, layers + " " + size[0] + "x" + size[1] + " tile " + tile + ": relative " +
						"error " + worst / largest);
					assertEquals(wholeScore, score[0], 1e-4 * Math.abs(wholeScore));
				}
			}
		}
	}

	/** Decoders, on sizes that are no multiples of 16. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("io.deepdream.engine.tensorflow.graph.DecoderGraphs#decoders")
	void decoders(final String what, final UnaryOperator<SmallGraphs> decoder, @TempDir final Path folder) {
		assertLastLayerExact(decoder.apply(DecoderGraphs.encoder()), folder);
	}

	/** Layers with several positions for each pixel, on sizes that are no multiples of their strides. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("io.deepdream.engine.tensorflow.graph.DecoderGraphs#magnifiers")
	void positionsBetweenPixels(final String what, final UnaryOperator<SmallGraphs> magnifier, @TempDir final Path folder) {
		assertLastLayerExact(magnifier.apply(new SmallGraphs(11)), folder, "c");
	}

	/** The first layer has one position for 4 pixels, the second four for one. */
	@Test
	void positionsBetweenPixelsBesideLargeStrides(@TempDir final Path folder) {
		final SmallGraphs graph = DecoderGraphs.espcn(new SmallGraphs(11), 4).from("down").conv("far", 3, 3, 8, 4, 4, "SAME");
		try (GradientEngine engine = Engines.open(graph.save(folder, new Properties()))) {
			assertExact(engine, "far,c", "all", new int[][] { { 150, 117 }, { 149, 103 } }, 32, 48);
		}
	}

	@Test
	void magnifyingUNets(@TempDir final Path folder) {
		assertLastLayerExact(DecoderGraphs.magnifyingUNet(), folder, "c");
	}

	/** Their images are padded by reflection. */
	@ParameterizedTest
	@ValueSource(strings = { "ResizeNearestNeighbor", "ResizeBilinear", "Conv2DBackpropInput" })
	void uNets(final String up, @TempDir final Path folder) {
		assertLastLayerExact(DecoderGraphs.unet(up), folder);
	}

	/** Images of one and two channels. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void otherNumbersOfChannels(final int channels, @TempDir final Path folder) {
		assertLastLayerExact(DecoderGraphs.unet("ResizeBilinear", channels), folder);
		assertLastLayerExact(new SmallGraphs(11).conv("stem", 5, 5, channels, 8, 2, "SAME").relu("down").pool("pool", 3, 2).conv("c",
			3, 3, 8, 5, 1, "SAME").relu("d"), folder);
	}

	private static void assertLastLayerExact(final SmallGraphs graph, final Path folder) {
		assertLastLayerExact(graph, folder, "");
	}

	/** @param name with which the name of the last layer begins */
	private static void assertLastLayerExact(final SmallGraphs graph, final Path folder, final String name) {
		try (GradientEngine engine = Engines.open(graph.save(folder, new Properties()))) {
			final String last = engine.layers().get(engine.layers().size() - 1).name();
			assertTrue(last.startsWith(name), last);
			for (final LayerInfo layer : engine.layers().subList(engine.layers().size() - 2, engine.layers().size()))
				assertExact(engine, layer.name(), "all", new int[][] { { 150, 117 }, { 149, 103 } }, 32, 48);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mixed3b", "mixed4c", "mixed3b*0.5,mixed4c" })
	void theEmbeddedNetwork(final String layers) {
		assertExact(ModelCatalogue.EMBEDDED, layers, "all");
	}

	@Tag("slow")
	@Test
	void theEmbeddedNetworkByChannel() {
		assertExact(ModelCatalogue.EMBEDDED, "mixed4d_3x3_bottleneck_pre_relu", "139");
	}

	@Tag("slow")
	@ParameterizedTest
	@ValueSource(strings = { "mixed3b", "mixed4c" })
	void googleNet(final String layers) {
		assertExact(Shared.googleNet(), layers, "all");
	}

	@Tag("slow")
	@Test
	void googleNetByChannel() {
		assertExact(Shared.googleNet(), "mixed4d_3x3_bottleneck_pre_relu", "139");
	}
}
