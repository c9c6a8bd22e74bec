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
package io.deepdream.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.StackConverter;

import io.deepdream.NoteTaker;
import io.deepdream.cli.CommandLine;
import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Images with indexed colours, whose 8-bit pixels are positions in a table of colours and not intensities. */
class IndexedColourTest {

	private static final String QUICK = "layer=mixed3a octaves=1 iterations=2 ";

	@TempDir
	static Path folder;

	private static ImagePlus run(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(QUICK + options), DreamListener.SILENT);
	}

	/** As Image &gt; Type &gt; 8-bit Color makes it. */
	private static ImagePlus indexed(final int colours) {
		final ImagePlus image = SampleImages.single(24);
		new ImageConverter(image).convertRGBtoIndexedColor(colours);
		return image;
	}

	/** Gray levels as in a PNG of a few bits: the pixels count levels, from 0. */
	private static ImagePlus levels(final int count) {
		final byte[] gray = new byte[count];
		for (int i = 0; i < count; i++)
			gray[i] = (byte) (255 * i / (count - 1));
		final ImageProcessor ip = SampleImages.plane(8, 1);
		ip.multiply((count - 1) / 255.0);
		ip.setColorModel(new IndexColorModel(8, count, gray, gray, gray));
		return new ImagePlus("levels", ip);
	}

	/** A gray picture with a table in the order of ImageJ's quantiser. */
	private static ImagePlus quantisedGray() {
		final ImagePlus image = SampleImages.single(8);
		new ImageConverter(image).convertToRGB();
		new ImageConverter(image).convertRGBtoIndexedColor(256);
		return image;
	}

	private static ImagePlus stack() {
		final ImagePlus image = SampleImages.stack(24, 1, 3, 1);
		new StackConverter(image).convertToIndexedColor(256);
		return image;
	}

	private static ImagePlus reopened(final String file, final ImagePlus image) throws Exception {
		final String path = folder.resolve(file).toString();
		if (file.endsWith(".gif")) new FileSaver(image).saveAsGif(path);
		else if (file.endsWith(".tif")) new FileSaver(image).saveAsTiff(path);
		else if (file.endsWith(".bmp")) new FileSaver(image).saveAsBmp(path);
		else ImageIO.write((BufferedImage) image.getProcessor().createImage(), "png", Path.of(path).toFile());
		return IJ.openImage(path);
	}

	static Stream<Arguments> images() throws Exception {
		return Stream.of(Arguments.of("256 colours", indexed(256)), Arguments.of("16 colours", indexed(16)), Arguments.of("stack",
			stack()), Arguments.of("GIF", reopened("a.gif", indexed(256))), Arguments.of("PNG", reopened("a.png", indexed(64))),
			Arguments.of("BMP", reopened("a.bmp", indexed(256))), Arguments.of("TIFF", reopened("a.tif", indexed(256))), Arguments
				.of("16 gray levels", levels(16)), Arguments.of("black and white", levels(2)), Arguments.of("quantised gray", quantisedGray()));
	}

	private static ImagePlus displayed(final ImagePlus image) {
		final ImagePlus copy = image.duplicate();
		copy.setTitle(image.getTitle());
		if (copy.getStackSize() > 1) new ImageConverter(copy).convertToRGB();
		else copy.setProcessor(copy.getProcessor().convertToRGB());
		return copy;
	}

	private static int[] colours(final ImagePlus image, final int slice) {
		return (int[]) displayed(image).getStack().getProcessor(slice).getPixels();
	}

	private static int distance(final int a, final int b) {
		int sum = 0;
		for (int shift = 0; shift < 24; shift += 8) {
			final int difference = (a >> shift & 255) - (b >> shift & 255);
			sum += difference * difference;
		}
		return sum;
	}

	/** Distance of a colour from the nearest entry of a lookup table. */
	private static int distance(final int colour, final LUT lut) {
		int least = Integer.MAX_VALUE;
		for (int i = 0; i < lut.getMapSize(); i++)
			least = Math.min(least, distance(colour, lut.getRGB(i)));
		return least;
	}

	/** Requires that every pixel has the entry of the table that is nearest to a dream in full colour. */
	private static void assertNearest(final ImagePlus full, final ImagePlus result) {
		final LUT lut = result.getProcessor().getLut();
		for (int slice = 1; slice <= full.getStackSize(); slice++) {
			final int[] wanted = (int[]) full.getStack().getProcessor(slice).getPixels();
			final int[] found = colours(result, slice);
			for (int i = 0; i < wanted.length; i++)
				assertEquals(distance(wanted[i], lut), distance(wanted[i], found[i]), "pixel " + i + " of slice " + slice);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("images")
	void theDisplayedColoursAreDreamed(final String name, final ImagePlus image) {
		assertEquals(8, image.getBitDepth());
		final ImagePlus expected = run(displayed(image), "slices=all");
		final ImagePlus result = run(image, "slices=all");
		for (int i = 1; i <= image.getStackSize(); i++)
			assertArrayEquals((int[]) expected.getStack().getPixels(i), (int[]) result.getStack().getPixels(i));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("images")
	void theResultHasTheNearestColoursOfTheTable(final String name, final ImagePlus image) {
		final NoteTaker notes = new NoteTaker();
		final ImagePlus result = DreamJob.run(image, DreamParams.parse(QUICK + "slices=all type=same"), notes);
		assertEquals(8, result.getBitDepth());
		assertEquals(image.getType(), result.getType());
		assertArrayEquals(image.getProcessor().getLut().getBytes(), result.getProcessor().getLut().getBytes());
		assertNearest(run(image, "slices=all"), result);
		assertTrue(notes.notes().stream().anyMatch(note -> note.contains("type=rgb")), notes.notes().toString());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("images")
	void inPlaceWritesTheNearestColours(final String name, final ImagePlus image) {
		final ImagePlus input = image.duplicate();
		final ImagePlus full = run(image, "slices=all");
		assertSame(input, run(input, "slices=all output=[in place]"));
		assertNearest(full, input);
	}

	/** Between two entries of the table there is no order, so the fade of a soft edge mixes colours. */
	@Test
	void theEdgeOfASelectionMixesColours() {
		final ImagePlus image = indexed(64);
		final Roi roi = new OvalRoi(6, 5, 30, 28);
		image.setRoi(roi);
		final ImagePlus full = run(image, "edge=6 step=60");
		final ImagePlus result = run(image, "edge=6 step=60 type=same");
		assertNearest(full, result);
		final ImageProcessor before = image.getProcessor();
		int changed = 0;
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				if (!roi.contains(x, y)) assertEquals(before.get(x, y), result.getProcessor().get(x, y));
				else if (before.get(x, y) != result.getProcessor().get(x, y)) changed++;
		assertTrue(changed > 200, changed + " pixels have changed");
	}

	/** A display range moves the colours along the table. */
	@Test
	void theDisplayRangeCounts() {
		final ImagePlus image = indexed(256);
		image.setDisplayRange(30, 200);
		assertNearest(run(image, ""), run(image, "type=same"));
		assertArrayEquals((int[]) run(displayed(image), "").getProcessor().getPixels(), (int[]) run(image, "").getProcessor()
			.getPixels());
	}

	@Test
	void moviesAndActivationsUseTheDisplayedColours() {
		final ImagePlus image = indexed(64);
		final ImagePlus movie = Commands.of("movie").job().run(image, DreamParams.of(Task.MOVIE).withOptions(
			"frames=1 octaves=1 iterations=1"), DreamListener.SILENT, shown -> {});
		assertArrayEquals(colours(image, 1), (int[]) movie.getStack().getPixels(1));
		final DreamParams params = DreamParams.of(Task.ACTIVATIONS).withOptions("layer=mixed3a");
		assertEquals(ActivationsJob.run(displayed(image), params, DreamListener.SILENT).table().getColumnAsDoubles(1)[0], ActivationsJob
			.run(image, params, DreamListener.SILENT).table().getColumnAsDoubles(1)[0]);
	}

	/** A thresholded gray image has a lookup table with a red part. */
	@Test
	void aThresholdIsNoTableOfColours() {
		final ImagePlus plain = SampleImages.single(8);
		final ImagePlus thresholded = SampleImages.single(8);
		thresholded.getProcessor().setThreshold(100, 140, ImageProcessor.RED_LUT);
		assertArrayEquals((byte[]) run(plain, "type=same").getProcessor().getPixels(), (byte[]) run(thresholded, "type=same")
			.getProcessor().getPixels());
	}

	@Test
	void onTheCommandLine() throws Exception {
		final ImagePlus image = reopened("in.gif", indexed(256));
		final Path out = folder.resolve("out.png");
		final PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true);
		assertEquals(0, CommandLine.run(stream, stream, (folder.resolve("in.gif") + " " + out + " type=same " + QUICK).split(" ")));
		final int[] written = (int[]) ((ColorProcessor) IJ.openImage(out.toString()).getProcessor().convertToRGB())
			.getPixels();
		assertArrayEquals(colours(run(image, "type=same"), 1), written);
	}
}
