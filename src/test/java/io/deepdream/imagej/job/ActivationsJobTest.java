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
package io.deepdream.imagej.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.deepdream.DeepDream;
import io.deepdream.Shared;
import io.deepdream.engine.Activations;
import io.deepdream.engine.tensorflow.graph.DecoderGraphs;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationsJobTest {

	@TempDir
	Path folder;

	private static ActivationsJob activations(final ImagePlus image, final String options) {
		return ActivationsJob.run(image, DreamParams.of(Task.ACTIVATIONS).withOptions(options), DreamListener.SILENT);
	}

	/** Diagonal stripes, 8 pixels wide, shifted by some pixels. */
	private static ImagePlus stripes(final int shift) {
		final ByteProcessor ip = new ByteProcessor(192, 160);
		for (int y = 0; y < 160; y++)
			for (int x = 0; x < 192; x++)
				ip.set(x, y, (x + y + shift) / 8 % 2 == 0 ? 220 : 40);
		return new ImagePlus("stripes", ip);
	}

	@Test
	void theStrongestChannelDoesNotDependOnShifts() {
		for (final String layer : new String[] { "conv2d2", "mixed4a" }) {
			final int strongest = activations(stripes(0), "layer=" + layer).ranked().get(0);
			for (final int shift : new int[] { 3, 13 })
				assertEquals(strongest, activations(stripes(shift), "layer=" + layer).ranked().get(0), layer + " by " + shift);
		}
	}

	/**
	 * Compares GoogLeNet with activations computed in float64 without TensorFlow: the table
	 * for every layer of the reference, the maps for one layer of each kind.
	 */
	@Test
	void tableAndMapsAgreeWithTheReference() throws Exception {
		final ImagePlus cat = IJ.openImage(Shared.file("images/natural/chelsea.png").toString());
		final ColorProcessor whole = (ColorProcessor) cat.getProcessor();
		whole.setRoi((cat.getWidth() - 224) / 2, (cat.getHeight() - 224) / 2, 224, 224);
		final ImagePlus crop = new ImagePlus("crop", whole.crop());
		final JsonObject expected = JsonParser.parseString(Files.readString(Shared.file(
			"reference/googlenet-bvlc-reference.json"))).getAsJsonObject().getAsJsonObject("activations").getAsJsonObject(
				"chelsea.png");
		assertTrue(expected.size() > 100);
		final Set<String> mapped = Set.of("conv2d0", "conv2d2", "maxpool1", "mixed3b_1x1", "mixed4a",
			"mixed4d_3x3_bottleneck_pre_relu", "mixed5b_5x5");
		try (DeepDream deepDream = DeepDream.open(Shared.googleNet())) {
			for (final String layer : expected.keySet()) {
				final boolean maps = mapped.contains(layer);
				final ActivationsJob found = ActivationsJob.of(deepDream, crop, DreamParams.of(Task.ACTIVATIONS).withOptions(
					"strongest=" + (maps ? 1000 : 1) + " layer=" + layer));
				assertTableAgrees(expected.getAsJsonObject(layer), found, layer);
				if (maps) assertMapsAgree(expected.getAsJsonObject(layer).getAsJsonArray("first8"), found, layer);
			}
		}
	}

	private static void assertTableAgrees(final JsonObject reference, final ActivationsJob found, final String layer) {
		final int channels = reference.getAsJsonArray("shape").get(2).getAsInt();
		assertEquals(channels, found.table().size());
		double sum = 0;
		double max = Double.NEGATIVE_INFINITY;
		for (int row = 0; row < channels; row++) {
			sum += found.table().getValue("Mean", row);
			max = Math.max(max, found.table().getValue("Max", row));
		}
		assertEquals(reference.get("mean").getAsDouble(), sum / channels, 1e-3 * Math.abs(max), layer);
		assertEquals(reference.get("max").getAsDouble(), max, 1e-3 * max, layer);
	}

	/** Compares channels 0 to 7 at the top left position, which is the value in the corner of the map. */
	private static void assertMapsAgree(final JsonArray first, final ActivationsJob found, final String layer) {
		for (int c = 0; c < 8; c++) {
			final int slice = found.maps().getStackIndex(2, found.ranked().indexOf(c) + 1, 1);
			assertEquals(first.get(c).getAsDouble(), found.maps().getStack().getProcessor(slice).getf(0, 0), 1e-3 * Math.max(
				1, Math.abs(first.get(c).getAsDouble())), layer + " " + c);
		}
	}

	@Test
	void mapsAgreeWithTheTable() {
		final ActivationsJob found = activations(SampleSky.draw(160, 120), "layer=conv2d2 strongest=3");
		final ImagePlus maps = found.maps();
		assertArrayEquals(new int[] { 160, 120, 2, 3, 1 }, maps.getDimensions());
		for (int rank = 1; rank <= 3; rank++) {
			assertEquals((int) found.ranked().get(rank - 1), (int) found.table().getValue("Channel", rank - 1));
			final int slice = maps.getStackIndex(2, rank, 1);
			assertTrue(maps.getStack().getSliceLabel(slice).startsWith("channel " + found.ranked().get(rank - 1) + ","));
			// linear interpolation: never above the maximum, and close to it at the position in the table
			final double max = found.table().getValue("Max", rank - 1);
			assertTrue(maps.getStack().getProcessor(slice).getStats().max <= max + 1e-3);
			final int x = (int) Math.round(Math.max(0, Math.min(159, found.table().getValue("X", rank - 1))));
			final int y = (int) Math.round(Math.max(0, Math.min(119, found.table().getValue("Y", rank - 1))));
			assertTrue(maps.getStack().getProcessor(slice).getf(x, y) > 0.5 * max);
		}
	}

	/** Decoders shift receptive fields, but position i of an output of the size of the image belongs to pixel i. */
	@Test
	void theMapOfAnOutputHasItsValues() {
		final Properties gray = new Properties();
		gray.setProperty("mean", "0");
		try (DeepDream deepDream = DeepDream.open(DecoderGraphs.resized(new SmallGraphs(5).conv("first", 3, 3, 1, 4, 1, "SAME").conv(
			"down", 3, 3, 4, 8, 2, "SAME")).save(folder, gray), DreamListener.SILENT))
		{
			final ImagePlus image = stripes(0);
			final ActivationsJob found = ActivationsJob.of(deepDream, image, DreamParams.of(Task.ACTIVATIONS).withOptions("layer=c"));
			final Activations expected = deepDream.activations(found.layer(), Planes.current(image, NetworkInput.of(deepDream)).picture(
				new Rectangle(192, 160)));
			assertEquals(5, found.ranked().size());
			for (int rank = 0; rank < 5; rank++) {
				final int channel = found.ranked().get(rank);
				final float[] map = (float[]) found.maps().getStack().getPixels(found.maps().getStackIndex(2, rank + 1, 1));
				for (int p = 0; p < map.length; p++)
					assertEquals(expected.values()[5 * p + channel], map[p], 1e-4f);
				final int max = found.statistics().maxPosition(channel);
				assertEquals(max % 192, found.table().getValue("X", rank));
				assertEquals(max / 192, found.table().getValue("Y", rank));
			}
		}
	}

	/** An image with stripes on the left and a constant on the right. */
	/** Each pixel of a map is a position, and the image's pixels are blocks; X and Y remain coordinates of the image. */
	@Test
	void mapsOfPositionsBetweenPixels() throws Exception {
		final ModelSpec network = DecoderGraphs.espcn(new SmallGraphs(11), 3).save(folder, new Properties());
		final ImagePlus image = SampleSky.draw(20, 15);
		image.getCalibration().pixelWidth = 0.6;
		image.getCalibration().pixelHeight = 0.3;
		image.getCalibration().xOrigin = 7;
		try (DeepDream deepDream = DeepDream.open(network, DreamListener.SILENT)) {
			final ActivationsJob found = ActivationsJob.of(deepDream, image, DreamParams.of(Task.ACTIVATIONS).withOptions(
				"layer=c strongest=2"));
			final ImagePlus maps = found.maps();
			assertArrayEquals(new int[] { 60, 45, 2, 2, 1 }, maps.getDimensions());
			assertEquals(0.2, maps.getCalibration().pixelWidth, 1e-9);
			assertEquals(0.1, maps.getCalibration().pixelHeight, 1e-9);
			assertEquals(21, maps.getCalibration().xOrigin, 1e-9);
			final Activations positions = deepDream.activations(deepDream.layer(DreamParams.of(Task.ACTIVATIONS).withOptions(
				"layer=c")), Planes.current(image, NetworkInput.of(deepDream)).picture(new Rectangle(20, 15)));
			for (int rank = 0; rank < 2; rank++) {
				final FloatProcessor gray = (FloatProcessor) maps.getStack().getProcessor(maps.getStackIndex(1, rank + 1, 1));
				final FloatProcessor map = (FloatProcessor) maps.getStack().getProcessor(maps.getStackIndex(2, rank + 1, 1));
				final int channel = found.ranked().get(rank);
				for (int y = 0; y < 45; y++)
					for (int x = 0; x < 60; x++) {
						assertEquals(positions.get(x, y, channel), map.getf(x, y), 1e-4);
						assertEquals(gray.getf(x / 3 * 3, y / 3 * 3), gray.getf(x, y));
					}
				// the centre of the position, a third of a pixel
				final double x = found.table().getValue("X", rank);
				final double y = found.table().getValue("Y", rank);
				assertEquals(found.table().getValue("Max", rank), map.getf((int) Math.round(3 * x + 1), (int) Math.round(3 * y +
					1)), 1e-4);
			}
			image.setRoi(5, 5, 1, 1);
			final ActivationsJob selected = ActivationsJob.of(deepDream, image, DreamParams.of(Task.ACTIVATIONS).withOptions(
				"layer=c strongest=2"));
			double mean = 0;
			for (int i = 0; i < 9; i++)
				mean += positions.get(15 + i % 3, 15 + i / 3, 0) / 9;
			assertEquals(mean, selected.statistics().mean(0), 1e-3);
		}
	}

	@Test
	void statisticsCoverOnlyTheSelection() {
		final ImagePlus image = stripes(0);
		image.getProcessor().setColor(128);
		image.getProcessor().fill(new Roi(96, 0, 96, 160));
		final int all = activations(stripes(0), "layer=mixed3b").ranked().get(0);
		image.setRoi(16, 16, 56, 120);
		assertEquals(all, activations(image, "layer=mixed3b").ranked().get(0));
		final double left = activations(image, "layer=mixed3b").statistics().mean(all);
		image.setRoi(136, 16, 40, 120);
		assertTrue(activations(image, "layer=mixed3b").statistics().mean(all) < 0.5 * left);
		// a point selects the nearest position
		image.setRoi(new PointRoi(40, 80));
		assertEquals(0, activations(image, "layer=mixed3b").statistics().std(all));
		image.setRoi(500, 500, 10, 10);
		assertTrue(assertThrows(DreamException.class, () -> activations(image, "layer=mixed3b")).getMessage().contains(
			"outside the image"));
	}

	@Test
	void savesTheMapsAndDoesNotChangeTheInput() {
		final ImagePlus sky = SampleSky.draw(96, 64);
		final int[] before = ((int[]) sky.getProcessor().getPixels()).clone();
		final Path file = folder.resolve("maps.tif");
		activations(sky, "layer=mixed3a strongest=2 save=" + file);
		assertEquals(4, IJ.openImage(file.toString()).getStackSize());
		assertArrayEquals(before, (int[]) sky.getProcessor().getPixels());
	}

	@Test
	void errorsAreOneSentence() {
		assertThrows(DreamException.class, () -> activations(null, ""));
		assertTrue(assertThrows(DreamException.class, () -> activations(SampleSky.draw(64, 48), "layer=mixed3a,mixed4a")).getMessage()
			.contains("give one"));
	}
}
