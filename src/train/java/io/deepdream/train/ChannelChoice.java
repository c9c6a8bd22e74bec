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
