package io.deepdream.image;

/** Mean, spread and mean absolute value of numbers, summed in double precision. */
public final class Moments {

	private static final int LANES = 4;

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
	 * values that lie far from zero; four sums side by side, since each addition
	 * would wait for the one before.
	 */
	public static Moments of(final float[] values, final int n) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0, a0 = 0, a1 = 0, a2 = 0, a3 = 0;
		final int whole = n / LANES * LANES;
		for (int i = 0; i < whole; i += LANES) {
			s0 += values[i];
			s1 += values[i + 1];
			s2 += values[i + 2];
			s3 += values[i + 3];
			a0 += Math.abs(values[i]);
			a1 += Math.abs(values[i + 1]);
			a2 += Math.abs(values[i + 2]);
			a3 += Math.abs(values[i + 3]);
		}
		for (int i = whole; i < n; i++) {
			s0 += values[i];
			a0 += Math.abs(values[i]);
		}
		final double mean = (s0 + s1 + s2 + s3) / n;
		return new Moments(mean, Math.sqrt(squares(values, n, mean) / n), (a0 + a1 + a2 + a3) / n);
	}

	private static double squares(final float[] values, final int n, final double mean) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		final int whole = n / LANES * LANES;
		for (int i = 0; i < whole; i += LANES) {
			final double d0 = values[i] - mean;
			final double d1 = values[i + 1] - mean;
			final double d2 = values[i + 2] - mean;
			final double d3 = values[i + 3] - mean;
			s0 += d0 * d0;
			s1 += d1 * d1;
			s2 += d2 * d2;
			s3 += d3 * d3;
		}
		for (int i = whole; i < n; i++)
			s0 += (values[i] - mean) * (values[i] - mean);
		return s0 + s1 + s2 + s3;
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
