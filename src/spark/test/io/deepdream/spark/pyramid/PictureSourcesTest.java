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
package io.deepdream.spark.pyramid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSourcesTest {

	private static final int WIDTH = 333;
	private static final int HEIGHT = 250;

	private static JavaSparkContext spark;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() {
		spark = LocalSpark.start();
	}

	@AfterAll
	static void stop() {
		spark.stop();
	}

	private PictureSource open(final Path path) {
		return PictureSources.open(spark, path.toString());
	}

	/** Compares regions with the plane that the plugin reads of an image. */
	private static void check(final ImagePlus image, final PictureSource source) {
		assertEquals(image.getWidth(), source.width());
		assertEquals(image.getHeight(), source.height());
		final int w = image.getWidth();
		final int h = image.getHeight();
		final Rectangle[] regions = { new Rectangle(0, 0, w, h), new Rectangle(0, 0, 1, 1), new Rectangle(w - 1, h - 1, 1, 1),
			new Rectangle(63, 62, 130, 3), new Rectangle(130, 17, 7, 200), new Rectangle(64, 64, 64, 64), new Rectangle(200, 100, w -
				200, h - 100) };
		for (final Rectangle region : regions) {
			final Picture expected = Planes.current(image, NetworkInput.DISPLAYED).picture(region);
			final Picture actual = source.withChannels(Picture.RGB).read(region.x, region.y, region.width, region.height);
			assertEquals(expected.size(), actual.size());
			assertArrayEquals(expected.data(), actual.data(), region.toString());
		}
	}

	private static ImageProcessor pattern(final TiffFile file) {
		final ImageProcessor ip = file.samples == 3 ? new ColorProcessor(WIDTH, HEIGHT) : file.bits == 16 ? new ShortProcessor(
			WIDTH, HEIGHT) : new ByteProcessor(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				if (file.samples == 1) ip.set(x, y, file.value(x, y, 0));
				else ip.set(x, y, file.value(x, y, 0) << 16 | file.value(x, y, 1) << 8 | file.value(x, y, 2));
		return ip;
	}

	/** The pattern as ImageJ opens it from a file of its own, with its automatic display range. */
	private ImagePlus byImageJ(final TiffFile file) {
		final String path = folder.resolve("imagej.tif").toString();
		final ImagePlus image = new ImagePlus("pattern", pattern(file));
		assertTrue(new FileSaver(image).saveAsTiff(path));
		final ImagePlus opened = new Opener().openImage(path);
		// a range that ImageJ stores in the file, but no other program does
		if (file.bits == 16) opened.getProcessor().resetMinAndMax();
		return opened;
	}

	private static TiffFile file(final String type) {
		final TiffFile file = new TiffFile(WIDTH, HEIGHT);
		file.samples = type.equals("rgb") ? 3 : 1;
		file.bits = type.equals("gray16") ? 16 : 8;
		return file;
	}

	@ParameterizedTest
	@ValueSource(strings = { "gray8", "gray16", "rgb" })
	void filesOfImageJ(final String type) {
		final ImagePlus image = byImageJ(file(type));
		final PictureSource source = open(folder.resolve("imagej.tif"));
		assertEquals(type.equals("rgb") ? 3 : 1, source.channels());
		check(image, source);
	}

	@Test
	void theDisplayRangeThatImageJStores() {
		final ImagePlus image = new ImagePlus("pattern", pattern(file("gray16")));
		image.setDisplayRange(3000, 7000);
		final String path = folder.resolve("range.tif").toString();
		new FileSaver(image).saveAsTiff(path);
		check(new Opener().openImage(path), open(Path.of(path)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gray8", "gray16", "rgb" })
	void strips(final String type) throws IOException {
		final TiffFile file = file(type);
		final ImagePlus image = byImageJ(file);
		for (final boolean deflated : new boolean[] { false, true })
			for (final int rows : new int[] { 1, 64, HEIGHT }) {
				file.deflated = deflated;
				file.tileHeight = rows;
				file.order = deflated ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
				final Path path = folder.resolve("strips.tif");
				file.write(path);
				check(new Opener().openImage(path.toString()), open(path));
				check(image, open(path));
			}
	}

	@ParameterizedTest
	@ValueSource(strings = { "gray8", "gray16", "rgb" })
	void tiles(final String type) throws IOException {
		final TiffFile file = file(type);
		final ImagePlus image = byImageJ(file);
		for (final boolean big : new boolean[] { false, true })
			for (final boolean deflated : new boolean[] { false, true }) {
				file.big = big;
				file.deflated = deflated;
				file.tileWidth = deflated ? 64 : 128;
				file.order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
				// not the suffix but the content determines the format
				final Path path = folder.resolve("tiles.png");
				file.write(path);
				check(image, open(path));
			}
	}

	@Test
	void channelsInPlanesOfTheirOwn() throws IOException {
		final TiffFile file = file("rgb");
		final ImagePlus image = byImageJ(file);
		file.planar = true;
		for (final boolean deflated : new boolean[] { false, true })
			for (final int tileWidth : new int[] { 0, 64 }) {
				file.deflated = deflated;
				file.tileWidth = tileWidth;
				final Path path = folder.resolve("planes.tif");
				file.write(path);
				check(image, open(path));
			}
	}

	@ParameterizedTest
	@ValueSource(strings = { "gray8", "gray16", "rgb" })
	void png(final String type) {
		final String path = folder.resolve("image.png").toString();
		new FileSaver(new ImagePlus("pattern", pattern(file(type)))).saveAsPng(path);
		check(new Opener().openImage(path), open(Path.of(path)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gray8", "rgb" })
	void jpeg(final String type) {
		final String path = folder.resolve("image.jpg").toString();
		new FileSaver(new ImagePlus("pattern", pattern(file(type)))).saveAsJpeg(path);
		check(new Opener().openImage(path), open(Path.of(path)));
	}

	@Test
	void grayForNetworksOfOneChannel() throws IOException {
		final Path path = folder.resolve("rgb.tif");
		file("rgb").write(path);
		final PictureSource gray = open(path).withChannels(1);
		assertEquals(1, gray.channels());
		final float[] rgb = open(path).read(40, 50, 1, 1).data();
		assertEquals(0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2], gray.read(40, 50, 1, 1).data()[0], 1e-4);
		assertThrows(DreamException.class, () -> open(path).withChannels(2));
	}

	/** 5 GB of tiles, of which the file system stores those at the lower right corner. */
	@Test
	void aRegionOfAFileAboveFourGigabytesReadsItsTilesOnly() throws IOException {
		final TiffFile file = new TiffFile(71_000, 71_000);
		file.samples = 1;
		file.big = true;
		file.tileWidth = file.tileHeight = 256;
		file.sparse = true;
		final Path path = folder.resolve("large.tif");
		file.write(path);
		assertTrue(Files.size(path) > 1L << 32);
		final PictureSource source = open(path);
		// the region starts in the middle of a tile: 3 x 3 tiles
		final int start = 71_000 - 650;
		final long before = bytesRead();
		final Picture region = source.read(start, start, 512, 512);
		assertEquals(9 * 256 * 256, bytesRead() - before, 64 << 10);
		for (int y = 0; y < 512; y++)
			for (int x = 0; x < 512; x++)
				assertEquals(file.value(start + x, start + y, 0), region.data()[y * 512 + x]);
	}

	@Test
	void aRegionOfOneLargeStripReadsItsRowsOnly() throws IOException {
		final TiffFile file = new TiffFile(100_000, 200);
		file.samples = 1;
		file.tileHeight = 200;
		final Path path = folder.resolve("strip.tif");
		file.write(path);
		final PictureSource source = open(path);
		final long before = bytesRead();
		final Picture region = source.read(80_000, 150, 700, 20);
		// Spark's buffer of 64 KB is filled for each row
		assertTrue(bytesRead() - before <= 20 * (700 + (64 << 10)), bytesRead() - before + " bytes");
		for (int i = 0; i < region.data().length; i++)
			assertEquals(file.value(80_000 + i % 700, 150 + i / 700, 0), region.data()[i]);
	}

	private static long bytesRead() {
		return FileSystem.getAllStatistics().stream().mapToLong(FileSystem.Statistics::getBytesRead).sum();
	}

	private void assertSentence(final Path path, final String... parts) {
		final DreamException failure = assertThrows(DreamException.class, () -> {
			final PictureSource source = open(path);
			source.read(0, 0, source.width(), source.height());
		});
		for (final String part : parts)
			assertTrue(failure.getMessage().contains(part), failure.getMessage());
	}

	private static void truncate(final Path path) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.setLength(file.length() / 2);
		}
	}

	@Test
	void badFilesAreReportedInASentence() throws IOException {
		assertSentence(folder.resolve("missing.tif"), "missing.tif", "no file");
		final Path text = Files.write(folder.resolve("text.tif"), "Not an image.".getBytes(StandardCharsets.UTF_8));
		assertSentence(text, "neither TIFF, PNG, JPEG nor a Deep Zoom description", "convert");
		final Path real = folder.resolve("real.tif");
		new FileSaver(new ImagePlus("", new FloatProcessor(20, 20))).saveAsTiff(real.toString());
		assertSentence(real, "unsupported pixel type", "32 bits", "convert it to 8-bit");
		final Path xml = Files.write(folder.resolve("other.dzi"), "<html><Size/></html>".getBytes(StandardCharsets.UTF_8));
		assertSentence(xml, "describes no Deep Zoom image");
		final TiffFile file = file("rgb");
		final Path tiff = folder.resolve("truncated.tif");
		for (final boolean deflated : new boolean[] { false, true }) {
			file.deflated = deflated;
			file.tileWidth = deflated ? 64 : 0;
			file.write(tiff);
			truncate(tiff);
			assertSentence(tiff, "truncated.tif is truncated");
		}
		final ImagePlus image = new ImagePlus("", pattern(file));
		final Path png = folder.resolve("truncated.png");
		new FileSaver(image).saveAsPng(png.toString());
		truncate(png);
		assertSentence(png, "truncated.png cannot be read as PNG", "complete");
		final Path jpeg = folder.resolve("truncated.jpg");
		new FileSaver(image).saveAsJpeg(jpeg.toString());
		truncate(jpeg);
		assertSentence(jpeg, "truncated.jpg cannot be read as JPEG", "complete");
	}

	/** Each file has one changed byte in its tags, or in the content of its tiles. */
	@Test
	void damagedFilesAreReportedOrRead() throws IOException {
		final TiffFile file = new TiffFile(90, 70);
		file.deflated = true;
		file.tileWidth = 32;
		file.tileHeight = 32;
		final Path path = folder.resolve("damaged.tif");
		file.write(path);
		final byte[] bytes = Files.readAllBytes(path);
		int reported = 0;
		for (int i = 0; i < 600; i++) {
			final byte[] damaged = bytes.clone();
			damaged[i] ^= (byte) (i % 3 == 0 ? 0xff : 1 << i % 8);
			Files.write(path, damaged);
			try {
				final PictureSource source = open(path);
				source.read(0, 0, Math.min(90, source.width()), Math.min(70, source.height()));
			}
			catch (final DreamException exc) {
				reported++;
			}
		}
		assertTrue(reported > 50, reported + " reported");
	}
}
