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
	void sizesAreValues() {
		assertEquals(new Size(4, 3), new Size(4, 3));
		assertNotEquals(new Size(4, 3), new Size(3, 4));
		assertEquals("4x3", new Size(4, 3).toString());
		assertEquals(new Size(6, 4), new Size(4, 3).scaled(1.4));
	}
}
