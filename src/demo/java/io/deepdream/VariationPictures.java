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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import io.deepdream.dream.Dream;
import io.deepdream.engine.Activations;
import io.deepdream.engine.LayerInfo;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * Draws the documentation's sheet of variations, a row for each diversity, and
 * prints their similarity and the mean activation of their channel.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.deepdream.VariationPictures -Dexec.args="docs/images/variations.jpg googlenet-bvlc.pb"
 * </pre>
 */
public final class VariationPictures {

	private static final double[] DIVERSITIES = { 0, 0.2, 1 };
	private static final int N = 4;
	private static final int SIDE = 112;
	private static final int GAP = 4;

	private VariationPictures() {}

	/** @param args output file; network */
	public static void main(final String... args) throws Exception {
		final BufferedImage sheet = new BufferedImage(N * (SIDE + GAP) - GAP, DIVERSITIES.length * (SIDE + GAP) - GAP,
			BufferedImage.TYPE_INT_RGB);
		final DreamParams params = DreamParams.fromNoise().withOptions("channels=20 width=" + SIDE + " height=" + SIDE +
			" octaves=2 ratio=2 iterations=20 step=2.5 optimizer=momentum smooth=6 variations=" + N);
		try (DeepDream deepDream = DeepDream.open(args[1])) {
			final LayerInfo layer = deepDream.layer(params);
			for (int row = 0; row < DIVERSITIES.length; row++) {
				final List<Dream> dreams = deepDream.variations(params.with(Parameter.DIVERSITY, DIVERSITIES[row]),
					DreamListener.SILENT);
				final List<Activations> activations = new ArrayList<>();
				double score = 0;
				double similarity = 0;
				for (final Dream dream : dreams) {
					draw(sheet, activations.size() * (SIDE + GAP), row * (SIDE + GAP), dream.picture().data());
					activations.add(deepDream.activations(layer, dream.picture()));
					score += dream.scores().get(dream.scores().size() - 1) / N;
				}
				for (int i = 0; i < N; i++)
					for (int j = 0; j < i; j++)
						similarity += GramMatrices.similarity(activations.get(i), activations.get(j)) / (N * (N - 1) / 2);
				System.out.printf(Locale.ROOT, "diversity %.1f: mean similarity %.2f, mean activation %.0f%n", DIVERSITIES[row],
					similarity, score);
			}
		}
		ImageIO.write(sheet, "jpg", new File(args[0]));
	}

	private static void draw(final BufferedImage sheet, final int x0, final int y0, final float[] picture) {
		for (int i = 0; i < SIDE * SIDE; i++)
			sheet.setRGB(x0 + i % SIDE, y0 + i / SIDE, Math.round(picture[3 * i]) << 16 | Math.round(picture[3 * i + 1]) << 8 |
				Math.round(picture[3 * i + 2]));
	}
}
