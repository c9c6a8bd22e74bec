package io.deepdream;

import java.util.Arrays;

/**
 * Times alternatives side by side. They take turns of several runs each, so that
 * whatever else the machine does meets all of them; the first run of a turn, which
 * finds another alternative's data in the processor's caches, does not count.
 *
 * <pre>
 * double[] medians = new PairedTimer(8, 5).medians(literal::step, steps::step);
 * </pre>
 */
public final class PairedTimer {

	private final int turns;
	private final int runs;

	/**
	 * @param turns of each alternative, after one that does not count
	 * @param runs of each turn that count
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

	/** How long one run takes. */
	public static double milliseconds(final Runnable work) {
		final long begin = System.nanoTime();
		work.run();
		return (System.nanoTime() - begin) / 1e6;
	}

	/** The middle value; of an even number the mean of the two in the middle. */
	public static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int n = sorted.length;
		return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
	}
}
