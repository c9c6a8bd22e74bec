package io.deepdream;

import java.io.File;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import io.deepdream.dream.Dream;
import io.deepdream.image.Pictures;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How much sooner momentum reaches the score of 60 plain steps, on 224x224 crops of
 * the middle of images and from noise: {@code mvn -q test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=io.deepdream.OptimizerBenchmark
 * -Dexec.args="model image ..."}.
 */
public final class OptimizerBenchmark {

	private static final int SIDE = 224;
	private static final int STEPS = 60;
	private static final String BASE = "mode=naive octaves=1 iterations=" + STEPS;

	private OptimizerBenchmark() {}

	public static void main(final String... args) throws Exception {
		try (DeepDream deepDream = DeepDream.open(args[0])) {
			for (int i = 1; i < args.length; i++)
				compare(deepDream, new File(args[i]).getName(), crop(args[i]), "layer=mixed4c");
			compare(deepDream, "noise", null,
				"start=noise layer=mixed4d_3x3_bottleneck_pre_relu channels=139 step=1 jitter=0");
		}
	}

	private static void compare(final DeepDream deepDream, final String name,
		final ArrayImg<FloatType, FloatArray> picture, final String options)
	{
		// the first run warms up
		deepDream.dream(picture, DreamParams.parse(BASE + " " + options), DreamListener.SILENT);
		final long begin = System.nanoTime();
		final Dream plain = deepDream.dream(picture, DreamParams.parse(BASE + " " + options), DreamListener.SILENT);
		final long between = System.nanoTime();
		final Dream other = deepDream.dream(picture, DreamParams.parse(BASE + " optimizer=momentum " + options),
			DreamListener.SILENT);
		final long end = System.nanoTime();
		final double wanted = plain.scores().get(STEPS - 1);
		final List<Double> scores = other.scores();
		int steps = 0;
		while (steps < STEPS && scores.get(steps) < wanted)
			steps++;
		final double share = (steps + 1.0) / STEPS;
		System.out.printf(Locale.ROOT, "%s: score %.4g after %d plain steps, after %d with momentum; ratio of times %.2f%n",
			name, wanted, STEPS, steps + 1, (between - begin) / (share * (end - between)));
	}

	private static ArrayImg<FloatType, FloatArray> crop(final String file) throws java.io.IOException {
		final java.awt.image.BufferedImage image = ImageIO.read(new File(file));
		return Pictures.fromARGB(ArrayImgs.argbs(image.getRGB((image.getWidth() - SIDE) / 2, (image.getHeight() - SIDE) / 2,
			SIDE, SIDE, null, 0, SIDE), SIDE, SIDE));
	}
}
