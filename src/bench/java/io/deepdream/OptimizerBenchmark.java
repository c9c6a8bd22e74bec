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

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import io.deepdream.dream.Dream;
import io.deepdream.engine.Activations;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.PeriodicView;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/**
 * Steps and time in which optimizers reach the score of 60 plain steps, on central
 * 224x224 crops of images and from noise.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.OptimizerBenchmark \
 *   -Dexec.args="NETWORK IMAGE ..."
 * </pre>
 *
 * The score is the objective of the finished image, averaged over 16 periodic shifts,
 * which sample all offsets relative to the layer's stride, and over three seeds. At a
 * single shift the score depends on the jitter of the last step.
 */
public final class OptimizerBenchmark {

	private static final int SIDE = 224;
	private static final int STEPS = 60;
	private static final int SEEDS = 3;
	private static final int SHIFTS = 16;
	private static final int TURNS = 3;
	private static final int RUNS_PER_TURN = 3;
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

	private void compare(final String name, final String doubled) {
		final double target = score("", STEPS);
		for (final String other : new String[] { doubled, "optimizer=momentum", "optimizer=preconditioned" }) {
			final double cost = cost(other);
			final double steps = stepsTo(target, n -> score(other, n));
			System.out.printf(Locale.ROOT, "%s: score %.4g after %d plain steps, after %.1f with %s; " +
				"a step costs %.3f; ratio of times %.2f%n", name, target, STEPS, steps, other, cost, STEPS / (steps * cost));
		}
	}

	/** Bisects, and interpolates the score linearly between two steps. */
	private static double stepsTo(final double target, final IntToDoubleFunction score) {
		int below = 1;
		int above = STEPS;
		double low = score.applyAsDouble(below);
		double high = score.applyAsDouble(above);
		while (above - below > 1) {
			final int middle = (below + above) / 2;
			final double at = score.applyAsDouble(middle);
			if (at < target) {
				below = middle;
				low = at;
			}
			else {
				above = middle;
				high = at;
			}
		}
		return below + (target - low) / (high - low);
	}

	private double score(final String options, final int steps) {
		return IntStream.range(0, SEEDS).mapToDouble(seed -> {
			// a result from noise is scaled for display, and without jitter its score is that of the next step
			if (picture == null) return dream(options + " seed=" + seed, steps + 1).scores().get(steps);
			return score(dream(options + " seed=" + seed, steps).picture());
		}).average().getAsDouble();
	}

	private double score(final Picture dreamed) {
		final LayerInfo layer = deepDream.layers().stream().filter(l -> l.name().equals(LAYER)).findFirst().get();
		final Picture shifted = Picture.create(SIDE, SIDE);
		double sum = 0;
		for (int i = 0; i < SHIFTS; i++) {
			// the bits of i in order and in reverse are evenly distributed in x and y
			new PeriodicView(dreamed.data(), SIDE, SIDE, i, Integer.reverse(i) >>> 28).read(0, 0, SIDE, SIDE, shifted.data());
			final Activations activations = deepDream.activations(layer, shifted);
			double squares = 0;
			for (final float value : activations.values())
				squares += value * value;
			sum += squares / activations.values().length;
		}
		return sum / SHIFTS;
	}

	/** Time of a step relative to a plain step. */
	private double cost(final String other) {
		final double[] medians = new PairedTimer(TURNS, RUNS_PER_TURN).medians(() -> dream("", 10), () -> dream(other, 10));
		return medians[1] / medians[0];
	}

	private Dream dream(final String options, final int steps) {
		final String step = picture == null && !options.contains("step=") ? " step=1 " : " ";
		return deepDream.dream(picture, DreamParams.parse(base + " iterations=" + steps + step + options),
			DreamListener.SILENT);
	}

	private static Picture crop(final String file) throws IOException {
		final Picture image = BenchmarkImages.read(new File(file));
		if (Math.min(image.width(), image.height()) < SIDE) throw new IllegalArgumentException(file + " is smaller than " + SIDE +
			" pixels");
		final Picture crop = Picture.create(SIDE, SIDE);
		new PeriodicView(image.data(), image.width(), image.height(), 0, 0).read((image.width() - SIDE) / 2, (image.height() -
			SIDE) / 2, SIDE, SIDE, crop.data());
		return crop;
	}
}
