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

import java.util.Locale;

import io.deepdream.dream.Dream;
import io.deepdream.image.Picture;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * Time saved by caching networks and their compiled gradients between dreams: dreams
 * that open a network of their own against dreams with the cached one.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.FollowingDreamBenchmark \
 *   -Dexec.args="NETWORK TURNS"
 * </pre>
 */
public final class FollowingDreamBenchmark {

	private static final int SIDE = 224;
	private static final String[] DREAMS = { "octaves=1 iterations=1", "octaves=1 iterations=10", "" };

	private FollowingDreamBenchmark() {}

	public static void main(final String... args) {
		final String model = args.length > 0 ? args[0] : ModelCatalogue.EMBEDDED;
		final int turns = args.length > 1 ? Integer.parseInt(args[1]) : 15;
		for (final String options : DREAMS)
			measure(model, turns, DreamParams.parse(options));
	}

	private static void measure(final String model, final int turns, final DreamParams params) {
		final Picture picture = BenchmarkImages.noise(SIDE);
		final double[] medians = new PairedTimer(turns, 1).medians(() -> dream(DeepDream.open(ModelCatalogue.find(model),
			DreamListener.SILENT), picture, params), () -> dream(DeepDream.open(model), picture, params));
		System.out.printf(Locale.ROOT, "%s, %dx%d, %d octaves x %d: %.0f ms with a network of its own, %.0f ms with the cached " +
			"network, ratio %.2f%n", model, SIDE, SIDE, params.whole(Parameter.OCTAVES), params.whole(Parameter.ITERATIONS),
			medians[0], medians[1], medians[0] / medians[1]);
	}

	private static void dream(final DeepDream network, final Picture picture, final DreamParams params) {
		try (DeepDream deepDream = network) {
			final Dream dream = deepDream.dream(picture, params, DreamListener.SILENT);
			if (dream.cancelled() || dream.picture().width() != SIDE) throw new IllegalStateException("the dream is incomplete");
		}
	}
}
