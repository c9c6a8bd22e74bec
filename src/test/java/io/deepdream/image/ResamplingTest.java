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
package io.deepdream.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A region of a resampled picture is that of the whole result, bit for bit. */
class ResamplingTest {

	private static Picture noise(final int width, final int height, final int channels) {
		final Picture picture = Picture.create(width, height, channels);
		final Random random = new Random(7);
		for (int i = 0; i < picture.data().length; i++)
			picture.data()[i] = 255 * random.nextFloat();
		return picture;
	}

	/** Reads only what is inside the picture. */
	private static Resampling.Source bounded(final Picture picture) {
		return (x, y, width, height) -> {
			assertTrue(x >= 0 && y >= 0 && x + width <= picture.width() && y + height <= picture.height(), x + "," + y + " " +
				width + "x" + height);
			return picture.region(x, y, width, height);
		};
	}

	/** Continues at the opposite border. */
	private static Resampling.Source periodic(final Picture picture) {
		return (x, y, width, height) -> {
			final Picture result = Picture.create(width, height, picture.channels());
			for (int row = 0; row < height; row++)
				for (int column = 0; column < width; column++)
					System.arraycopy(picture.data(), picture.channels() * (Math.floorMod(y + row, picture.height()) * picture.width() +
						Math.floorMod(x + column, picture.width())), result.data(), picture.channels() * (row * width + column), picture
							.channels());
			return result;
		};
	}

	/** Regions of an odd size that cover the result, those at the end narrower than the others. */
	private static void assertRegions(final Resampling resampling, final Picture source, final Resampling.Source regions,
		final int regionWidth, final int regionHeight)
	{
		final Picture whole = resampling.whole(source);
		for (int y = 0; y < whole.height(); y += regionHeight)
			for (int x = 0; x < whole.width(); x += regionWidth) {
				final int width = Math.min(regionWidth, whole.width() - x);
				final int height = Math.min(regionHeight, whole.height() - y);
				assertArrayEquals(whole.region(x, y, width, height).data(), resampling.region(regions, x, y, width, height).data(), x +
					"," + y + " " + width + "x" + height);
			}
	}

	@ParameterizedTest
	@CsvSource({ //
		"101,67,143,95,3", // an octave
		"101,67,331,211,3", // enlarged
		"143,95,101,67,3", // reduced
		"143,95,17,11,1", // reduced until regions need most of the source
		"101,67,53,131,3", // reduced across, enlarged down
		"101,67,101,67,3", // the picture itself
		"5,3,1,1,3", //
		"1,1,13,9,4", //
	})
	void aRegionIsThatOfTheWhole(final int width, final int height, final int newWidth, final int newHeight,
		final int channels)
	{
		final Picture picture = noise(width, height, channels);
		final Resampling resampling = Resampling.of(new Size(width, height), new Size(newWidth, newHeight));
		assertRegions(resampling, picture, bounded(picture), 13, 7);
		assertRegions(resampling, picture, bounded(picture), 1, 29);
	}

	@ParameterizedTest
	@CsvSource({ //
		"101,67,143,95,0,0", //
		"143,95,101,67,0,0", //
		"143,95,101,67,0.37,-0.21", //
		"101,67,101,67,0.5,0.25", //
		"7,5,53,31,0.9,0.1", // the kernel contains pixels several times
		"53,31,3,2,0,0", //
	})
	void aRegionOfAPeriodicPictureIsThatOfTheWhole(final int width, final int height, final int newWidth,
		final int newHeight, final double shiftX, final double shiftY)
	{
		final Picture picture = noise(width, height, 3);
		final Resampling resampling = Resampling.periodic(new Size(width, height), new Size(newWidth, newHeight), shiftX,
			shiftY);
		assertRegions(resampling, picture, periodic(picture), 13, 7);
		assertRegions(resampling, picture, periodic(picture), 29, 1);
	}

	/** More pixels than a region reads at once; the kernel of some rows begins in one band and ends in the next. */
	@Test
	void aRegionThatIsReadInBandsIsThatOfTheWhole() {
		final Picture picture = noise(2101, 4203, 1);
		final int[] reads = { 0 };
		final Resampling.Source bounded = bounded(picture);
		final Resampling.Source counted = (x, y, width, height) -> {
			reads[0]++;
			return bounded.read(x, y, width, height);
		};
		assertRegions(Resampling.of(picture.size(), new Size(37, 61)), picture, counted, 37, 61);
		assertTrue(reads[0] >= 3, reads[0] + " bands");
	}
}
