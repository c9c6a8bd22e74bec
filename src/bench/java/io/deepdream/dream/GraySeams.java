package io.deepdream.dream;

import java.util.Locale;
import java.util.Random;

import io.deepdream.DeepDream;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/**
 * Visibility of tile borders in gray images, averaged over many grey levels because
 * that of a single image varies.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.dream.GraySeams -Dexec.args=OVERLAP
 * </pre>
 */
public final class GraySeams {

	private static final int SIDE = 640;
	private static final int TILE = 128;

	private GraySeams() {}

	/** @param args overlap */
	public static void main(final String... args) {
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			final double[] whole = new double[15];
			final double[] tiled = new double[whole.length];
			for (int i = 0; i < whole.length; i++) {
				whole[i] = seam(deepDream, 48 + 12 * i, " mode=naive");
				tiled[i] = seam(deepDream, 48 + 12 * i, " overlap=" + args[0]);
			}
			report("without tiles", whole);
			report("tiles of " + TILE + ", overlap " + args[0], tiled);
		}
	}

	private static double seam(final DeepDream deepDream, final int level, final String options) {
		final Picture gray = Picture.create(SIDE, SIDE);
		final float[] data = gray.data();
		final Random random = new Random(level);
		for (int i = 0; i < data.length; i++)
			data[i] = level + 0.25f * (float) random.nextGaussian();
		return Seams.metric(deepDream.dream(gray, DreamParams.parse("octaves=1 iterations=10 jitter=0 layer=mixed4c tile=" +
			TILE + options), DreamListener.SILENT).picture(), TILE, 16);
	}

	private static void report(final String what, final double[] seams) {
		double mean = 0;
		double squares = 0;
		for (final double seam : seams) {
			mean += seam / seams.length;
			squares += seam * seam / seams.length;
		}
		System.out.printf(Locale.ROOT, "%s: %.3f, standard deviation %.3f%n", what, mean, Math.sqrt(squares - mean *
			mean));
	}
}
