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
package io.deepdream.image;

/** Mean and standard deviation, summed in double precision. */
public final class Moments {

	private static final int LANES = 4;

	private final double mean;
	private final double std;

	private Moments(final double mean, final double std) {
		this.mean = mean;
		this.std = std;
	}

	/**
	 * The moments of the first n values. Two passes, because a single pass loses the
	 * deviation of values far from zero; four independent sums, because each addition
	 * would otherwise wait for the previous one.
	 */
	public static Moments of(final float[] values, final int n) {
		final double mean = ParallelChunks.sum(n, (from, to) -> sum(values, from, to)) / n;
		return new Moments(mean, Math.sqrt(ParallelChunks.sum(n, (from, to) -> squares(values, from, to, mean)) / n));
	}

	/** The mean absolute value of the first n values. */
	public static double meanAbsolute(final float[] values, final int n) {
		return ParallelChunks.sum(n, (from, to) -> absolutes(values, from, to)) / n;
	}

	private static double sum(final float[] values, final int from, final int to) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		final int whole = to - (to - from) % LANES;
		for (int i = from; i < whole; i += LANES) {
			s0 += values[i];
			s1 += values[i + 1];
			s2 += values[i + 2];
			s3 += values[i + 3];
		}
		for (int i = whole; i < to; i++)
			s0 += values[i];
		return s0 + s1 + s2 + s3;
	}

	private static double absolutes(final float[] values, final int from, final int to) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		final int whole = to - (to - from) % LANES;
		for (int i = from; i < whole; i += LANES) {
			s0 += Math.abs(values[i]);
			s1 += Math.abs(values[i + 1]);
			s2 += Math.abs(values[i + 2]);
			s3 += Math.abs(values[i + 3]);
		}
		for (int i = whole; i < to; i++)
			s0 += Math.abs(values[i]);
		return s0 + s1 + s2 + s3;
	}

	private static double squares(final float[] values, final int from, final int to, final double mean) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		final int whole = to - (to - from) % LANES;
		for (int i = from; i < whole; i += LANES) {
			final double d0 = values[i] - mean;
			final double d1 = values[i + 1] - mean;
			final double d2 = values[i + 2] - mean;
			final double d3 = values[i + 3] - mean;
			s0 += d0 * d0;
			s1 += d1 * d1;
			s2 += d2 * d2;
			s3 += d3 * d3;
		}
		for (int i = whole; i < to; i++)
			s0 += (values[i] - mean) * (values[i] - mean);
		return s0 + s1 + s2 + s3;
	}

	public double mean() {
		return mean;
	}

	/** Population standard deviation, as numpy's std. */
	public double std() {
		return std;
	}
}
