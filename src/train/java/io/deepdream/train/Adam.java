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
package io.deepdream.train;

import java.util.ArrayList;
import java.util.List;

/** Adam (D. P. Kingma, J. Ba 2015) with its usual constants. */
final class Adam {

	private static final double FIRST = 0.9;
	private static final double SECOND = 0.999;
	private static final double TINY = 1e-8;

	final List<float[]> means = new ArrayList<>();
	final List<float[]> squares = new ArrayList<>();
	int steps;

	Adam(final List<float[]> weights) {
		for (final float[] weight : weights) {
			means.add(new float[weight.length]);
			squares.add(new float[weight.length]);
		}
	}

	/** Changes the weights in place. */
	void step(final List<float[]> weights, final List<float[]> gradients, final double rate) {
		steps++;
		final double firstCorrection = 1 - Math.pow(FIRST, steps);
		final double secondCorrection = 1 - Math.pow(SECOND, steps);
		for (int k = 0; k < weights.size(); k++) {
			final float[] w = weights.get(k);
			final float[] g = gradients.get(k);
			final float[] m = means.get(k);
			final float[] v = squares.get(k);
			for (int i = 0; i < w.length; i++) {
				m[i] = (float) (FIRST * m[i] + (1 - FIRST) * g[i]);
				v[i] = (float) (SECOND * v[i] + (1 - SECOND) * g[i] * g[i]);
				w[i] -= (float) (rate * (m[i] / firstCorrection) / (Math.sqrt(v[i] / secondCorrection) + TINY));
			}
		}
	}
}
