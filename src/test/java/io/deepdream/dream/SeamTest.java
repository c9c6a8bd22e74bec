package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import ij.IJ;
import ij.process.ColorProcessor;

import io.deepdream.DeepDream;
import io.deepdream.DreamListener;
import io.deepdream.DreamParams;
import io.deepdream.Shared;
import io.deepdream.image.Pictures;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

/** With the default overlap nobody finds the tiles, even if they never move. */
class SeamTest {

	private static final int TILE = 128;

	private static double metric(final ArrayImg<FloatType, FloatArray> picture, final String options) {
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			return Seams.metric(deepDream.dream(picture, DreamParams.parse(
				"octaves=1 iterations=10 jitter=0 layer=mixed4c tile=" + TILE + options), DreamListener.SILENT).picture(), TILE,
				16);
		}
	}

	private static double onGray(final String options) {
		// the mean of three, since by chance alone one strays by nearly 0.02, also without tiles
		double sum = 0;
		for (final int level : new int[] { 96, 128, 160 }) {
			final ArrayImg<FloatType, FloatArray> gray = Pictures.create(640, 640);
			Arrays.fill(Pictures.data(gray), level);
			sum += metric(gray, options);
		}
		return sum / 3;
	}

	@Test
	void onGray() {
		assertEquals(1, onGray(""), 0.02);
	}

	/** A photograph has steps of its own, at the borders and elsewhere: compared with the dream without tiles. */
	@Test
	void onAPhotograph() {
		final ColorProcessor sky = (ColorProcessor) IJ.openImage(Shared.file("images/natural/deepdream_sky1024px.jpg")
			.toString()).getProcessor();
		final ArrayImg<FloatType, FloatArray> picture = Pictures.fromARGB(ArrayImgs.argbs((int[]) sky.getPixels(), sky
			.getWidth(), sky.getHeight()));
		assertEquals(1, metric(picture, "") / metric(picture, " mode=naive"), 0.02);
	}

	/** The measure would see them. */
	@Test
	void withoutOverlapTheyAreThere() {
		assertTrue(onGray(" overlap=0") > 1.1);
	}
}
