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
package io.deepdream.imagej.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.plugin.AVI_Reader;

import io.deepdream.imagej.SampleImages;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the files written by the save parameter. */
class SaveFileTest {

	private static final String QUICK = "layer=mixed3a octaves=1 iterations=1 slices=all ";

	@TempDir
	Path folder;

	private ImagePlus run(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(QUICK + options), DreamListener.SILENT);
	}

	private List<String> names() throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
	}

	@Test
	void tiffKeepsInfoAndDimensionsOfAStack() {
		final Path file = folder.resolve("a b.tif");
		final ImagePlus result = run(SampleImages.composite(16, 2, 3, 1, CompositeImage.COMPOSITE), "type=same save=[" +
			file + "]");
		final ImagePlus read = IJ.openImage(file.toString());
		assertArrayEquals(result.getDimensions(), read.getDimensions());
		assertEquals(2, read.getCalibration().pixelDepth);
		assertTrue(read.getInfoProperty().contains("DeepDream parameters: model=compact-inception"));
		assertTrue(read.isComposite());
		assertArrayEquals((short[]) result.getStack().getPixels(6), (short[]) read.getStack().getPixels(6));
	}

	@Test
	void savesAStackAsAviAndGif() throws Exception {
		final ImagePlus input = SampleImages.composite(16, 2, 1, 3, CompositeImage.COMPOSITE);
		final Path avi = folder.resolve("a.avi");
		run(input, "type=same save=[" + avi + "]");
		final ImagePlus movie = AVI_Reader.open(avi.toString(), false);
		assertEquals(3, movie.getStackSize());
		assertEquals(24, movie.getBitDepth());
		assertEquals(SampleImages.WIDTH, movie.getWidth());
		final Path gif = folder.resolve("a.gif");
		run(input, "save=[" + gif + "]");
		final ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
		try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
			reader.setInput(in);
			assertEquals(3, reader.getNumImages(true));
			assertEquals(SampleImages.HEIGHT, reader.getHeight(2));
		}
	}

	@Test
	void inAFolderEveryResultGetsANewFile() throws Exception {
		for (int i = 0; i < 2; i++)
			run(SampleImages.single(8), "save=[" + folder + "]");
		assertEquals(List.of("Dream of my _cells_ [1]-1.tif", "Dream of my _cells_ [1].tif"), names());
		assertTrue(IJ.openImage(folder.resolve("Dream of my _cells_ [1].tif").toString()).getInfoProperty().contains(
			"DeepDream source: my \"cells\" [1]"));
	}

	@Test
	void rejectsSingleSliceFormatsForStacksBeforeTheJob() throws Exception {
		final String sentence = assertThrows(DreamException.class, () -> run(SampleImages.stack(8, 1, 3, 1), "save=[" +
			folder.resolve("x.png") + "]")).getMessage();
		assertTrue(sentence.contains("one slice") && sentence.contains("has 3") && sentence.contains(".avi"), sentence);
		assertEquals(List.of(), names());
		// the channels of one position count as one slice
		run(SampleImages.composite(8, 3, 1, 1, CompositeImage.COMPOSITE), "type=same save=[" + folder.resolve("y.png") +
			"]");
		assertEquals(List.of("y.png"), names());
	}
}
