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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;

import io.deepdream.Shared;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Micrographs, if they are available next to the checkout. */
class MicroscopyTest {

	private static final String QUICK = "layer=mixed3a octaves=1 iterations=1 ";

	@TempDir
	Path folder;

	private static ImagePlus open(final String name) {
		return IJ.openImage(Shared.file("images/microscopy/" + name).toString());
	}

	private static ImagePlus run(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(QUICK + options), DreamListener.SILENT);
	}

	private static double difference(final ImageProcessor a, final ImageProcessor b) {
		double sum = 0;
		for (int i = 0; i < a.getPixelCount(); i++)
			sum += Math.abs(a.getf(i) - b.getf(i));
		return sum / a.getPixelCount();
	}

	@Test
	void hyperstackOfThreeChannels() {
		final ImagePlus input = open("pyimagej_test_still_stack.tif");
		assertEquals(3, input.getNChannels());
		assertEquals(16, input.getBitDepth());
		final ImagePlus same = run(input, "type=same slices=all");
		assertArrayEquals(input.getDimensions(), same.getDimensions());
		assertEquals(16, same.getBitDepth());
		assertTrue(same.isComposite());
		assertEquals(((CompositeImage) input).getMode(), ((CompositeImage) same).getMode());
		for (int c = 1; c <= 3; c++) {
			assertArrayEquals(((CompositeImage) input).getChannelLut(c).getBytes(), ((CompositeImage) same).getChannelLut(c)
				.getBytes());
			assertEquals(((CompositeImage) input).getChannelLut(c).max, ((CompositeImage) same).getChannelLut(c).max);
			final double range = ((CompositeImage) input).getChannelLut(c).max - ((CompositeImage) input).getChannelLut(c).min;
			final double mean = difference(input.getStack().getProcessor(c), same.getStack().getProcessor(c)) / range;
			assertTrue(mean > 0.0005 && mean < 0.1, "channel " + c + " changed by " + mean + " of its range");
		}
		assertEquals(24, run(input, "").getBitDepth());
	}

	@Test
	void calibratedStackWithALookupTable() {
		final ImagePlus input = open("ops_colocsample1b-green.tif");
		assertEquals(33, input.getStackSize());
		final ImagePlus same = run(input, "type=same slices=all");
		assertArrayEquals(input.getDimensions(), same.getDimensions());
		assertEquals(input.getCalibration().toString(), same.getCalibration().toString());
		assertArrayEquals(input.getLuts()[0].getBytes(), same.getLuts()[0].getBytes());
		final ImagePlus colours = run(input, "");
		assertEquals(24, colours.getBitDepth());
		assertEquals(input.getCalibration().pixelWidth, colours.getCalibration().pixelWidth);
	}

	@ParameterizedTest
	@CsvSource({ "stardist_img3d.tif,31", "stardist_img2d.tif,1", "cellprofiler_human_D03f00d0.tif,1", "maize_clsm.tif,1",
		"skimage_cell.png,1", "skimage_ihc.png,1", "skimage_microaneurysms.png,1", "pyimagej_test_image.tif,1" })
	void otherFormats(final String name, final int slices) {
		final ImagePlus input = open(name);
		assertEquals(slices, input.getStackSize());
		final Path file = folder.resolve("out.tif");
		input.setRoi(new Roi(10, 10, 40, 40));
		final ImagePlus same = run(input, "type=same save=[" + file + "]");
		assertEquals(input.getBitDepth(), same.getBitDepth());
		final ImagePlus read = IJ.openImage(file.toString());
		final ImageProcessor before = input.getProcessor();
		assertEquals(before.getf(5, 5), read.getProcessor().getf(5, 5));
		assertTrue(difference(before, read.getProcessor()) > 0, name);
		assertEquals(input.getWidth(), read.getWidth());
	}
}
