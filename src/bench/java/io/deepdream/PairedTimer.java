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

import java.util.Arrays;

/**
 * Times alternatives in alternating turns of several runs each, so that other load on
 * the machine affects all of them. The first run of a turn, which finds another
 * alternative's data in the processor's caches, is not counted; neither is the first
 * turn, which includes just-in-time compilation.
 *
 * <pre>
 * double[] medians = new PairedTimer(8, 5).medians(literal::step, steps::step);
 * </pre>
 */
public final class PairedTimer {

	private final int turns;
	private final int runs;

	/**
	 * @param turns counted turns of each alternative
	 * @param runs counted runs of each turn
	 */
	public PairedTimer(final int turns, final int runs) {
		this.turns = turns;
		this.runs = runs;
	}

	/** @return median of each alternative's runs, in milliseconds */
	public double[] medians(final Runnable... alternatives) {
		final double[][] times = new double[alternatives.length][turns * runs];
		for (int turn = -1; turn < turns; turn++)
			for (int a = 0; a < alternatives.length; a++)
				for (int run = -1; run < runs; run++) {
					final double time = milliseconds(alternatives[a]);
					if (turn >= 0 && run >= 0) times[a][turn * runs + run] = time;
				}
		return Arrays.stream(times).mapToDouble(PairedTimer::median).toArray();
	}

	/** Duration of one run. */
	public static double milliseconds(final Runnable work) {
		final long begin = System.nanoTime();
		work.run();
		return (System.nanoTime() - begin) / 1e6;
	}

	/** The middle value, or the mean of the two middle values. */
	public static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int n = sorted.length;
		return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
	}
}
