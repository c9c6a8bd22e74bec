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
package io.deepdream.dream;

import java.io.File;
import java.util.Arrays;
import java.util.Locale;

import io.deepdream.BenchmarkImages;
import io.deepdream.DeepDream;
import io.deepdream.PairedTimer;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/**
 * Visibility of tile borders, and time, for several overlaps. The default overlap is
 * based on it.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.dream.OverlapBenchmark \
 *   -Dexec.args="NETWORK LAYER IMAGE"
 * </pre>
 */
public final class OverlapBenchmark {

	private static final int TILE = 256;
	private static final int TURNS = 3;
	private static final String[] OVERLAPS = { "0", "16", "32", "48", "64", "96", "128", "exact" };

	private OverlapBenchmark() {}

	public static void main(final String... args) throws Exception {
		final Picture gray = Picture.create(768, 768);
		Arrays.fill(gray.data(), 128);
		final Picture natural = BenchmarkImages.read(new File(args[2]));
		try (DeepDream deepDream = DeepDream.open(args[0])) {
			final int stride = deepDream.layers().stream().filter(l -> l.name().equals(args[1])).mapToInt(l -> l.stride().pixel(1))
				.findFirst().orElseThrow();
			final String base = "octaves=1 iterations=10 jitter=0 tile=" + TILE + " layer=" + args[1];
			final Picture wholeGray = dream(deepDream, gray, base + " mode=naive");
			final Picture whole = dream(deepDream, natural, base + " mode=naive");
			System.out.println("overlap\tseam gray\tseam natural\tdifference gray\tdifference natural\tseconds");
			System.out.printf(Locale.ROOT, "naive\t%.3f\t%.3f\t0\t0\t-%n", Seams.metric(wholeGray, TILE, stride), Seams.metric(
				whole, TILE, stride));
			final double[] times = new PairedTimer(TURNS, 1).medians(Arrays.stream(OVERLAPS).map(overlap -> (Runnable) () -> dream(
				deepDream, natural, base + " overlap=" + overlap)).toArray(Runnable[]::new));
			for (int i = 0; i < OVERLAPS.length; i++) {
				final Picture g = dream(deepDream, gray, base + " overlap=" + OVERLAPS[i]);
				final Picture n = dream(deepDream, natural, base + " overlap=" + OVERLAPS[i]);
				System.out.printf(Locale.ROOT, "%s\t%.3f\t%.3f\t%.2f\t%.2f\t%.2f%n", OVERLAPS[i], Seams.metric(g, TILE, stride),
					Seams.metric(n, TILE, stride), difference(g, wholeGray), difference(n, whole), times[i] / 1000);
			}
		}
	}

	private static Picture dream(final DeepDream deepDream,
		final Picture picture, final String options)
	{
		return deepDream.dream(picture, DreamParams.parse(options), DreamListener.SILENT).picture();
	}

	/** Mean absolute difference, in grey levels. */
	private static double difference(final Picture a, final Picture b) {
		double sum = 0;
		final float[] x = a.data();
		final float[] y = b.data();
		for (int i = 0; i < x.length; i++)
			sum += Math.abs(x[i] - y[i]);
		return sum / x.length;
	}
}
