package io.deepdream.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

class ColourStatisticsTest {

	private static ArrayImg<FloatType, FloatArray> noise(final double mean, final double std) {
		final ArrayImg<FloatType, FloatArray> picture = Pictures.create(50, 40);
		final Random random = new Random(1);
		final float[] data = Pictures.data(picture);
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (mean + 10 * (i % 3) + std * random.nextGaussian());
		Pictures.clamp(picture);
		return picture;
	}

	private static double mean(final ArrayImg<FloatType, FloatArray> picture, final int channel) {
		final float[] data = Pictures.data(picture);
		double sum = 0;
		for (int i = channel; i < data.length; i += 3)
			sum += data[i];
		return 3 * sum / data.length;
	}

	@Test
	void eachColoursMeanComesBackInSpiteOfClipping() {
		final ArrayImg<FloatType, FloatArray> bright = noise(215, 8);
		final ArrayImg<FloatType, FloatArray> wild = noise(60, 90);
		ColourStatistics.of(bright, 60).impose(wild);
		for (int c = 0; c < 3; c++)
			assertEquals(mean(bright, c), mean(wild, c), 0.1);
		for (final float value : Pictures.data(wild))
			assertTrue(value >= 0 && value <= 255);
	}

	@Test
	void contrastIsLoweredButNeverRaised() {
		final ArrayImg<FloatType, FloatArray> calm = noise(120, 15);
		final ArrayImg<FloatType, FloatArray> strong = noise(120, 40);
		ColourStatistics.of(calm, 0).impose(strong);
		assertEquals(15, std(strong), 0.5);
		final ArrayImg<FloatType, FloatArray> flat = noise(120, 2);
		ColourStatistics.of(calm, 0).impose(flat);
		assertEquals(2, std(flat), 0.1);
	}

	/** Of red alone, so that the colours' own means do not count. */
	private static double std(final ArrayImg<FloatType, FloatArray> picture) {
		final float[] red = new float[2000];
		for (int i = 0; i < red.length; i++)
			red[i] = Pictures.data(picture)[3 * i];
		return Moments.of(red, red.length).std();
	}
}
