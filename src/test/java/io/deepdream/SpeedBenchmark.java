package io.deepdream;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import javax.imageio.ImageIO;

import io.deepdream.dream.Dreamer;
import io.deepdream.dream.Objective;
import io.deepdream.dream.SingleSteps;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.tensorflow.load.LiteralLoop;
import io.deepdream.image.Pictures;
import io.deepdream.image.Resampler;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The tutorial's loop against this project, step by step in turns, on the same
 * graph, pictures and number of steps: {@code mvn -q -Pbench test-compile
 * exec:java}. Ratios above 1 mean that this project is faster. Tiled times count
 * for each pixel that received a gradient, since the tutorial's loop leaves pixels
 * out.
 */
public final class SpeedBenchmark {

	private static final String CHANNEL_LAYER = "mixed4d_3x3_bottleneck_pre_relu";
	private static final int CHANNEL = 139;
	private static final String DREAM_LAYER = "mixed4c";
	private static final double STEP = 1.5;
	/** Turns before times count: until Java has compiled both loops. */
	private static final int WARM_UP = 12;

	private final ModelSpec spec;
	private final GradientEngine engine;
	private final List<String> ratios = new ArrayList<>();

	private SpeedBenchmark(final ModelSpec spec) {
		this.spec = spec;
		engine = LiteralLoop.engine(spec);
	}

	/** @param args how many turns, 25 if none is given; then a network's name or path */
	public static void main(final String... args) {
		final int turns = args.length > 0 ? Integer.parseInt(args[0]) : 25;
		final Path large = Paths.get("..", "shared", "models", "googlenet-bvlc.pb");
		final String model = args.length > 1 ? args[1] : Files.exists(large) ? large.toString() : "compact-inception";
		final SpeedBenchmark benchmark = new SpeedBenchmark(ModelCatalogue.find(model));
		benchmark.run(turns);
		benchmark.engine.close();
	}

	private void run(final int turns) {
		System.out.printf(Locale.ROOT, "%s, %s, %d processors%n", spec.name(), engine.description(), Runtime.getRuntime()
			.availableProcessors());
		final double peak = LiteralLoop.gemmPeak();
		System.out.printf(Locale.ROOT, "product of 2048x2048 matrices: %.0f GFLOP/s%n", peak / 1e9);
		naive(224, turns, peak);
		naive(512, Math.max(3, turns / 3), peak);
		tiled(1024, 768, Math.max(3, turns / 5), peak);
		dream(1024, 768, Math.max(1, turns / 10));
		ratios.forEach(System.out::println);
	}

	private void naive(final int side, final int turns, final double peak) {
		final float[] a = picture(side, side);
		final float[] b = a.clone();
		try (LiteralLoop literal = new LiteralLoop(spec, CHANNEL_LAYER, CHANNEL);
				SingleSteps steps = new SingleSteps(engine, params("mode=naive jitter=0 channels=" + CHANNEL, CHANNEL_LAYER), b,
					side, side))
		{
			final double[] theirs = new double[turns];
			final double[] ours = new double[turns];
			for (int i = -WARM_UP; i < turns; i++) {
				final double t = milliseconds(() -> literal.naive(a, side, side, STEP));
				final double o = milliseconds(steps::step);
				if (i < 0) continue;
				theirs[i] = t;
				ours[i] = o;
			}
			report("naive-" + side, median(theirs), median(ours), literal.flops(side, side), peak);
		}
	}

	private void tiled(final int width, final int height, final int turns, final double peak) {
		final float[] a = picture(width, height);
		final float[] b = a.clone();
		final Random random = new Random(3);
		try (LiteralLoop literal = new LiteralLoop(spec, CHANNEL_LAYER, CHANNEL);
				SingleSteps steps = new SingleSteps(engine, params("mode=tiled channels=" + CHANNEL, CHANNEL_LAYER), b, width,
					height))
		{
			final long[] covered = new long[1];
			final double[] theirs = new double[turns];
			final double[] ours = new double[turns];
			for (int i = -1; i < turns; i++) {
				final double t = milliseconds(() -> covered[0] = literal.tiled(a, width, height, STEP, random));
				final double o = milliseconds(steps::step);
				if (i < 0) continue;
				theirs[i] = t;
				ours[i] = o;
			}
			System.out.printf(Locale.ROOT, "tiled-%d: the tutorial's loop covers %.0f%% of the pixels%n", width, 100.0 *
				covered[0] / width / height);
			report("tiled-" + width, median(theirs) * width * height / covered[0], median(ours), literal.flops(width, height),
				peak);
		}
	}

