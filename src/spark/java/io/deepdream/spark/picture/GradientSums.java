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
package io.deepdream.spark.picture;

import java.io.Serializable;

import net.imglib2.parallel.Parallelization;

import io.deepdream.image.Moments;

/** What a step needs to know of the whole gradient, of one block or of several. */
final class GradientSums implements Serializable {

	private static final long serialVersionUID = 1L;

	static final GradientSums NONE = new GradientSums(0, 0, 0, 0, true, true, 0);

	private final long n;
	private final double mean;
	/** The sum of the squared deviations from the mean. */
	private final double squares;
	private final double absolutes;
	private final boolean finite;
	private final boolean zero;
	private final double score;

	private GradientSums(final long n, final double mean, final double squares, final double absolutes,
		final boolean finite, final boolean zero, final double score)
	{
		this.n = n;
		this.mean = mean;
		this.squares = squares;
		this.absolutes = absolutes;
		this.finite = finite;
		this.zero = zero;
		this.score = score;
	}

	static GradientSums of(final BlockGradient gradient) {
		final float[] values = gradient.values;
		boolean finite = true;
		boolean zero = true;
		for (final float value : values) {
			finite &= Float.isFinite(value);
			zero &= value == 0;
		}
		// a task has the processors that Spark gives it
		final Moments moments = Parallelization.runSingleThreaded(() -> Moments.of(values, values.length));
		final double absolutes = Parallelization.runSingleThreaded(() -> Moments.meanAbsolute(values, values.length));
		return new GradientSums(values.length, moments.mean(), moments.std() * moments.std() * values.length, absolutes *
			values.length, finite, zero, gradient.score);
	}

	/**
	 * Of both parts. A difference of large sums of squares would lose digits (T. F. Chan, G. H. Golub, R. J. LeVeque 1979).
	 */
	GradientSums plus(final GradientSums other) {
		final long both = n + other.n;
		final double distance = other.mean - mean;
		return new GradientSums(both, mean + distance * other.n / both, squares + other.squares + distance * distance * n *
			other.n / both, absolutes + other.absolutes, finite && other.finite, zero && other.zero, score + other.score);
	}

	/** Population standard deviation. */
	double std() {
		return Math.sqrt(squares / n);
	}

	double meanAbsolute() {
		return absolutes / n;
	}

	boolean isFinite() {
		return finite;
	}

	boolean isZero() {
		return zero;
	}

	/** The objective. */
	double score() {
		return score;
	}
}
