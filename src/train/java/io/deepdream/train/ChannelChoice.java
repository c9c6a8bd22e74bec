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

import java.util.Arrays;

/**
 * Selects the channels of a layer that best predict all of its channels: greedy column
 * subset selection on the matrix of products. Each step selects the channel that
 * explains most of the variance that the selected ones leave unexplained.
 */
final class ChannelChoice {

	private ChannelChoice() {}

	/**
	 * @param products [c][c] sums over positions of a[i] * a[j]; overwritten
	 * @return ascending indices; all channels if count >= c
	 */
	static int[] of(final double[][] products, final int count) {
		final int n = products.length;
		final boolean[] taken = new boolean[n];
		for (int step = 0; step < Math.min(count, n); step++) {
			int best = -1;
			double most = -1;
			for (int c = 0; c < n; c++) {
				if (taken[c]) continue;
				double explained = 0;
				for (int k = 0; k < n; k++)
					explained += products[k][c] * products[k][c];
				explained = products[c][c] > 1e-9 ? explained / products[c][c] : 0;
				if (explained > most) {
					most = explained;
					best = c;
				}
			}
			taken[best] = true;
			final double pivot = products[best][best];
			final double[] column = products[best].clone();
			if (pivot > 1e-9) for (int i = 0; i < n; i++)
				for (int k = 0; k < n; k++)
					products[i][k] -= column[i] * column[k] / pivot;
		}
		final int[] result = new int[Math.min(count, n)];
		int i = 0;
		for (int c = 0; c < n; c++)
			if (taken[c]) result[i++] = c;
		return Arrays.copyOf(result, i);
	}
}
