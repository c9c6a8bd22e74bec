package io.deepdream.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LocalNormalisationTest {

	/** A pixel with four times the magnitude of another has twice its magnitude afterwards, and the same colour. */
	@Test
	void magnitudesAreCompressedToTheirRoot() {
		final float[] data = { 3, 0, -4, 0, 1.25f, 0 };
		LocalNormalisation.normalise(data);
		assertEquals(2, Math.hypot(data[0], data[2]) / data[4], 0.01);
		assertEquals(-0.75, data[0] / data[2], 1e-5);
		double squares = 0;
		for (final float value : data)
			squares += value * value;
		assertEquals(1, squares / data.length, 1e-5);
	}

	@Test
	void zerosStayZero() {
		final float[] zero = new float[12];
		LocalNormalisation.normalise(zero);
		assertArrayEquals(new float[12], zero);
		final float[] faint = { 1, 1, 1, 1e-30f, 0, 0 };
		LocalNormalisation.normalise(faint);
		assertTrue(Math.abs(faint[3]) < 1e-28, "" + faint[3]);
	}
}
