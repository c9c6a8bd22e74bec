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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import io.deepdream.DeepDream;
import io.deepdream.dream.Dream;
import io.deepdream.image.Picture;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.pixels.ImagePixels;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {

	private static final String QUICK = "layer=mixed3b octaves=1 iterations=6 ";

	@TempDir
	Path folder;

	private static ImageProcessor stripes(final boolean upright) {
		final ImageProcessor ip = new ByteProcessor(90, 70);
		for (int y = 0; y < 70; y++)
			for (int x = 0; x < 90; x++)
				ip.set(x, y, (upright ? x : y) / 4 % 2 * 200 + 20);
		return ip;
	}

	private String file(final String name, final ImageProcessor ip) {
		final String path = folder.resolve(name).toString();
		new FileSaver(new ImagePlus(name, ip)).saveAsTiff(path);
		return path;
	}

	private static ImagePlus run(final String options) {
		return run(QUICK, options);
	}

	private static ImagePlus run(final String quick, final String options) {
		return DreamJob.run(SampleSky.draw(96, 80), DreamParams.parse(quick + options), DreamListener.SILENT);
	}

	/** Mean absolute difference of horizontal neighbours, divided by that of vertical neighbours. */
	private static double uprightness(final ImagePlus image) {
		double across = 0;
		double down = 0;
		final ImageProcessor ip = image.getProcessor().convertToByte(false);
		for (int y = 1; y < ip.getHeight(); y++)
			for (int x = 1; x < ip.getWidth(); x++) {
				across += Math.abs(ip.get(x, y) - ip.get(x - 1, y));
				down += Math.abs(ip.get(x, y) - ip.get(x, y - 1));
			}
		return across / down;
	}

	@Test
	void theDreamAdoptsTheTextureOfTheGuide() {
		// a layer whose channels detect edges and stripes
		final String options = QUICK.replace("mixed3b", "conv2d2");
		final double upright = uprightness(run(options, "guide=[" + file("up right.tif", stripes(true)) + "]"));
		final double flat = uprightness(run(options, "guide=[" + file("flat.tif", stripes(false)) + "]"));
		assertTrue(upright > 1.3 * flat, upright + " with upright stripes, " + flat + " with flat ones");
	}

	@Test
	void theScoreIncreases() {
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			final Picture guide = ImagePixels.fromColour((ColorProcessor) stripes(true)
				.convertToRGB());
			final Dream dream = deepDream.dream(ImagePixels.fromColour((ColorProcessor) SampleSky.draw(96, 80)
				.getProcessor()), guide, DreamParams.parse(QUICK + "jitter=0"), DreamListener.SILENT);
			final List<Double> scores = dream.scores();
			assertTrue(scores.get(5) > 1.05 * scores.get(0), scores.toString());
			assertFalse(Arrays.equals(dream.picture().data(), guide.data()));
		}
	}

	/** Guides of different types that look the same produce the same dream; alpha is ignored. */
	@Test
	void theGuideIsConvertedAsDisplayedForEveryImageType() throws Exception {
		final ImageProcessor gray = stripes(true);
		final List<String> guides = new ArrayList<>();
		guides.add(file("8.tif", gray));
		final ImageProcessor sixteen = gray.convertToShort(false);
		sixteen.setMinAndMax(0, 255);
		guides.add(file("16.tif", sixteen));
		guides.add(file("rgb.tif", gray.convertToRGB()));
		final BufferedImage alpha = new BufferedImage(90, 70, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < 70; y++)
			for (int x = 0; x < 90; x++)
				alpha.setRGB(x, y, 0xff000000 | gray.get(x, y) * 0x010101);
		final Path png = folder.resolve("alpha.png");
		ImageIO.write(alpha, "png", png.toFile());
		guides.add(png.toString());
		final int[] expected = (int[]) run("guide=[" + guides.get(0) + "]").getProcessor().getPixels();
		for (final String guide : guides.subList(1, guides.size())) {
			final int[] got = (int[]) run("guide=[" + guide + "]").getProcessor().getPixels();
			int different = 0;
			for (int i = 0; i < got.length; i++)
				for (int shift = 0; shift < 24; shift += 8)
					if (Math.abs((got[i] >> shift & 255) - (expected[i] >> shift & 255)) > 1) different++;
			assertTrue(different < got.length / 100, different + " values differ with " + guide);
		}
	}

	@Test
	void aMissingGuideIsReportedInOneSentence() throws Exception {
		final Path text = folder.resolve("text.tif");
		Files.writeString(text, "no image");
		for (final String guide : new String[] { "no such window", "C:\\a b\\c.tif", text.toString() }) {
			final String output = assertThrows(DreamException.class, () -> run("guide=[" + guide + "]")).getMessage();
			assertTrue(output.startsWith("There is no guide \"" + guide + "\""), output);
		}
	}

	@Test
	void largeGuidesAreReduced() {
		final String large = file("large.tif", stripes(true).resize(900, 700));
		assertEquals(96, DreamJob.run(SampleSky.draw(96, 80), DreamParams.parse("layer=conv2d0 octaves=1 iterations=1 guide=[" + large +
			"]"), DreamListener.SILENT).getWidth());
	}
}
