package io.deepdream.image;

/**
 * A picture's mean colour and contrast, to which other pictures can be brought
 * back, so that a row of them neither drifts nor flickers.
 */
public final class ColourStatistics {

	/** Below one grey level in 50 pictures: what is cut off at 0 and 255 moves the mean again. */
	private static final double CLOSE = 0.02;
	private static final int ROUNDS = 20;

	private final double[] mean = new double[3];
	private final double std;

	/** @param contrast the largest standard deviation that others may have about their mean colour */
	private ColourStatistics(final double[] mean, final double contrast) {
		System.arraycopy(mean, 0, this.mean, 0, 3);
		std = contrast;
	}

	/**
	 * @param leastContrast standard deviation that is granted also when the picture
	 *          has less
	 */
	public static ColourStatistics of(final Picture picture, final double leastContrast) {
		final float[] data = picture.data();
		final double[] mean = means(data);
		return new ColourStatistics(mean, Math.max(leastContrast, spread(data, mean)));
	}

	/** Mean of red, green and blue. */
	private static double[] means(final float[] data) {
		final double[] sum = new double[3];
		for (int i = 0; i < data.length; i++)
			sum[i % 3] += data[i];
		for (int c = 0; c < 3; c++)
			sum[c] /= data.length / 3;
		return sum;
	}

	private static double spread(final float[] data, final double[] mean) {
		double squares = 0;
		for (int i = 0; i < data.length; i++)
			squares += (data[i] - mean[i % 3]) * (data[i] - mean[i % 3]);
		return Math.sqrt(squares / data.length);
	}

	/** Moves a picture to the mean colour, and lowers its contrast to this one's if it has more; within 0..255. */
	public void impose(final Picture picture) {
		final float[] data = picture.data();
		double[] now = means(data);
		final double gain = Math.min(1, std / Math.max(1e-9, spread(data, now)));
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (mean[i % 3] + (data[i] - now[i % 3]) * gain);
		picture.clamp();
		for (int round = 0; round < ROUNDS; round++) {
			now = means(data);
			double off = 0;
			for (int c = 0; c < 3; c++)
				off = Math.max(off, Math.abs(mean[c] - now[c]));
			if (off < CLOSE) return;
			for (int i = 0; i < data.length; i++)
				data[i] += mean[i % 3] - now[i % 3];
			picture.clamp();
		}
	}
}
