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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.spark.api.java.JavaSparkContext;

import scala.Tuple2;

import io.deepdream.Browser;
import io.deepdream.image.Picture;
import io.deepdream.image.Size;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens the page of a pyramid from the disk in a browser. */
class ViewerPageTest {

	private static final int[] QUADRANTS = { 0xd02020, 0x20c040, 0x3050e0, 0xf0e040 };
	private static final int BACKGROUND = 0x111111;

	@TempDir
	Path folder;

	private static Picture quadrants(final int width, final int height) {
		final float[] data = new float[width * height * 3];
		for (int i = 0; i < data.length; i++) {
			final int x = i / 3 % width;
			final int y = i / 3 / width;
			data[i] = QUADRANTS[2 * (2 * y / height) + 2 * x / width] >> 8 * (2 - i % 3) & 0xff;
		}
		return new Picture(new Size(width, height), 3, data);
	}

	/** The first picture is shown in its full resolution, the second one reduced; names need encoding in a URL. */
	@ParameterizedTest
	@CsvSource({ "600, 440, small", "1500, 1100, 50% #1 \"q\"", "600, 440, folder/" })
	void theBrowserDrawsTheTiles(final int width, final int height, final String name) throws Exception {
		final Browser browser = Browser.in(folder);
		final boolean inFolder = name.endsWith("/");
		try (JavaSparkContext spark = LocalSpark.start()) {
			final Picture picture = quadrants(width, height);
			// tiles of 256 pixels, of a picture in one block
			final BlockGrid grid = new BlockGrid(width, height, 2048 + 256);
			PictureSinks.of(spark, folder.resolve(inFolder ? name : name + ".dzi").toString()).write(grid, spark.parallelize(List.of(
				new Tuple2<>(new BlockPosition(0, 0), picture))).mapToPair(b -> b));
		}
		final BufferedImage screen = screenshot(browser, folder.resolve(inFolder ? name + "index.html" : name + ".html"));
		// the window is 900 x 690 pixels; the picture fills 90% to 100% of its width
		for (int q = 0; q < 4; q++)
			for (final int[] distance : new int[][] { { 20, 20 }, { 150, 100 }, { 350, 20 }, { 20, 180 } }) {
				final int x = 450 + (q % 2 == 0 ? -distance[0] : distance[0]);
				final int y = 345 + (q / 2 == 0 ? -distance[1] : distance[1]);
				assertEquals(Integer.toHexString(QUADRANTS[q]), Integer.toHexString(screen.getRGB(x, y) & 0xffffff), x + ", " + y);
			}
		assertEquals(BACKGROUND, screen.getRGB(450, 687) & 0xffffff);
	}

	private BufferedImage screenshot(final Browser browser, final Path page) throws IOException, InterruptedException {
		final Path image = folder.resolve("screen.png");
		browser.run("--hide-scrollbars", "--window-size=900,690", "--virtual-time-budget=20000", "--screenshot=" + image, page.toUri()
			.toString());
		return ImageIO.read(image.toFile());
	}
}
