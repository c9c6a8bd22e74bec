package io.deepdream;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

import io.deepdream.dream.Dream;
import io.deepdream.engine.Activations;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.PeriodicView;
import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import net.imglib2.img.array.ArrayImgs;

/**
 * How much sooner optimizers reach the score of 60 plain steps, on 224x224 crops of
 * the middle of images and from noise: {@code mvn -q test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=io.deepdream.OptimizerBenchmark
 * -Dexec.args="model image ..."}.
 * <p>
 * The score is the objective of the finished picture, on 16 rolls that put the
 * layer's positions everywhere between its own, the mean of three seeds: on one
 * roll alone it depends on whether the last step's jitter happened to be near. A
 * step's cost is measured in turns.
 * </p>
 */
public final class OptimizerBenchmark {

	private static final int SIDE = 224;
	private static final int STEPS = 60;
	private static final int SEEDS = 3;
	private static final int ROLLS = 16;
	private static final int ROUNDS = 9;
	private static final String LAYER = "mixed4c";
	private static final String NOISE =
		"start=noise layer=mixed4d_3x3_bottleneck_pre_relu channels=139 jitter=0 mode=naive octaves=1";

	private final DeepDream deepDream;
	private final Picture picture;
	private final String base;

	private OptimizerBenchmark(final DeepDream deepDream, final Picture picture, final String base) {
		this.deepDream = deepDream;
		this.picture = picture;
		this.base = base;
	}

	public static void main(final String... args) throws IOException {
		try (DeepDream deepDream = DeepDream.open(args[0])) {
			for (int i = 1; i < args.length; i++)
				new OptimizerBenchmark(deepDream, crop(args[i]), "mode=naive octaves=1 layer=" + LAYER).compare(new File(args[i])
					.getName(), "step=3");
			new OptimizerBenchmark(deepDream, null, NOISE).compare("noise", "step=2");
		}
	}

	private void compare(final String name, final String twice) {
		final double wanted = score("", STEPS);
		for (final String other : new String[] { twice, "optimizer=momentum", "optimizer=preconditioned" }) {
			final double cost = cost(other);
			final double steps = stepsTo(wanted, n -> score(other, n));
			System.out.printf(Locale.ROOT, "%s: score %.4g after %d plain steps, after %.1f with %s; " +
				"a step costs %.3f; ratio of times %.2f%n", name, wanted, STEPS, steps, other, cost, STEPS / (steps * cost));
		}
	}

	/** By halving; between two steps the score is taken for a straight line. */
	private static double stepsTo(final double wanted, final IntToDoubleFunction score) {
		int below = 1;
		int above = STEPS;
		double low = score.applyAsDouble(below);
		double high = score.applyAsDouble(above);
		while (above - below > 1) {
			final int middle = (below + above) / 2;
			final double at = score.applyAsDouble(middle);
			if (at < wanted) {
				below = middle;
				low = at;
			}
			else {
				above = middle;
				high = at;
			}
		}
		return below + (wanted - low) / (high - low);
	}

	private double score(final String options, final int steps) {
		return IntStream.range(0, SEEDS).mapToDouble(seed -> {
			// from noise the picture is shown scaled, but nothing rolls: its score stands before one step more
			if (picture == null) return dream(options + " seed=" + seed, steps + 1).scores().get(steps);
			return score(dream(options + " seed=" + seed, steps).picture());
		}).average().getAsDouble();
	}

	private double score(final Picture dreamed) {
		final LayerInfo layer = deepDream.layers().stream().filter(l -> l.name().equals(LAYER)).findFirst().get();
		final Picture rolled = Picture.create(SIDE, SIDE);
		double sum = 0;
		for (int i = 0; i < ROLLS; i++) {
			// the bits of i in order and in reverse: evenly spread over x, y and the remainders of both
			new PeriodicView(dreamed.data(), SIDE, SIDE, i, Integer.reverse(i) >>> 28).read(0, 0, SIDE, SIDE, rolled.data());
			final Activations activations = deepDream.activations(layer, rolled);
			double squares = 0;
			for (final float value : activations.values())
				squares += value * value;
			sum += squares / activations.values().length;
		}
		return sum / ROLLS;
	}

	/** The median of the other's times over that of plain steps. */
	private double cost(final String other) {
		final double[] ratios = new double[ROUNDS];
		for (int i = -1; i < ROUNDS; i++) {
			final long begin = System.nanoTime();
			dream("", 10);
			final long between = System.nanoTime();
			dream(other, 10);
			// the first one warms up
			if (i >= 0) ratios[i] = (System.nanoTime() - between) / (double) (between - begin);
		}
		Arrays.sort(ratios);
		return ratios[ROUNDS / 2];
	}

	private Dream dream(final String options, final int steps) {
		final String step = picture == null && !options.contains("step=") ? " step=1 " : " ";
		return deepDream.dream(picture, DreamParams.parse(base + " iterations=" + steps + step + options),
			DreamListener.SILENT);
	}

	private static Picture crop(final String file) throws IOException {
		final java.awt.image.BufferedImage image = ImageIO.read(new File(file));
		return Pictures.fromARGB(ArrayImgs.argbs(image.getRGB((image.getWidth() - SIDE) / 2, (image.getHeight() - SIDE) / 2,
			SIDE, SIDE, null, 0, SIDE), SIDE, SIDE));
	}
}
