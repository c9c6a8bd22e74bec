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
package io.deepdream.engine.tensorflow.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.deepdream.BenchmarkImages;
import io.deepdream.PairedTimer;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.rewrite.GradientRewrite;
import io.deepdream.engine.tensorflow.rewrite.GradientRewrites;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelCatalogue;

/**
 * Speedup by each graph rewrite: the time of a gradient without it, relative to the time
 * with all rewrites.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java \
 *   -Dexec.mainClass=io.deepdream.engine.tensorflow.compile.RewriteBenchmark -Dexec.args="NETWORK SIDE TURNS"
 * </pre>
 */
public final class RewriteBenchmark {

	private static final String LAYER = "mixed4d_3x3_bottleneck_pre_relu";
	private static final int RUNS_PER_TURN = 5;

	private RewriteBenchmark() {}

	public static void main(final String... args) {
		final int side = Integer.parseInt(args[1]);
		final int turns = Integer.parseInt(args[2]);
		// the public entry point loads the native library
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
		final List<Variant> variants = new ArrayList<>(List.of(Variant.ALL));
		for (final GradientRewrite rewrite : GradientRewrites.ALL)
			variants.add(Variant.ALL.without(rewrite.getClass()));
		final List<GradientEngine> engines = new ArrayList<>();
		final List<GradientFunction> functions = new ArrayList<>();
		final List<Runnable> gradients = new ArrayList<>();
		final float[] x = BenchmarkImages.noise(side).data();
		final float[] g = new float[x.length];
		for (final Variant variant : variants) {
			final GradientEngine engine = new TensorFlowEngine(ModelCatalogue.find(args[0]), List.of(variant));
			final float[] weights = new float[engine.layers().stream().filter(l -> l.name().equals(LAYER)).mapToInt(
				LayerInfo::channels).findFirst().orElseThrow()];
			weights[weights.length - 5] = 1;
			final Region all = new Region(0, 0, engine.receptiveField(LAYER, Axis.WIDTH, side).positions(), engine.receptiveField(LAYER, Axis.HEIGHT, side)
				.positions(), 1);
			engines.add(engine);
			final GradientFunction function = engine.compile(List.of(new Term(LAYER, weights, Term.MEAN)));
			functions.add(function);
			gradients.add(() -> function.evaluate(x, side, side, List.of(all), g));
		}
		final double[] medians = new PairedTimer(turns, RUNS_PER_TURN).medians(gradients.toArray(new Runnable[0]));
		for (int k = 1; k < variants.size(); k++)
			System.out.printf(Locale.ROOT, "without %s (%s): %.2f%n", GradientRewrites.ALL.get(k - 1).name(),
				GradientRewrites.ALL.get(k - 1).reason(), medians[k] / medians[0]);
		functions.forEach(GradientFunction::close);
		engines.forEach(GradientEngine::close);
	}
}
