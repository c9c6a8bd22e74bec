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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;

class PicturesTest {

	@Test
	void theChannelIsTheFastestDimension() {
		final int[] argb = { 0xff010203, 0x00040506 };
		final Picture picture = Pictures.fromARGB(ArrayImgs.argbs(argb, 2, 1));
		assertArrayEquals(new float[] { 1, 2, 3, 4, 5, 6 }, picture.data());
		assertEquals(2, picture.width());
		assertEquals(1, picture.height());
		final int[] back = new int[2];
		Pictures.toARGB(picture, ArrayImgs.argbs(back, 2, 1));
		assertArrayEquals(new int[] { 0xff010203, 0xff040506 }, back);
	}

	@Test
	void rowsOfAViewAreReadInOrder() {
		final byte[] pixels = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
		final Picture picture = Pictures.fromReal(Views.interval(ArrayImgs.unsignedBytes(pixels,
			3, 3), new long[] { 1, 1 }, new long[] { 2, 2 }), 0, 255);
		assertArrayEquals(new float[] { 4, 4, 4, 5, 5, 5, 7, 7, 7, 8, 8, 8 }, picture.data());
	}

	@Test
	void grayIsConvertedByTheDisplayRangeInBothDirections() {
		final short[] pixels = { 100, 1100, 2100, 50, 4000 };
		final Picture picture = Pictures.fromReal(ArrayImgs.unsignedShorts(pixels, 5, 1), 100, 2100);
		final float[] data = picture.data();
		assertEquals(0, data[0]);
		assertEquals(127.5f, data[3]);
		assertEquals(255, data[6]);
		assertEquals(0, data[9]);
		assertEquals(255, data[12]);
		final short[] back = new short[5];
		Pictures.toReal(picture, ArrayImgs.unsignedShorts(back, 5, 1), 100, 2100);
		assertArrayEquals(new short[] { 100, 1100, 2100, 100, 2100 }, back);
	}

	@Test
	void nanInfinityAndAnEmptyRangeGiveFiniteValues() {
		final float[] pixels = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 5, 6 };
		final float[] data = Pictures.fromReal(ArrayImgs.floats(pixels, 5, 1), 5, 5).data();
		assertArrayEquals(new float[] { 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0, 255, 255, 255 }, data);
	}

	@Test
	void aStandardisedPictureHasTheTutorialsMeanAndStandardDeviation() {
		final Picture picture = Picture.create(50, 40);
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (1e4 + 300 * Math.sin(i));
		picture.standardise();
		final Moments moments = Moments.of(data, data.length);
		assertEquals(127.5, moments.mean(), 0.01);
		assertEquals(25.5, moments.std(), 0.01);
	}

	@Test
	void momentsOfAnExample() {
		final Moments moments = Moments.of(new float[] { 2, 4, 4, 4, 5, 5, 7, 9, 1000 }, 8);
		assertEquals(5, moments.mean());
		assertEquals(2, moments.std());
		assertEquals(3, Moments.meanAbsolute(new float[] { -3, 3 }, 2));
	}

	@Test
	void aPictureLargerThanAnArrayIsRefused() {
		final String sentence = assertThrows(DreamException.class, () -> Picture.create(40_000, 40_000)).getMessage();
		assertTrue(sentence.contains("40000x40000"), sentence);
	}
}
