package io.deepdream.engine;

/** The output of a layer: one value for each position and channel. */
public final class Activations {

	private final int width;
	private final int height;
	private final int channels;
	private final float[] values;

	/**
	 * @param width number of positions along the image's width
	 * @param height number of positions along the image's height
	 * @param channels number of channels
	 * @param values height * width * channels values, with the channel varying fastest,
	 *          then x, then y; not copied
	 */
	public Activations(final int width, final int height, final int channels, final float[] values) {
		if (values.length != Math.multiplyExact(Math.multiplyExact(width, height), channels))
			throw new IllegalArgumentException(values.length + " values for " + width + "x" + height + "x" + channels);
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.values = values;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int channels() {
		return channels;
	}

	/** The values in the order of the constructor; not a copy. */
	public float[] values() {
		return values;
	}

	/**
	 * @param x column, from 0
	 * @param y row, from 0
	 * @param channel index of the channel, from 0
	 */
	public float get(final int x, final int y, final int channel) {
		return values[(y * width + x) * channels + channel];
	}
}