	/** All of a default dream, 4 octaves of 10 steps, as the tutorial's render_deepdream does it. */
	private void dream(final int width, final int height, final int turns) {
		final DreamParams params = params("", DREAM_LAYER);
		final Objective objective = new Objective(DREAM_LAYER, "all", "auto", engine.layers());
		final ArrayImg<FloatType, FloatArray> base = ArrayImgs.floats(picture(width, height), 3, width, height);
		try (LiteralLoop literal = new LiteralLoop(spec, DREAM_LAYER, -1)) {
			final double[] theirs = new double[turns];
			final double[] ours = new double[turns];
			final long[] steps = new long[2];
			for (int i = 0; i < turns; i++) {
				theirs[i] = milliseconds(() -> literalDream(literal, base, params, steps));
				ours[i] = milliseconds(() -> new Dreamer(engine, objective, params, DreamListener.SILENT, Long.MAX_VALUE)
					.fromPicture(base));
			}
			System.out.printf(Locale.ROOT, "dream-%d: %.1f s by the tutorial's loop, which covers %.0f%% of the pixels, " +
				"%.1f s here; ratio of the times as they are: %.2f%n", width, median(theirs) / 1000, 100.0 * steps[0] / steps[1],
				median(ours) / 1000, median(theirs) / median(ours));
			ratios.add(String.format(Locale.ROOT, "ratio dream-%d %.2f", width, median(theirs) * steps[1] / steps[0] / median(
				ours)));
		}
	}

	private static void literalDream(final LiteralLoop literal, final ArrayImg<FloatType, FloatArray> base,
		final DreamParams params, final long[] steps)
	{
		final int octaves = params.whole(Parameter.OCTAVES);
		final double ratio = params.real(Parameter.RATIO);
		final List<ArrayImg<FloatType, FloatArray>> details = new ArrayList<>();
		ArrayImg<FloatType, FloatArray> picture = base;
		for (int i = 1; i < octaves; i++) {
			final int w = Pictures.width(picture);
			final int h = Pictures.height(picture);
			final ArrayImg<FloatType, FloatArray> low = Resampler.resize(picture, (int) (w / ratio), (int) (h / ratio));
			details.add(add(picture, Resampler.resize(low, w, h), -1));
			picture = low;
		}
		picture = ArrayImgs.floats(Pictures.data(picture).clone(), 3, Pictures.width(picture), Pictures.height(picture));
		final Random random = new Random(5);
		Arrays.fill(steps, 0);
		for (int i = 0; i < octaves; i++) {
			if (i > 0) {
				final ArrayImg<FloatType, FloatArray> detail = details.get(octaves - 1 - i);
				picture = add(Resampler.resize(picture, Pictures.width(detail), Pictures.height(detail)), detail, 1);
			}
			for (int k = 0; k < params.whole(Parameter.ITERATIONS); k++) {
				steps[0] += literal.tiled(Pictures.data(picture), Pictures.width(picture), Pictures.height(picture), STEP,
					random);
				steps[1] += (long) Pictures.width(picture) * Pictures.height(picture);
			}
		}
	}

	private static ArrayImg<FloatType, FloatArray> add(final ArrayImg<FloatType, FloatArray> a,
		final ArrayImg<FloatType, FloatArray> b, final float weight)
	{
		final float[] sum = Pictures.data(a).clone();
		final float[] other = Pictures.data(b);
		for (int i = 0; i < sum.length; i++)
			sum[i] += weight * other[i];
		return ArrayImgs.floats(sum, 3, Pictures.width(a), Pictures.height(a));
	}

	private static DreamParams params(final String options, final String layer) {
		return DreamParams.parse("layer=" + layer + " step=" + STEP + " " + options);
	}

	/** A photograph where there is one, else smooth noise. */
	private static float[] picture(final int width, final int height) {
		final File photograph = Paths.get("..", "shared", "images", "natural", "deepdream_sky1024px.jpg").toFile();
		try {
			if (photograph.isFile()) {
				final java.awt.image.BufferedImage image = ImageIO.read(photograph);
				final int w = image.getWidth();
				final int h = image.getHeight();
				return Pictures.data(Resampler.resize(Pictures.fromARGB(ArrayImgs.argbs(image.getRGB(0, 0, w, h, null, 0, w), w,
					h)), width, height));
			}
		}
		catch (final java.io.IOException exc) {
			throw new java.io.UncheckedIOException(exc);
		}
		final ArrayImg<FloatType, FloatArray> small = Pictures.create(width / 16, height / 16);
		final Random random = new Random(1);
		final float[] data = Pictures.data(small);
		for (int i = 0; i < data.length; i++)
			data[i] = 255 * random.nextFloat();
		return Pictures.data(Resampler.resize(small, width, height));
	}

	private void report(final String name, final double theirs, final double ours, final double flops,
		final double peak)
	{
		System.out.printf(Locale.ROOT, "%s: %.1f ms a step by the tutorial's loop, %.1f ms here: %.0f GFLOP/s, %.0f%% of the " +
			"product's%n", name, theirs, ours, flops / ours / 1e6, 100 * flops / ours / 1e-3 / peak);
		ratios.add(String.format(Locale.ROOT, "ratio %s %.2f", name, theirs / ours));
	}

	private static double milliseconds(final Runnable work) {
		final long begin = System.nanoTime();
		work.run();
		return (System.nanoTime() - begin) / 1e6;
	}

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
