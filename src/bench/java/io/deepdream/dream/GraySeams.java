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

import java.util.Locale;
import java.util.Random;

import io.deepdream.DeepDream;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/**
 * Visibility of tile borders in gray images, averaged over many grey levels because
 * that of a single image varies.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.dream.GraySeams -Dexec.args=OVERLAP
 * </pre>
 */
public final class GraySeams {

	private static final int SIDE = 640;
	private static final int TILE = 128;

	private GraySeams() {}

	/** @param args overlap */
	public static void main(final String... args) {
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			final double[] whole = new double[15];
			final double[] tiled = new double[whole.length];
			for (int i = 0; i < whole.length; i++) {
				whole[i] = seam(deepDream, 48 + 12 * i, " mode=naive");
				tiled[i] = seam(deepDream, 48 + 12 * i, " overlap=" + args[0]);
			}
			report("without tiles", whole);
			report("tiles of " + TILE + ", overlap " + args[0], tiled);
		}
	}

	private static double seam(final DeepDream deepDream, final int level, final String options) {
		final Picture gray = Picture.create(SIDE, SIDE);
		final float[] data = gray.data();
		final Random random = new Random(level);
		for (int i = 0; i < data.length; i++)
			data[i] = level + 0.25f * (float) random.nextGaussian();
		return Seams.metric(deepDream.dream(gray, DreamParams.parse("octaves=1 iterations=10 jitter=0 layer=mixed4c tile=" +
			TILE + options), DreamListener.SILENT).picture(), TILE, 16);
	}

	private static void report(final String what, final double[] seams) {
		double mean = 0;
		double squares = 0;
		for (final double seam : seams) {
			mean += seam / seams.length;
			squares += seam * seam / seams.length;
		}
		System.out.printf(Locale.ROOT, "%s: %.3f, standard deviation %.3f%n", what, mean, Math.sqrt(squares - mean *
			mean));
	}
}
