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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PictureTest {

	@Test
	void theImageSharesTheArray() {
		final Picture picture = Picture.create(4, 3);
		picture.img().getAt(1, 2, 1).set(7);
		assertEquals(7, picture.data()[3 * (4 + 2) + 1]);
		assertArrayEquals(new long[] { 3, 4, 3 }, picture.img().dimensionsAsLongArray());
	}

	@Test
	void aPictureCanHaveAnyNumberOfChannels() {
		final Picture gray = new Picture(new Size(4, 3), 1, new float[12]);
		assertArrayEquals(new long[] { 1, 4, 3 }, gray.img().dimensionsAsLongArray());
		assertThrows(IllegalArgumentException.class, () -> new Picture(new Size(4, 3), 3, new float[12]));
	}

	@Test
	void aCopyHasItsOwnValues() {
		final Picture picture = Picture.of(new float[] { 300, -5, 1.5f }, 1, 1);
		final Picture copy = picture.copy();
		copy.clamp();
		copy.round();
		assertArrayEquals(new float[] { 255, 0, 2 }, copy.data());
		assertEquals(300, picture.data()[0]);
	}

	@Test
	void aRegionIsCopiedAndInserted() {
		final Picture picture = new Picture(new Size(3, 3), 2, new float[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
			17 });
		final Picture region = picture.region(1, 0, 2, 2);
		assertArrayEquals(new float[] { 2, 3, 4, 5, 8, 9, 10, 11 }, region.data());
		picture.insert(region, 0, 1);
		assertArrayEquals(new float[] { 0, 1, 2, 3, 4, 5, 2, 3, 4, 5, 10, 11, 8, 9, 10, 11, 16, 17 }, picture.data());
	}

	@Test
	void sizesAreValues() {
		assertEquals(new Size(4, 3), new Size(4, 3));
		assertNotEquals(new Size(4, 3), new Size(3, 4));
		assertEquals("4x3", new Size(4, 3).toString());
		assertEquals(new Size(6, 4), new Size(4, 3).scaled(1.4));
	}
}
