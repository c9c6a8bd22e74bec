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

	private static ArrayImg<FloatType, FloatArray> gray() {
		final ArrayImg<FloatType, FloatArray> gray = Pictures.create(768, 768);
		Arrays.fill(Pictures.data(gray), 128);
		return gray;
	}

	@Test
	void onGray() {
		assertEquals(1, metric(gray(), ""), 0.02);
	}

	@Test
	void onAPhotograph() {
		final ColorProcessor sky = (ColorProcessor) IJ.openImage(Shared.file("images/natural/deepdream_sky1024px.jpg")
			.toString()).getProcessor();
		assertEquals(1, metric(Pictures.fromARGB(ArrayImgs.argbs((int[]) sky.getPixels(), sky.getWidth(), sky
			.getHeight())), ""), 0.02);
	}

	/** The measure would see them. */
	@Test
	void withoutOverlapTheyAreThere() {
		assertTrue(metric(gray(), " overlap=0") > 1.1);
	}
}
