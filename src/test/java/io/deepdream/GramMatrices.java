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

import io.deepdream.engine.Activations;

/** Similarity of two pictures by the Gram matrices of a layer's activations. */
public final class GramMatrices {

	private GramMatrices() {}

	/** For each pair of a layer's channels, the sum over positions of the product of their activations. */
	private static double[][] of(final Activations activations) {
		final int channels = activations.channels();
		final double[][] gram = new double[channels][channels];
		for (int y = 0; y < activations.height(); y++)
			for (int x = 0; x < activations.width(); x++)
				for (int a = 0; a < channels; a++)
					for (int b = 0; b < channels; b++)
						gram[a][b] += (double) activations.get(x, y, a) * activations.get(x, y, b);
		return gram;
	}

	private static double dot(final double[][] a, final double[][] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			for (int j = 0; j < a.length; j++)
				sum += a[i][j] * b[i][j];
		return sum;
	}

	/** The cosine similarity of the pictures' Gram matrices. */
	public static double similarity(final Activations one, final Activations other) {
		final double[][] a = of(one);
		final double[][] b = of(other);
		return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
	}
}
