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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.deepdream.dream.SingleSteps;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamParams;

/**
 * One step in naive mode with several networks, on the same image. Ratios are relative
 * to the first network.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.NetworkBenchmark \
 *   -Dexec.args="LAYER TURNS NETWORK NETWORK ..."
 * </pre>
 */
public final class NetworkBenchmark {

	private static final int[] SIDES = { 224, 512 };
	private static final int RUNS_PER_TURN = 5;

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
			steps.add(new SingleSteps(engine, params, BenchmarkImages.noise(side).data(), side, side));
		final double[] medians = new PairedTimer(turns, RUNS_PER_TURN).medians(steps.stream().map(
			step -> (Runnable) step::step).toArray(Runnable[]::new));
		steps.forEach(SingleSteps::close);
		final StringBuilder line = new StringBuilder(side + "x" + side + ":");
		for (final double median : medians)
			line.append(String.format(Locale.ROOT, " %.1f ms (%.2f)", median, median / medians[0]));
		System.out.println(line);
	}
}
