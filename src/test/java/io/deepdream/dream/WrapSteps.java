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

import java.util.Arrays;
import java.util.Locale;

import io.deepdream.DeepDream;
import io.deepdream.image.Picture;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** Mean absolute step between neighbouring pixels, across the wrap and inside, over both axes of several pictures. */
public final class WrapSteps {

	private double wrap;
	private double inside;
	private int pictures;

	/** Adds pictures from noise, with the seeds from 0 on. */
	void add(final DeepDream deepDream, final DreamParams params, final int count) {
		for (int seed = 0; seed < count; seed++)
			add(deepDream.dream(null, params.with(Parameter.SEED, seed), DreamListener.SILENT).picture());
	}

	private void add(final Picture picture) {
		final int w = picture.width();
		final int h = picture.height();
		final float[] data = picture.data();
		pictures++;
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				for (int c = 0; c < 3; c++) {
					final double value = data[3 * (y * w + x) + c];
					final double right = Math.abs(value - data[3 * (y * w + (x + 1) % w) + c]);
					final double below = Math.abs(value - data[3 * ((y + 1) % h * w + x) + c]);
					if (x == w - 1) wrap += right / h;
					else inside += right / h / (w - 1);
					if (y == h - 1) wrap += below / w;
					else inside += below / w / (h - 1);
				}
	}

	/** In grey levels. */
	double wrap() {
		return wrap / (6 * pictures);
	}

	/** In grey levels. */
	double inside() {
		return inside / (6 * pictures);
	}

	/** @param args number of pictures; options of the embedded network, one row of a table for each argument */
	public static void main(final String... args) {
		try (DeepDream deepDream = DeepDream.open(ModelCatalogue.EMBEDDED)) {
			for (final String options : Arrays.asList(args).subList(1, args.length)) {
				final StringBuilder row = new StringBuilder("| `" + options + "` |");
				for (final boolean seamless : new boolean[] { false, true }) {
					final WrapSteps steps = new WrapSteps();
					steps.add(deepDream, DreamParams.fromNoise().withOptions("width=144 height=144 iterations=20 " + options).with(
						Parameter.SEAMLESS, seamless), Integer.parseInt(args[0]));
					row.append(String.format(Locale.ROOT, " %.2f | %.2f |", steps.wrap(), steps.inside()));
				}
				System.out.println(row);
			}
		}
	}
}
