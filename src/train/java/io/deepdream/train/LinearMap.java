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

/**
 * The best affine map from one network's activations to another's: least squares with
 * a small ridge term, accumulated row by row.
 */
final class LinearMap {

	/** Relative to the mean variance of the inputs. Channels that are always zero would make the system singular. */
	private static final double RIDGE = 1e-4;

	private final int ins;
	private final int outs;
	/** Lower triangle. */
	private final double[][] inProducts;
	private final double[][] mixed;
	/** The row that is being added, with the constant 1. */
	private final double[] input;
	private final double[] output;
	private long rows;

	LinearMap(final int ins, final int outs) {
		this.ins = ins;
		this.outs = outs;
		// the constant 1 is the last input
		inProducts = new double[ins + 1][ins + 1];
		mixed = new double[ins + 1][outs];
		input = new double[ins + 1];
		input[ins] = 1;
		output = new double[outs];
	}

	/** @param from, to arrays that contain a row of activations at the given offset */
	void add(final float[] from, final int fromOffset, final float[] to, final int toOffset) {
		// converted first, because the inner loops are vectorised for operands of one type only
		for (int i = 0; i < ins; i++)
			input[i] = from[fromOffset + i];
		for (int k = 0; k < outs; k++)
			output[k] = to[toOffset + k];
		for (int i = 0; i <= ins; i++)
			if (input[i] != 0) {
				addProducts(inProducts[i], input[i], input, i + 1);
				addProducts(mixed[i], input[i], output, outs);
			}
		rows++;
	}

	private static void addProducts(final double[] sums, final double factor, final double[] values, final int n) {
		for (int i = 0; i < n; i++)
			sums[i] += factor * values[i];
	}

	/** @return [ins + 1][outs]; the last row is the bias */
	double[][] solve() {
		final int n = ins + 1;
		double trace = 0;
		for (int i = 0; i < ins; i++)
			trace += inProducts[i][i] - inProducts[ins][i] * inProducts[ins][i] / rows;
		final double ridge = RIDGE * trace / ins + 1e-12;
		final double[][] l = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j <= i; j++) {
				double sum = inProducts[i][j] + (i == j && i < ins ? ridge : 0);
				for (int k = 0; k < j; k++)
					sum -= l[i][k] * l[j][k];
				l[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j][j];
			}
		final double[][] x = new double[n][];
		for (int i = 0; i < n; i++) {
			x[i] = mixed[i].clone();
			for (int k = 0; k < i; k++)
				subtract(x[i], l[i][k], x[k]);
			divide(x[i], l[i][i]);
		}
		for (int i = n - 1; i >= 0; i--) {
			for (int k = i + 1; k < n; k++)
				subtract(x[i], l[k][i], x[k]);
			divide(x[i], l[i][i]);
		}
		return x;
	}

	/** Writes the solution as a kernel, [ins][outs], and a bias. */
	void solve(final float[] kernel, final float[] bias) {
		final double[][] map = solve();
		for (int k = 0; k < outs; k++) {
			for (int i = 0; i < ins; i++)
				kernel[i * outs + k] = (float) map[i][k];
			bias[k] = (float) map[ins][k];
		}
	}

	private static void subtract(final double[] row, final double factor, final double[] other) {
		for (int k = 0; k < row.length; k++)
			row[k] -= factor * other[k];
	}

	private static void divide(final double[] row, final double by) {
		for (int k = 0; k < row.length; k++)
			row[k] /= by;
	}
}
