package io.deepdream.engine.tensorflow.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

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
 * What each rewrite gains: the time of a gradient without it relative to that with
 * all, in turns: {@code mvn -q -Pbench test-compile exec:java
 * -Dexec.mainClass=io.deepdream.engine.tensorflow.compile.RewriteBenchmark
 * -Dexec.args="network side turns"}.
 */
public final class RewriteBenchmark {

	private static final String LAYER = "mixed4d_3x3_bottleneck_pre_relu";

	private RewriteBenchmark() {}

	public static void main(final String... args) {
		final int side = Integer.parseInt(args[1]);
		final int turns = Integer.parseInt(args[2]);
		// loads the library as users do
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
		final List<Variant> variants = new ArrayList<>(List.of(Variant.ALL));
		for (final GradientRewrite rewrite : GradientRewrites.ALL)
			variants.add(Variant.ALL.without(rewrite.getClass()));
		final List<GradientEngine> engines = new ArrayList<>();
		final List<GradientFunction> functions = new ArrayList<>();
		Region all = null;
		for (final Variant variant : variants) {
			final GradientEngine engine = new TensorFlowEngine(ModelCatalogue.find(args[0]), List.of(variant));
			final float[] weights = new float[engine.layers().stream().filter(l -> l.name().equals(LAYER)).mapToInt(
				LayerInfo::channels).findFirst().orElseThrow()];
			weights[weights.length - 5] = 1;
			all = new Region(0, 0, engine.receptiveField(LAYER, Axis.WIDTH, side).positions(), engine.receptiveField(LAYER, Axis.HEIGHT, side)
				.positions(), 1);
			engines.add(engine);
			functions.add(engine.compile(List.of(new Term(LAYER, weights, Term.MEAN))));
		}
		final float[] x = new float[3 * side * side];
		final Random random = new Random(1);
		for (int i = 0; i < x.length; i++)
			x[i] = 100 + 50 * random.nextFloat();
		final float[] g = new float[x.length];
		final double[][] times = new double[variants.size()][turns];
		for (int turn = -2; turn < turns; turn++)
			for (int k = 0; k < variants.size(); k++) {
				final long begin = System.nanoTime();
				functions.get(k).evaluate(x, side, side, List.of(all), g);
				if (turn >= 0) times[k][turn] = System.nanoTime() - begin;
			}
		for (final double[] t : times)
			Arrays.sort(t);
		for (int k = 1; k < variants.size(); k++)
			System.out.printf(Locale.ROOT, "without %s (%s): %.2f%n", GradientRewrites.ALL.get(k - 1).name(),
				GradientRewrites.ALL.get(k - 1).reason(), times[k][turns / 2] / times[0][turns / 2]);
		functions.forEach(GradientFunction::close);
		engines.forEach(GradientEngine::close);
	}
}
