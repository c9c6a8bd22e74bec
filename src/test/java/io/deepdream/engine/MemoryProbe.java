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
package io.deepdream.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.deepdream.ResidentMemory;
import io.deepdream.model.ModelCatalogue;

/**
 * Prints the measured and the estimated native memory of an evaluation, in bytes per
 * pixel; arguments: model, layer. Runs in a separate process, because a process does
 * not return all of its memory.
 */
public final class MemoryProbe {

	private static final int SMALL = 768;
	private static final int LARGE = 1536;

	private MemoryProbe() {}

	public static void main(final String... args) {
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(args[0]))) {
			final LayerInfo layer = engine.layers().stream().filter(l -> l.name().equals(args[1])).findFirst().orElseThrow();
			final float[] weights = new float[layer.channels()];
			Arrays.fill(weights, 1);
			final List<Term> terms = List.of(new Term(layer.name(), weights, Term.SQUARE));
			final float[] pixels = new float[3 * LARGE * LARGE];
			final float[] gradient = new float[pixels.length];
			final Random random = new Random(1);
			for (int i = 0; i < pixels.length; i++) {
				pixels[i] = 255 * random.nextFloat();
				// written, so that the heap has its full size before the measurement
				gradient[i] = pixels[i];
			}
			try (GradientFunction function = engine.compile(terms)) {
				final long small = peak(engine, function, layer, SMALL, pixels, gradient);
				final long large = peak(engine, function, layer, LARGE, pixels, gradient);
				System.out.println((double) (large - small) / (LARGE * LARGE - SMALL * SMALL) + " " + engine.bytesPerPixel(
					terms));
			}
		}
	}

	/** The peak memory of three evaluations, since the graph may not be optimised in the first ones. */
	private static long peak(final GradientEngine engine, final GradientFunction function, final LayerInfo layer,
		final int size, final float[] pixels, final float[] gradient)
	{
		final int n = engine.receptiveField(layer.name(), Axis.WIDTH, size).positions();
		for (int i = 0; i < 3; i++)
			function.evaluate(pixels, size, size, List.of(new Region(0, 0, n, n, 1)), gradient);
		return ResidentMemory.peak();
	}
}
