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

import java.awt.Color;
import java.io.File;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import io.deepdream.imagej.job.DreamJob;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/**
 * Draws a sheet of dreams: one row for each image, which shows the image and its dream
 * with each of several option strings.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.deepdream.imagej.DreamSheet -Dexec.args="OUT.jpg COLUMNS 'a.png;b.tif' 'layer=mixed4c;layer=mixed4d'"
 * </pre>
 */
public final class DreamSheet {

	/** Images are dreamed at this width, and drawn at half of it. */
	private static final int DREAM_WIDTH = 320;
	private static final int CELL_WIDTH = 160;
	private static final int CELL_HEIGHT = 120;
	private static final int QUALITY = 75;

	private DreamSheet() {}

	/** @param args file of the sheet; number of images beside each other; images; option strings, all separated by ; */
	public static void main(final String... args) {
		System.setProperty("java.awt.headless", "true");
		final int across = Integer.parseInt(args[1]);
		final String[] images = args[2].split(";");
		final String[] options = args[3].split(";");
		final int blockWidth = (options.length + 1) * CELL_WIDTH;
		final ColorProcessor sheet = new ColorProcessor(across * blockWidth, (images.length + across - 1) / across *
			CELL_HEIGHT);
		sheet.setColor(Color.WHITE);
		sheet.fill();
		for (int i = 0; i < images.length; i++) {
			final ImagePlus input = input(images[i].trim());
			final int x = i % across * blockWidth;
			final int y = i / across * CELL_HEIGHT;
			sheet.insert(cell(input), x, y);
			for (int k = 0; k < options.length; k++)
				sheet.insert(cell(DreamJob.run(input, DreamParams.parse(options[k].trim()), DreamListener.SILENT)), x + (k + 1) *
					CELL_WIDTH, y);
		}
		FileSaver.setJpegQuality(QUALITY);
		new FileSaver(new ImagePlus("", sheet)).saveAsJpeg(args[0]);
	}

	private static ImagePlus input(final String file) {
		final ImagePlus image = IJ.openImage(new File(file).getPath());
		final ImageProcessor ip = image.getProcessor();
		ip.setInterpolationMethod(ImageProcessor.BICUBIC);
		return new ImagePlus(image.getTitle(), ip.resize(DREAM_WIDTH, DREAM_WIDTH * ip.getHeight() / ip.getWidth(), true));
	}

	/** The middle, in RGB, as large as a cell. */
	private static ImageProcessor cell(final ImagePlus image) {
		final ImageProcessor ip = image.getProcessor().convertToRGB();
		ip.setInterpolationMethod(ImageProcessor.BILINEAR);
		final ImageProcessor small = ip.resize(CELL_WIDTH, CELL_WIDTH * ip.getHeight() / ip.getWidth(), true);
		small.setRoi(0, Math.max(0, (small.getHeight() - CELL_HEIGHT) / 2), CELL_WIDTH, Math.min(CELL_HEIGHT, small.getHeight()));
		return small.crop();
	}
}
