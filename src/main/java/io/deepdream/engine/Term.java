package io.deepdream.engine;

/**
 * One summand of an objective, over the positions p of a layer: the sum of w[c] *
 * a[p,c], or of w[c] * a[p,c]^2, with a weight w for each channel c; or the sum of
 * the largest dot product of a[p] with any of a guide's feature vectors, as in the
 * DeepDream notebook of A. Mordvintsev, C. Olah and M. Tyka (2015).
 */
public final class Term {

	private final String layer;
	private final float[] channelWeights;
	private final boolean square;
	private final float[] guide;

	/**
	 * @param layer name of the layer
	 * @param channelWeights one for each channel of the layer
	 * @param square whether activations are squared
	 */
	public Term(final String layer, final float[] channelWeights, final boolean square) {
		this(layer, channelWeights.clone(), square, null);
	}

	private Term(final String layer, final float[] channelWeights, final boolean square, final float[] guide) {
		this.layer = layer;
		this.channelWeights = channelWeights;
		this.square = square;
		this.guide = guide;
	}

	/**
	 * Climbs towards a guide. The vector that fits best at a position is taken as
	 * constant in the derivative there.
	 *
	 * @param layer name of the layer
	 * @param features the guide's feature vectors one after another, each with one
	 *          number for each channel of the layer: the {@link Activations} of the
	 *          guide; at least one
	 * @param weight factor of the whole term
	 */
	public static Term towards(final String layer, final float[] features, final float weight) {
		if (features.length == 0) throw new IllegalArgumentException("a guide without features");
		return new Term(layer, new float[] { weight }, false, features.clone());
	}

	public String layer() {
		return layer;
	}

	/** One for each channel; for a guided term one alone. */
	public float[] channelWeights() {
		return channelWeights.clone();
	}

	public boolean square() {
		return square;
	}

	/** Whether this term has a {@link #guide()}. */
	public boolean isGuided() {
		return guide != null;
	}

	/** The guide's feature vectors one after another, or null. */
	public float[] guide() {
		return guide == null ? null : guide.clone();
	}
}
