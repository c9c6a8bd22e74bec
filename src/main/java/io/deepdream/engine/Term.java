package io.deepdream.engine;

/**
 * One summand of an objective: over the positions p of a layer, the sum of
 * w[c] * a[p,c], or of w[c] * a[p,c]^2, with a weight w for each channel c.
 */
public final class Term {

	private final String layer;
	private final float[] channelWeights;
	private final boolean square;

	/**
	 * @param layer name of the layer
	 * @param channelWeights one for each channel of the layer
	 * @param square whether activations are squared
	 */
	public Term(final String layer, final float[] channelWeights, final boolean square) {
		this.layer = layer;
		this.channelWeights = channelWeights.clone();
		this.square = square;
	}

	public String layer() {
		return layer;
	}

	public float[] channelWeights() {
		return channelWeights.clone();
	}

	public boolean square() {
		return square;
	}
}
