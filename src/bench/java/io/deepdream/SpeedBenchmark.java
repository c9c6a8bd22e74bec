/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.deepdream.dream.Dreamer;
import io.deepdream.dream.Objective;
import io.deepdream.dream.SingleSteps;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.loading.TensorFlowEnvironment;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.engine.tensorflow.load.LiteralLoop;
import io.deepdream.image.Picture;
import io.deepdream.image.Resampler;
import io.deepdream.imagej.ChildProcess;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.Parameter;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.ObjectiveSettings;

/**
 * The tutorial's loop and this project side by side, on the same graph, pictures and
 * number of steps: {@code mvn -q -Pbench test-compile exec:java}. Ratios above 1 mean
 * that this project is faster. Tiled times count for each pixel that received a
 * gradient, since the tutorial's loop leaves pixels out.
 * <p>
 * First with the same kernels, both in one process, in turns. Then as installed, each in
 * a process of its own, in turns: this project as users start it, and the tutorial's
 * loop as TensorFlow for Java starts it.
 * </p>
 */
public final class SpeedBenchmark {

	private static final String CHANNEL_LAYER = "mixed4d_3x3_bottleneck_pre_relu";
	private static final int CHANNEL = 139;
	private static final String DREAM_LAYER = "mixed4c";
	private static final double STEP = 1.5;
	private static final String AS_INSTALLED = "as-installed";
	/** oneDNN's name for the newest instructions that it may use: where it is set, an older processor is simulated. */
	private static final String ISA = "ONEDNN_MAX_CPU_ISA";
	/** Those without which TensorFlow 2.18 does not use oneDNN by itself. */
	private static final List<String> OLD_ISAS = List.of("SSE41", "AVX", "AVX2", "AVX512_CORE");

	/** What is timed, with its turns and the runs of each, relative to a benchmark of length 1. */
	private enum Case {
		NAIVE_224("naive-224", 5, 8), NAIVE_512("naive-512", 3, 4), TILED_1024("tiled-1024", 3, 3), DREAM_1024("dream-1024", 1,
				1);

		private final String label;
		private final int turns;
		private final int runs;

		Case(final String label, final int turns, final int runs) {
			this.label = label;
			this.turns = turns;
			this.runs = runs;
		}
	}

	/** One of the two loops, ready for a case. */
	private interface Loop extends AutoCloseable {

		void run();

		/** Share of the pixels that received a gradient in the last run. */
		default double covered() {
			return 1;
		}

		@Override
		void close();
	}

	private final ModelSpec spec;
	private final List<String> ratios = new ArrayList<>();

	private SpeedBenchmark(final ModelSpec spec) {
		this.spec = spec;
	}

	/** @param args how many times as many turns as usual, 1 if none is given; then a network's name or path */
	public static void main(final String... args) throws Exception {
		if (args.length > 0 && args[0].equals(AS_INSTALLED)) {
			child(Boolean.parseBoolean(args[1]), ModelCatalogue.find(args[2]));
			return;
		}
		final int length = args.length > 0 ? Integer.parseInt(args[0]) : 1;
		final Path large = Paths.get("..", "shared", "models", "googlenet-bvlc.pb");
		final String model = args.length > 1 ? args[1] : Files.exists(large) ? large.toString() : "compact-inception";
		final SpeedBenchmark benchmark = new SpeedBenchmark(ModelCatalogue.find(model));
		benchmark.sameKernels(length);
		benchmark.asInstalled(model, 2 * length);
		benchmark.ratios.forEach(System.out::println);
	}

	private void sameKernels(final int length) {
		// loads the library as users do
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
		try (GradientEngine engine = LiteralLoop.engine(spec)) {
			System.out.printf(Locale.ROOT, "%s, %s, %s%n", spec.name(), engine.description(), new ThisMachine().processor());
			engine.diagnostics().stream().filter(line -> line.startsWith("Convolution kernels")).forEach(System.out::println);
			if (System.getenv(ISA) != null) System.out.println("oneDNN limited to " + System.getenv(ISA));
			final double peak = LiteralLoop.gemmPeak();
			System.out.printf(Locale.ROOT, "product of 2048x2048 matrices: %.0f GFLOP/s%n", peak / 1e9);
			for (final Case what : Case.values())
				try (Loop literal = literal(what); Loop here = here(what, engine)) {
					final double[] medians = new PairedTimer(length * what.turns, what.runs).medians(literal::run, here::run);
					final double theirs = medians[0] / literal.covered();
					System.out.printf(Locale.ROOT, "%s: %.1f ms by the tutorial's loop, which covers %.0f%% of the pixels, %.1f ms here%s%n",
						what.label, medians[0], 100 * literal.covered(), medians[1], rate(what, medians[1], peak));
					ratios.add(String.format(Locale.ROOT, "ratio %s %.2f", what.label, theirs / medians[1]));
				}
		}
	}

