package io.deepdream.engine;

/**
 * One summand of an objective, over the positions p of a layer, with a weight w for
 * each channel c: the sum of w[c] * a[p,c], or of w[c] * a[p,c]^2; or the sum of the
 * largest dot product of a[p] with any of a guide's feature vectors, as in the
 * DeepDream notebook of A. Mordvintsev, C. Olah and M. Tyka (2015).
 */
public final class Term {

	/** Objective: the activations themselves. */
	public static final String MEAN = "mean";
	/** Objective: the squares of the activations. */
	public static final String SQUARE = "square";
	/** Objective: the similarity with a guide's features. */
	public static final String GUIDE = "guide";

	private final String layer;
	private final float[] channelWeights;
	private final String objective;
	private final float[] guide;

	/**
	 * @param layer name of the layer
	 * @param channelWeights one for each channel of the layer
	 * @param objective name of what is maximised, such as {@link #MEAN}
	 */
	public Term(final String layer, final float[] channelWeights, final String objective) {
		this(layer, channelWeights.clone(), objective, null);
	}

	private Term(final String layer, final float[] channelWeights, final String objective, final float[] guide) {
		this.layer = layer;
		this.channelWeights = channelWeights;
		this.objective = objective;
		this.guide = guide;
	}

	/**
	 * Similarity with a guide. The feature vector with the largest dot product at a
	 * position is constant in the derivative there.
	 *
	 * @param layer name of the layer
	 * @param features the guide's feature vectors one after another, each with one
	 *          number for each channel of the layer: the {@link Activations} of the
	 *          guide; at least one
	 * @param weight factor of the whole term
	 */
	public static Term towards(final String layer, final float[] features, final float weight) {
		if (features.length == 0) throw new IllegalArgumentException("a guide without features");
		return new Term(layer, new float[] { weight }, GUIDE, features.clone());
	}

	public String layer() {
		return layer;
	}

	/** One for each channel; for a guided term a single one. */
	public float[] channelWeights() {
		return channelWeights.clone();
	}

	/** The name of what is maximised. */
	public String objective() {
		return objective;
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
