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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.io.Opener;
import ij.plugin.AVI_Reader;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieJobTest {

	@TempDir
	Path folder;

	private static ImagePlus movie(final ImagePlus input, final String options) {
		return MovieJob.run(input, DreamParams.of(Task.MOVIE).withOptions(options), DreamListener.SILENT, image -> {});
	}

	private static int[] frame(final ImagePlus movie, final int number) {
		return (int[]) movie.getStack().getProcessor(number).getPixels();
	}

	private static double brightness(final int[] pixels) {
		double sum = 0;
		for (final int rgb : pixels)
			sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
		return sum / (3 * pixels.length);
	}

	@Test
	void brightnessIsStableOverThirtyFrames() {
		final ImagePlus sky = SampleSky.draw(96, 72);
		final int[] before = ((int[]) sky.getProcessor().getPixels()).clone();
		final ImagePlus movie = movie(sky, "frames=30 octaves=2 iterations=3 rotate=1");
		assertEquals(31, movie.getStackSize());
		final double first = brightness(frame(movie, 1));
		for (int i = 2; i <= 31; i++) {
			assertEquals(first, brightness(frame(movie, i)), 0.03 * first, "frame " + i);
			assertFalse(java.util.Arrays.equals(frame(movie, i), frame(movie, i - 1)));
		}
		assertArrayEquals(before, (int[]) sky.getProcessor().getPixels());
		assertFalse(sky.isLocked());
		assertEquals("Zoom into Sky", movie.getTitle());
		assertTrue(movie.getInfoProperty().contains("zoom=1.04"));
	}

	@Test
	void continuingAMovieEqualsOneRun() {
		final String options = "octaves=1 iterations=2 rotate=3 seed=4 frames=";
		final ImagePlus whole = movie(SampleSky.draw(64, 48), options + 4);
		final ImagePlus continued = movie(movie(SampleSky.draw(64, 48), options + 1), options + 3);
		assertEquals(5, continued.getStackSize());
		for (int i = 1; i <= 5; i++)
			assertArrayEquals(frame(whole, i), frame(continued, i), "frame " + i);
	}

	@Test
	void grayscaleStacksAreNotContinued() {
		final ImagePlus stack = IJ.createImage("z", "16-bit ramp", 60, 50, 3);
		assertEquals(2, movie(stack, "octaves=1 iterations=1 frames=1").getStackSize());
		final ImagePlus gray = new ImagePlus("g", new ShortProcessor(60, 50, new short[3000], null));
		assertEquals(2, movie(gray, "octaves=1 iterations=1 frames=1").getStackSize());
	}

	/** The frames have the limits of the first one, whatever values the last one has. */
	@ParameterizedTest
	@CsvSource({ "1, fixed", "1, percentiles 1 99.8", "1, minmax", "2, percentiles 5 95", "2, standardise" })
	void continuingAMovieOfOtherChannelsEqualsOneRun(final int channels, final String normalisation) throws Exception {
		final Path graph = folder.resolve("small.pb");
		Files.write(graph, new SmallGraphs(7).conv("a", 3, 3, channels, 6, 1, "SAME").relu("r").build().toByteArray());
		Files.writeString(folder.resolve("small.properties"), "normalise-input=" + normalisation);
		final String options = "model=[" + graph + "] layer=r octaves=1 iterations=2 rotate=3 seed=4 frames=";
		final ImagePlus start = micrograph(channels);
		final ImagePlus whole = movie(start, options + 4);
		assertEquals(5, whole.getNFrames());
		final ImagePlus continued = movie(movie(start, options + 1), options + 3);
		assertArrayEquals(whole.getDimensions(), continued.getDimensions());
		for (int i = 1; i <= whole.getStackSize(); i++) {
			assertArrayEquals((short[]) whole.getStack().getPixels(i), (short[]) continued.getStack().getPixels(i), "slice " + i);
			assertEquals(whole.getStack().getSliceLabel(i), continued.getStack().getSliceLabel(i));
		}
	}

	/** Of 16 bits, with some values beyond the percentiles. */
	private static ImagePlus micrograph(final int channels) {
		final ImagePlus image = IJ.createHyperStack("cells", 60, 50, channels, 1, 1, 16);
		for (int c = 1; c <= channels; c++) {
			final ImageProcessor ip = image.getStack().getProcessor(c);
			for (int i = 0; i < ip.getPixelCount(); i++)
				ip.set(i, (int) (3000 * c + 2000 * Math.sin(0.03 * i) + i % 60 * 20));
			ip.set(700, 60000);
			image.setC(c);
			image.setDisplayRange(900, 9000);
		}
		return image;
	}

	@Test
	void savedMoviesCanBeOpened() throws Exception {
		for (final String type : new String[] { "avi", "gif", "tif" }) {
			final Path file = folder.resolve("a movie." + type);
			final ImagePlus movie = movie(SampleSky.draw(64, 48), "iterations=0 frames=3 save=[" + file + "]");
			final ImagePlus again = type.equals("avi") ? AVI_Reader.open(file.toString(), false) : new Opener().openImage(file
				.toString());
			assertEquals(4, again.getStackSize(), type);
			final double expected = brightness(frame(movie, 4));
			again.setSlice(4);
			assertEquals(expected, brightness((int[]) again.getProcessor().convertToRGB().getPixels()), 4, type);
		}
	}

	@Test
	void rejectsOtherFileFormatsBeforeRendering() {
		final String output = assertThrows(DreamException.class, () -> movie(SampleSky.draw(64, 48), "save=" + folder.resolve(
			"x.png"))).getMessage();
		assertTrue(output.contains(".tif, .avi or .gif"), output);
		assertFalse(Files.exists(folder.resolve("x.png")));
		assertThrows(DreamException.class, () -> movie(null, ""));
	}

	@Test
	void suggestsTheCentreOfTheSelection() {
		final ImagePlus sky = SampleSky.draw(64, 48);
		assertEquals("middle", MovieJob.centre(sky));
		sky.setRoi(new PointRoi(20, 30));
		assertEquals("20,30", MovieJob.centre(sky));
		sky.setRoi(10, 20, 10, 8);
		assertEquals("15,24", MovieJob.centre(sky));
		assertEquals("middle", MovieJob.centre(null));
	}
}