	/** What the convolutions' operations amount to; a dream's steps are of many sizes. */
	private String rate(final Case what, final double time, final double peak) {
		if (what == Case.DREAM_1024) return "";
		final int width = width(what);
		try (LiteralLoop loop = new LiteralLoop(spec, CHANNEL_LAYER, CHANNEL)) {
			final double rate = loop.flops(width, height(what)) / time / 1e6;
			return String.format(Locale.ROOT, ": %.0f GFLOP/s, %.0f%% of the product's", rate, 1e11 * rate / peak);
		}
	}

	private void asInstalled(final String model, final int turns) throws Exception {
		final double[][][] times = new double[Case.values().length][2][turns];
		for (int turn = 0; turn < turns; turn++)
			for (int side = 0; side < 2; side++) {
				final List<Double> lines = start(side == 1, model);
				for (int i = 0; i < lines.size(); i++)
					times[i][side][turn] = lines.get(i);
			}
		for (final Case what : Case.values()) {
			final double theirs = PairedTimer.median(times[what.ordinal()][0]);
			final double ours = PairedTimer.median(times[what.ordinal()][1]);
			System.out.printf(Locale.ROOT, "as installed, %s: %.1f ms by the tutorial's loop if it covered all pixels, %.1f ms here%n",
				what.label, theirs, ours);
			ratios.add(String.format(Locale.ROOT, "ratio as-installed %s %.2f", what.label, theirs / ours));
		}
	}

