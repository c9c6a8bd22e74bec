package io.deepdream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.deepdream.dream.SingleSteps;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamParams;

/**
 * A naive step with several networks in turns, on the same picture: {@code mvn -q
 * -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.NetworkBenchmark
 * -Dexec.args="LAYER TURNS NETWORK NETWORK ..."}. Ratios are to the first network.
 */
public final class NetworkBenchmark {

	private static final int[] SIDES = { 224, 512 };

	private NetworkBenchmark() {}

	public static void main(final String... args) {
		final String layer = args[0];
		final int turns = Integer.parseInt(args[1]);
		final List<GradientEngine> engines = new ArrayList<>();
		for (final String model : Arrays.asList(args).subList(2, args.length)) {
			engines.add(Engines.open(ModelCatalogue.find(model)));
			final LayerInfo info = engines.get(engines.size() - 1).layers().stream().filter(l -> l.name().equals(layer)).findFirst()
				.orElseThrow();
			System.out.printf("%s: %d channels in %s%n", model, info.channels(), layer);
		}
		for (final int side : SIDES)
			measure(engines, DreamParams.parse("mode=naive jitter=0 layer=" + layer), side, turns);
		engines.forEach(GradientEngine::close);
	}

	private static void measure(final List<GradientEngine> engines, final DreamParams params, final int side,
		final int turns)
	{
		final List<SingleSteps> steps = new ArrayList<>();
		for (final GradientEngine engine : engines)
			steps.add(new SingleSteps(engine, params, picture(side), side, side));
		final double[][] times = new double[engines.size()][turns];
		for (int turn = -3; turn < turns; turn++)
			for (int k = 0; k < times.length; k++) {
				final long begin = System.nanoTime();
				steps.get(k).step();
				if (turn >= 0) times[k][turn] = (System.nanoTime() - begin) / 1e6;
			}
		steps.forEach(SingleSteps::close);
		for (final double[] t : times)
			Arrays.sort(t);
		final StringBuilder line = new StringBuilder(side + "x" + side + ":");
		for (final double[] t : times)
			line.append(String.format(Locale.ROOT, " %.1f ms (%.2f)", t[turns / 2], t[turns / 2] / times[0][turns / 2]));
		System.out.println(line);
	}

	private static float[] picture(final int side) {
		final Random random = new Random(1);
		final float[] x = new float[3 * side * side];
		for (int i = 0; i < x.length; i++)
			x[i] = 100 + 50 * random.nextFloat();
		return x;
	}
}
