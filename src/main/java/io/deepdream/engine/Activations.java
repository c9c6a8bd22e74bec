package io.deepdream.engine;

/** The output of a layer: one number for each position and channel. */
public final class Activations {

	private final int width;
	private final int height;
	private final int channels;
	private final float[] values;

	/**
	 * @param width positions along the picture's width
	 * @param height positions along its height
	 * @param values height * width * channels numbers: channel fastest, then x, then
	 *          y; not copied
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

	/** All values, not a copy. */
	public float[] values() {
		return values;
	}

	public float get(final int x, final int y, final int channel) {
		return values[(y * width + x) * channels + channel];
	}
}
