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

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;

import scala.Tuple2;

import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSinksTest {

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

	private static Picture pattern(final int width, final int height, final int channels) {
		final TiffFile values = new TiffFile(width, height);
		final float[] data = new float[width * height * channels];
		for (int i = 0; i < data.length; i++)
			data[i] = values.value(i / channels % width, i / channels / width, i % channels);
		return new Picture(new Size(width, height), channels, data);
	}

	private static JavaPairRDD<BlockPosition, Picture> blocks(final BlockGrid grid, final Picture picture) {
		return spark.parallelize(grid.blocks().stream().map(b -> new Tuple2<>(b, picture.region(grid.x(b), grid.y(b), grid.width(
			b), grid.height(b)))).collect(Collectors.toList()), 5).mapToPair(b -> b);
	}

	private void write(final String name, final Picture picture, final int side) {
		final BlockGrid grid = new BlockGrid(picture.width(), picture.height(), side);
		PictureSinks.of(spark, folder.resolve(name).toString()).write(grid, blocks(grid, picture));
	}

	private void assertReadsBack(final Path path, final Picture picture) {
		final PictureSource source = PictureSources.open(spark, path.toString());
		assertEquals(picture.channels(), source.channels());
		assertEquals(picture.size(), new Size(source.width(), source.height()));
		assertArrayEquals(picture.data(), source.read(0, 0, picture.width(), picture.height()).data());
		assertArrayEquals(picture.region(60, 30, 150, 99).data(), source.read(60, 30, 150, 99).data());
	}

	@Test
	void pyramidsReadBackAsWritten() {
		for (final int channels : new int[] { 1, 3 }) {
			final Picture picture = pattern(301, 199, channels);
			write("pyramid" + channels + ".dzi", picture, 64);
			assertReadsBack(folder.resolve("pyramid" + channels + ".dzi"), picture);
			write("folder" + channels, picture, 64);
			assertReadsBack(folder.resolve("folder" + channels), picture);
		}
	}

	@Test
	void bigTiffReadsBackAsWritten() throws IOException {
		for (final int channels : new int[] { 1, 3 }) {
			final Picture picture = pattern(301, 199, channels);
			final Path path = folder.resolve("result" + channels + ".tif");
			write(path.getFileName().toString(), picture, 64);
			assertEquals("II+\0", new String(Arrays.copyOf(Files.readAllBytes(path), 4)));
			assertReadsBack(path, picture);
		}
	}

	@Test
	void severalPartitionsOfATiff() {
		// 16 tiles of 512 x 512 pixels would be one partition: 90 tiles are two
		final Picture picture = pattern(4700, 4600, 1);
		write("large.tif", picture, 1024);
		final PictureSource source = PictureSources.open(spark, folder.resolve("large.tif").toString());
		assertArrayEquals(picture.region(4000, 3900, 700, 700).data(), source.read(4000, 3900, 700, 700).data());
	}

	private static Set<String> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(p -> p.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	/** Sizes and names by the definition: level n has the size divided by 2^(highest - n), rounded up. */
	@Test
	void levelsFollowTheSpecification() throws IOException {
		final Picture picture = pattern(301, 199, 3);
		write("levels.dzi", picture, 64);
		final Path tiles = folder.resolve("levels_files");
		assertEquals(Set.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), files(tiles));
		final int[][] sizes = { { 1, 1 }, { 2, 1 }, { 3, 2 }, { 5, 4 }, { 10, 7 }, { 19, 13 }, { 38, 25 }, { 76, 50 }, { 151, 100 }, {
			301, 199 } };
		for (int level = 0; level < sizes.length; level++) {
			final Set<String> expected = new TreeSet<>();
			for (int x = 0; x * 64 < sizes[level][0]; x++)
				for (int y = 0; y * 64 < sizes[level][1]; y++) {
					expected.add(x + "_" + y + ".png");
					final BufferedImage tile = ImageIO.read(tiles.resolve(level + "/" + x + "_" + y + ".png").toFile());
					assertEquals(Math.min(64, sizes[level][0] - 64 * x), tile.getWidth());
					assertEquals(Math.min(64, sizes[level][1] - 64 * y), tile.getHeight());
				}
			assertEquals(expected, files(tiles.resolve(Integer.toString(level))));
		}
		assertTrue(Files.readString(folder.resolve("levels.dzi")).contains("TileSize=\"64\""));
	}

	/** Levels of 5x3 pixels by hand: means of 2x2, of 2x1 and 1x2 at the borders, of one at the corner. */
	@Test
	void levelsAreMeansAlsoAtOddBorders() throws IOException {
		final Picture picture = new Picture(new Size(5, 3), 1, new float[] { //
			0, 4, 10, 20, 100, //
			8, 12, 30, 40, 200, //
			50, 70, 90, 94, 255 });
		write("means.dzi", picture, 2);
		assertArrayEquals(new int[] { 6, 25, 150, 60, 92, 255 }, levels(2, 0, 0, 1, 0));
		// means of the exact values of the level below, not of the rounded ones: 45.75 and 202.5
		assertArrayEquals(new int[] { 46, 203 }, levels(1, 0, 0));
		assertArrayEquals(new int[] { 124 }, levels(0, 0, 0));
	}

	/** The pixels of the tiles of a level, row by row. */
	private int[] levels(final int level, final int... columnsAndRows) throws IOException {
		final int width = level == 2 ? 3 : level == 1 ? 2 : 1;
		final int height = level == 2 ? 2 : 1;
		final int[] pixels = new int[width * height];
		for (int i = 0; i < columnsAndRows.length; i += 2) {
			final int x = columnsAndRows[i];
			final int y = columnsAndRows[i + 1];
			final BufferedImage tile = ImageIO.read(folder.resolve("means_files/" + level + "/" + x + "_" + y + ".png").toFile());
			for (int v = 0; v < tile.getHeight(); v++)
				for (int u = 0; u < tile.getWidth(); u++)
					pixels[(2 * y + v) * width + 2 * x + u] = tile.getRaster().getSample(u, v, 0);
		}
		return pixels;
	}

	@Test
	void valuesAreRoundedAndLimited() {
		write("values.dzi", new Picture(new Size(4, 1), 1, new float[] { -3, 1.6f, 300, Float.NaN }), 64);
		assertArrayEquals(new float[] { 0, 2, 255, 0 }, PictureSources.open(spark, folder.resolve("values.dzi").toString()).read(0,
			0, 4, 1).data());
	}

	/** A pyramid by another program, with the overlap and the tile size of the specification's example. */
	@Test
	void foreignPyramidsWithOverlap() throws IOException {
		final Picture picture = pattern(600, 300, 3);
		Files.writeString(folder.resolve("other.xml"), "\uFEFF<?xml version='1.0' encoding='utf-8'?>\n<Image TileSize='254' " +
			"Overlap='1' Format='png' xmlns='http://schemas.microsoft.com/deepzoom/2009'><Size Width='600' Height='300'/></Image>");
		final int[][] columns = { { 0, 255 }, { 253, 509 }, { 507, 600 } };
		final int[][] rows = { { 0, 255 }, { 253, 300 } };
		final Path level = Files.createDirectories(folder.resolve("other_files/10"));
		for (int c = 0; c < 3; c++)
			for (int r = 0; r < 2; r++)
				ImageIO.write(Rasters.image(picture, columns[c][0], rows[r][0], columns[c][1] - columns[c][0], rows[r][1] -
					rows[r][0]), "png", level.resolve(c + "_" + r + ".png").toFile());
		assertReadsBack(folder.resolve("other.xml"), picture);
		Files.write(level.resolve("1_1.png"), Arrays.copyOf(Files.readAllBytes(level.resolve("1_1.png")), 3000));
		final PictureSource source = PictureSources.open(spark, folder.resolve("other.xml").toString());
		final DreamException failure = assertThrows(DreamException.class, () -> source.read(0, 0, 600, 300));
		assertTrue(failure.getMessage().contains("10/1_1.png cannot be read"), failure.getMessage());
		Files.delete(level.resolve("1_1.png"));
		final DreamException missing = assertThrows(DreamException.class, () -> source.read(0, 0, 600, 300));
		assertTrue(missing.getMessage().contains("10/1_1.png"), missing.getMessage());
		// the rest of the picture can still be read
		assertEquals(254 * 254 * 3, source.read(0, 0, 254, 254).data().length);
	}

	@Test
	void existingResultsAreRefused() throws IOException {
		for (final String name : new String[] { "a.dzi", "b", "c.tif" }) {
			final PictureSink sink = PictureSinks.of(spark, folder.resolve(name).toString());
			sink.requireAbsent();
			write(name, pattern(10, 10, 1), 64);
			final DreamException failure = assertThrows(DreamException.class, sink::requireAbsent);
			assertTrue(failure.getMessage().endsWith(" exists: choose another name, or delete it."), failure.getMessage());
		}
		assertThrows(DreamException.class, () -> PictureSinks.of(spark, "result.png"));
	}

	@Test
	void thePageBringsItsViewerAndLicence() throws IOException {
		write("a \"b\" & <c>.dzi", pattern(10, 10, 3), 64);
		final String page = Files.readString(folder.resolve("a \"b\" & <c>.html"));
		assertTrue(page.contains("<title>a \"b\" &amp; &lt;c></title>"), page);
		// no other host: the only address is the namespace
		assertEquals(1, page.split("https?://|//[a-z]+\\.", -1).length - 1, page);
		final Path viewer = folder.resolve("a \"b\" & <c>_viewer");
		assertTrue(Files.readString(viewer.resolve("LICENSE.txt")).contains("OpenSeadragon"));
		assertTrue(Files.size(viewer.resolve("openseadragon.min.js")) > 100_000);
	}
}
