package io.deepdream.image;

/** Mean, spread and mean absolute value of numbers, summed in double precision. */
public final class Moments {

	private final double mean;
	private final double std;
	private final double meanAbsolute;

	private Moments(final double mean, final double std, final double meanAbsolute) {
		this.mean = mean;
		this.std = std;
		this.meanAbsolute = meanAbsolute;
	}

	/**
	 * Of the first n values. Two passes, since one pass loses the spread of
	 * values that lie far from zero.
	 */
	public static Moments of(final float[] values, final int n) {
		double sum = 0;
		double absolute = 0;
		for (int i = 0; i < n; i++) {
			sum += values[i];
			absolute += Math.abs(values[i]);
		}
		final double mean = sum / n;
		double squares = 0;
		for (int i = 0; i < n; i++)
			squares += (values[i] - mean) * (values[i] - mean);
		return new Moments(mean, Math.sqrt(squares / n), absolute / n);
	}

	public double mean() {
		return mean;
	}

	/** Standard deviation of the population, as numpy's std. */
	public double std() {
		return std;
	}

	public double meanAbsolute() {
		return meanAbsolute;
	}
}