	/** A process of one loop; what the user has set for all is left to its own choice there. */
	private static List<Double> start(final boolean here, final String model) throws Exception {
		final ProcessBuilder builder = new ProcessBuilder(Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
			"-cp", ChildProcess.classPath(), SpeedBenchmark.class.getName(), AS_INSTALLED, String.valueOf(here), model).redirectError(
				ProcessBuilder.Redirect.DISCARD);
		builder.environment().remove(TensorFlowEnvironment.ONEDNN);
		// the limit is oneDNN's: TensorFlow would still see the newer processor, and choose oneDNN
		if (!here && OLD_ISAS.contains(String.valueOf(System.getenv(ISA)))) builder.environment().put(TensorFlowEnvironment.ONEDNN, "0");
		final Process process = builder.start();
		final List<Double> times = new ArrayList<>();
		try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
			for (String line = out.readLine(); line != null; line = out.readLine())
				if (line.startsWith("ms ")) times.add(Double.parseDouble(line.substring(3)));
		}
		if (times.size() != Case.values().length) throw new IOException("a process ended early: " + builder.command());
		return times;
	}

	private static void child(final boolean here, final ModelSpec spec) {
		final SpeedBenchmark benchmark = new SpeedBenchmark(spec);
		if (here) Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
		try (GradientEngine engine = here ? LiteralLoop.engine(spec) : null) {
			for (final Case what : Case.values())
				try (Loop loop = here ? benchmark.here(what, engine) : benchmark.literal(what)) {
					final double time = new PairedTimer(what == Case.DREAM_1024 ? 1 : 2, what.runs).medians(loop::run)[0];
					System.out.println("ms " + time / loop.covered());
				}
		}
		System.exit(0);
	}

	private static int width(final Case what) {
		return what == Case.NAIVE_224 ? 224 : what == Case.NAIVE_512 ? 512 : 1024;
	}

	private static int height(final Case what) {
		return what == Case.NAIVE_224 ? 224 : what == Case.NAIVE_512 ? 512 : 768;
	}

	private Loop literal(final Case what) {
		final int width = width(what);
		final int height = height(what);
		final float[] x = picture(width, height);
		final Random random = new Random(3);
		final DreamParams params = params("", DREAM_LAYER);
		final Picture base = Picture.of(x, width, height);
		final LiteralLoop loop = what == Case.DREAM_1024 ? new LiteralLoop(spec, DREAM_LAYER, -1) : new LiteralLoop(spec,
			CHANNEL_LAYER, CHANNEL);
		return new Loop() {

			/** Pixels that received a gradient, and all. */
			private final long[] pixels = { 1, 1 };

			@Override
			public void run() {
				switch (what) {
					case TILED_1024:
						pixels[0] = loop.tiled(x, width, height, STEP, random);
						pixels[1] = (long) width * height;
						break;
					case DREAM_1024:
						literalDream(loop, base, params, pixels);
						break;
					default:
						loop.naive(x, width, height, STEP);
				}
			}

			@Override
			public double covered() {
				return (double) pixels[0] / pixels[1];
			}

			@Override
			public void close() {
				loop.close();
			}
		};
	}

	private Loop here(final Case what, final GradientEngine engine) {
		final int width = width(what);
		final int height = height(what);
		final float[] x = picture(width, height);
		if (what == Case.DREAM_1024) {
			final DreamParams params = params("", DREAM_LAYER);
			final Objective objective = new Objective(ObjectiveSettings.parse(DREAM_LAYER, "all", ObjectiveType.AUTO), engine.layers());
			final Picture base = Picture.of(x, width, height);
			return new Loop() {

				@Override
				public void run() {
					new Dreamer(engine, objective, DreamSettings.of(params), DreamListener.SILENT, Long.MAX_VALUE).fromPicture(base);
				}

				@Override
				public void close() {}
			};
		}
		final String mode = what == Case.TILED_1024 ? "mode=tiled" : "mode=naive jitter=0";
		final SingleSteps steps = new SingleSteps(engine, params(mode + " channels=" + CHANNEL, CHANNEL_LAYER), x, width, height);
		return new Loop() {

			@Override
			public void run() {
				steps.step();
			}

			@Override
			public void close() {
				steps.close();
			}
		};
	}

	/** All of a default dream, 4 octaves of 10 steps, as the tutorial's render_deepdream does it. */
	private static void literalDream(final LiteralLoop literal, final Picture base,
		final DreamParams params, final long[] steps)
	{
		final int octaves = params.whole(Parameter.OCTAVES);
		final double ratio = params.real(Parameter.RATIO);
		final List<Picture> details = new ArrayList<>();
		Picture picture = base;
		for (int i = 1; i < octaves; i++) {
			final int w = picture.width();
			final int h = picture.height();
			final Picture low = Resampler.resize(picture, (int) (w / ratio), (int) (h / ratio));
			details.add(add(picture, Resampler.resize(low, w, h), -1));
			picture = low;
		}
		picture = Picture.of(picture.data().clone(), picture.width(), picture.height());
		final Random random = new Random(5);
		Arrays.fill(steps, 0);
		for (int i = 0; i < octaves; i++) {
			if (i > 0) {
				final Picture detail = details.get(octaves - 1 - i);
				picture = add(Resampler.resize(picture, detail.width(), detail.height()), detail, 1);
			}
			for (int k = 0; k < params.whole(Parameter.ITERATIONS); k++) {
				steps[0] += literal.tiled(picture.data(), picture.width(), picture.height(), STEP,
					random);
				steps[1] += (long) picture.width() * picture.height();
			}
		}
	}

	private static Picture add(final Picture a, final Picture b, final float weight) {
		final float[] sum = a.data().clone();
		final float[] other = b.data();
		for (int i = 0; i < sum.length; i++)
			sum[i] += weight * other[i];
		return Picture.of(sum, a.width(), a.height());
	}

	private static DreamParams params(final String options, final String layer) {
		return DreamParams.parse("layer=" + layer + " step=" + STEP + " " + options);
	}

	/** A photograph where there is one, else smooth noise. */
	private static float[] picture(final int width, final int height) {
		final File photograph = Paths.get("..", "shared", "images", "natural", "deepdream_sky1024px.jpg").toFile();
		try {
			if (photograph.isFile()) return Resampler.resize(BenchmarkImages.read(photograph), width, height).data();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		final Picture small = Picture.create(width / 16, height / 16);
		final Random random = new Random(1);
		final float[] data = small.data();
		for (int i = 0; i < data.length; i++)
			data[i] = 255 * random.nextFloat();
		return Resampler.resize(small, width, height).data();
	}
}
