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
import java.util.List;
import java.util.Locale;

import io.deepdream.dream.SingleSteps;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamParams;

/**
 * What tiles cost: a step with several halos, with one tile at a time and with two,
 * and of the sizes of a default dream's octaves: {@code mvn -q -Pbench test-compile
 * exec:java -Dexec.mainClass=io.deepdream.TileBenchmark -Dexec.args="NETWORK"}.
 */
public final class TileBenchmark {

	private static final String LAYER = "layer=mixed4c ";
	private static final int WIDTH = 1024;
	private static final int HEIGHT = 768;
	/** Widths and heights of the octaves before the last. */
	private static final int[][] OCTAVES = { { 373, 279 }, { 522, 391 }, { 731, 548 } };

	private TileBenchmark() {}

	/** @param args a network's name or path */
	public static void main(final String... args) {
		System.out.println(new ThisMachine().processor());
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(args[0]))) {
			final List<String> names = new ArrayList<>();
			final List<SingleSteps> steps = new ArrayList<>();
			for (final String overlap : new String[] { "32", "0" })
				for (int n = 1; n <= 2; n++) {
					names.add("overlap=" + overlap + ", " + n + " at a time");
					steps.add(steps(engine, "mode=tiled overlap=" + overlap, WIDTH, HEIGHT, n));
				}
			names.add("mode=naive");
			steps.add(steps(engine, "mode=naive jitter=0", WIDTH, HEIGHT, 1));
			final double[] medians = new PairedTimer(4, 2).medians(steps.stream().map(step -> (Runnable) step::step).toArray(
				Runnable[]::new));
			for (int i = 0; i < medians.length; i++)
				System.out.printf(Locale.ROOT, "%s: %.0f ms a step, ratio %.2f%n", names.get(i), medians[i], medians[i] / medians[0]);
			steps.forEach(SingleSteps::close);
			for (final int[] size : OCTAVES)
				try (SingleSteps octave = steps(engine, "mode=tiled", size[0], size[1], 1)) {
					System.out.printf(Locale.ROOT, "%dx%d: %.3f microseconds a pixel%n", size[0], size[1], new PairedTimer(2, 4).medians(
						octave::step)[0] * 1000 / size[0] / size[1]);
				}
		}
		System.exit(0);
	}

	private static SingleSteps steps(final GradientEngine engine, final String options, final int width, final int height,
		final int concurrentTiles)
	{
		return new SingleSteps(engine, DreamParams.parse(LAYER + options), BenchmarkImages.noise(width, height).data(), width,
			height, concurrentTiles);
	}
}
