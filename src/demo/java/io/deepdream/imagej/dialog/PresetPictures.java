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
package io.deepdream.imagej.dialog;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.io.File;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Preset;

/**
 * Draws the documentation's sheet of presets, and the small pictures of the dialog: the
 * input, and the result of each preset with the embedded network.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.deepdream.imagej.PresetPictures \
 *   -Dexec.args="docs/images/presets.jpg src/main/resources/presets"
 * </pre>
 */
public final class PresetPictures {

	private static final int WIDTH = 400;
	private static final int HEIGHT = 280;
	private static final int LABEL = 24;
	private static final int COLUMNS = 3;
	/** The part that the dialog shows, so that its patterns remain visible when reduced. */
	private static final Rectangle PART = new Rectangle(60, 55, 240, 160);

	private PresetPictures() {}

	/** @param args the sheet; the folder of the small pictures; optionally an input image, by default the sample sky */
	public static void main(final String... args) {
		final ImagePlus input = args.length > 2 ? IJ.openImage(args[2]) : SampleSky.draw(WIDTH, HEIGHT);
		final ColorProcessor picture = (ColorProcessor) input.getProcessor().convertToRGB().resize(WIDTH, HEIGHT, true);
		final int rows = (Preset.values().length + COLUMNS) / COLUMNS;
		final ColorProcessor sheet = new ColorProcessor(COLUMNS * WIDTH, rows * (HEIGHT + LABEL));
		sheet.setColor(Color.white);
		sheet.fill();
		put(sheet, 0, "The input", picture);
		for (final Preset preset : Preset.values()) {
			final ImagePlus dream = DreamJob.run(new ImagePlus("input", picture), preset.apply(DreamParams.defaults()),
				DreamListener.SILENT);
			put(sheet, preset.ordinal() + 1, preset.title(), (ColorProcessor) dream.getProcessor());
			saveReduced((ColorProcessor) dream.getProcessor(), new File(args[1], PresetButton.fileName(preset)));
		}
		FileSaver.setJpegQuality(88);
		new FileSaver(new ImagePlus("presets", sheet)).saveAsJpeg(args[0]);
	}

	private static void saveReduced(final ColorProcessor picture, final File file) {
		picture.setRoi(PART);
		final ColorProcessor part = (ColorProcessor) picture.crop();
		picture.resetRoi();
		part.setInterpolationMethod(ImageProcessor.BILINEAR);
		FileSaver.setJpegQuality(80);
		new FileSaver(new ImagePlus(file.getName(), part.resize(PresetButton.FILE_WIDTH, PresetButton.FILE_HEIGHT, true)))
			.saveAsJpeg(file.getPath());
	}

	private static void put(final ColorProcessor sheet, final int place, final String title, final ColorProcessor picture) {
		final int x = place % COLUMNS * WIDTH;
		final int y = place / COLUMNS * (HEIGHT + LABEL);
		sheet.insert(picture, x, y + LABEL);
		sheet.setColor(Color.black);
		sheet.setFont(new Font("SansSerif", Font.PLAIN, 15));
		sheet.setAntialiasedText(true);
		sheet.drawString(title, x + 6, y + LABEL - 3);
	}
}
