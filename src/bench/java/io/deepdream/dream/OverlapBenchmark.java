package io.deepdream.dream;

import java.io.File;
import java.util.Locale;

import javax.imageio.ImageIO;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import net.imglib2.img.array.ArrayImgs;

/**
 * Visibility of tile borders and time for several overlaps, on which the default is based:
 * {@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.deepdream.dream.OverlapBenchmark
 * -Dexec.args="model layer image"}.
 */
public final class OverlapBenchmark {

	private static final int TILE = 256;

	private OverlapBenchmark() {}

	public static void main(final String... args) throws Exception {
		final Picture gray = Picture.create(768, 768);
		java.util.Arrays.fill(gray.data(), 128);
		final java.awt.image.BufferedImage image = ImageIO.read(new File(args[2]));
		final int w = image.getWidth();
		final int h = image.getHeight();
		final Picture natural = Pictures.fromARGB(ArrayImgs.argbs(image.getRGB(0, 0, w, h, null, 0, w), w, h));
		try (DeepDream deepDream = DeepDream.open(args[0])) {
			final int stride = deepDream.layers().stream().filter(l -> l.name().equals(args[1])).mapToInt(LayerInfo::stride)
				.findFirst().orElseThrow();
			final String base = "octaves=1 iterations=10 jitter=0 tile=" + TILE + " layer=" + args[1];
			final Picture wholeGray = dream(deepDream, gray, base + " mode=naive");
			final Picture whole = dream(deepDream, natural, base + " mode=naive");
			System.out.println("overlap\tseam gray\tseam natural\tdifference gray\tdifference natural\tseconds");
			System.out.printf(Locale.ROOT, "naive\t%.3f\t%.3f\t0\t0\t-%n", Seams.metric(wholeGray, TILE, stride), Seams.metric(
				whole, TILE, stride));
			for (final String overlap : new String[] { "0", "16", "32", "48", "64", "96", "128", "exact" }) {
				final Picture g = dream(deepDream, gray, base + " overlap=" + overlap);
				final long begin = System.nanoTime();
				final Picture n = dream(deepDream, natural, base + " overlap=" + overlap);
				final double seconds = (System.nanoTime() - begin) / 1e9;
				System.out.printf(Locale.ROOT, "%s\t%.3f\t%.3f\t%.2f\t%.2f\t%.2f%n", overlap, Seams.metric(g, TILE, stride), Seams
					.metric(n, TILE, stride), difference(g, wholeGray), difference(n, whole), seconds);
			}
		}
	}

	private static Picture dream(final DeepDream deepDream,
		final Picture picture, final String options)
	{
		return deepDream.dream(picture, DreamParams.parse(options), DreamListener.SILENT).picture();
	}

	/** Mean absolute difference, in grey levels. */
	private static double difference(final Picture a, final Picture b) {
		double sum = 0;
		final float[] x = a.data();
		final float[] y = b.data();
		for (int i = 0; i < x.length; i++)
			sum += Math.abs(x[i] - y[i]);
		return sum / x.length;
	}
}
