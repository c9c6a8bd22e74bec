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

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import javax.imageio.ImageIO;

import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;
import io.deepdream.image.Picture;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Precision;

/**
 * Speed and accuracy of bfloat16.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.PrecisionBenchmark \
 *   -Dexec.args="NETWORK TURNS"
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.PrecisionBenchmark \
 *   -Dexec.args="NETWORK FOLDER IMAGE ..."
 * </pre>
 *
 * The first command times gradients, exact and fast. The second dreams each image
 * exactly, fast, and exactly after adding noise of less than half a grey level, and
 * writes the three results side by side.
 */
public final class PrecisionBenchmark {

	private static final String LAYER = "mixed4d_3x3_bottleneck_pre_relu";
	private static final String DREAM = "layer=mixed4c ";
	private static final int RUNS_PER_TURN = 5;

	private PrecisionBenchmark() {}

	public static void main(final String... args) throws IOException {
		if (args.length > 2) dream(args);
		else try (GradientEngine engine = Engines.open(ModelCatalogue.find(args[0]))) {
			for (final int side : new int[] { 224, 512 })
				time(engine, side, Integer.parseInt(args[1]));
		}
	}

	private static void time(final GradientEngine engine, final int side, final int turns) {
		final float[] weights = new float[engine.layers().stream().filter(l -> l.name().equals(LAYER)).mapToInt(
			LayerInfo::channels).findFirst().orElseThrow()];
		weights[weights.length - 5] = 1;
		final List<Term> terms = List.of(new Term(LAYER, weights, Term.MEAN));
		final Region all = new Region(0, 0, engine.receptiveField(LAYER, Axis.WIDTH, side).positions(), engine.receptiveField(LAYER,
			Axis.HEIGHT, side).positions(), 1);
		final float[] x = new float[3 * side * side];
		final Random random = new Random(1);
		for (int i = 0; i < x.length; i++)
			x[i] = 255 * random.nextFloat();
		final float[] g = new float[x.length];
		final List<GradientFunction> functions = new ArrayList<>();
		for (final Precision precision : Precision.values())
			functions.add(engine.compile(terms, precision));
		final double[] medians = new PairedTimer(turns, RUNS_PER_TURN).medians(functions.stream().map(
			function -> (Runnable) () -> function.evaluate(x, side, side, List.of(all), g)).toArray(Runnable[]::new));
		for (int k = 0; k < medians.length; k++) {
			System.out.printf(Locale.ROOT, "%dx%d %s: %.1f ms, ratio %.2f%n", side, side, functions.get(k).precision(), medians[k],
				medians[0] / medians[k]);
			functions.get(k).close();
		}
	}

	private static void dream(final String... args) throws IOException {
		try (DeepDream deepDream = DeepDream.open(args[0])) {
			for (final String file : Arrays.asList(args).subList(2, args.length)) {
				final Picture picture = BenchmarkImages.read(new File(file));
				final double[] medians = new PairedTimer(1, 1).medians(() -> dream(deepDream, picture, Precision.EXACT), () -> dream(
					deepDream, picture, Precision.FAST));
				final Picture exact = dream(deepDream, picture, Precision.EXACT);
				final Picture fast = dream(deepDream, picture, Precision.FAST);
				final Picture perturbed = dream(deepDream, perturbed(picture), Precision.EXACT);
				System.out.printf(Locale.ROOT, "%s: ratio of times %.2f; PSNR of fast %.1f dB, after perturbation %.1f dB, of the " +
					"image itself %.1f dB%n", new File(file).getName(), medians[0] / medians[1], psnr(exact, fast), psnr(exact,
						perturbed), psnr(exact, picture));
				write(new File(args[1], new File(file).getName().replaceAll("\\..*", "") + "-exact-fast-perturbed.png"), exact,
					fast, perturbed);
			}
		}
	}

	/** Adds noise of less than half a grey level. */
	private static Picture perturbed(final Picture picture) {
		final float[] values = picture.data().clone();
		final Random random = new Random(1);
		for (int i = 0; i < values.length; i++)
			values[i] += random.nextFloat() - 0.5f;
		return Picture.of(values, picture.width(), picture.height());
	}

	private static Picture dream(final DeepDream deepDream,
		final Picture picture, final Precision precision)
	{
		return deepDream.dream(picture, DreamParams.parse(DREAM + "precision=" + precision), DreamListener.SILENT).picture();
	}

	/** Peak signal-to-noise ratio in dB, of values in 0..255. */
	private static double psnr(final Picture a, final Picture b) {
		final float[] x = a.data();
		final float[] y = b.data();
		double squares = 0;
		for (int i = 0; i < x.length; i++)
			squares += Math.pow((double) x[i] - y[i], 2);
		return 10 * Math.log10(255 * 255 / (squares / x.length));
	}

	private static void write(final File file, final Picture... pictures) throws IOException {
		final int width = pictures[0].width();
		final int height = pictures[0].height();
		final BufferedImage row = new BufferedImage(width * pictures.length, height, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < pictures.length; i++) {
			final float[] x = pictures[i].data();
			for (int p = 0; p < width * height; p++) {
				int rgb = 0;
				for (int c = 0; c < 3; c++)
					rgb = rgb << 8 | Math.round(x[3 * p + c]);
				row.setRGB(i * width + p % width, p / width, rgb);
			}
		}
		ImageIO.write(row, "png", file);
	}
}
