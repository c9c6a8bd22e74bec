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
package io.deepdream.engine;

/**
 * One summand of an objective. With positions p of a layer, activations a[p,c] and a
 * weight w[c] for each channel c, it is the sum of w[c] * a[p,c], or of w[c] *
 * a[p,c]^2. For a guide image, it is the sum over p of the largest dot product of a[p]
 * with any of the guide's feature vectors, as in the DeepDream notebook of A.
 * Mordvintsev, C. Olah and M. Tyka (2015).
 */
public final class Term {

	/** Objective: the activations. */
	public static final String MEAN = "mean";
	/** Objective: the squares of the activations. */
	public static final String SQUARE = "square";
	/** Objective: the similarity to the features of a guide image. */
	public static final String GUIDE = "guide";

	private final String layer;
	private final float[] channelWeights;
	private final String objective;
	private final float[] guide;

	/**
	 * @param layer name of the layer
	 * @param channelWeights one weight for each channel of the layer
	 * @param objective name of the objective, such as {@link #MEAN}
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
	 * The similarity to a guide image. In the derivative, the feature vector with the
	 * largest dot product at a position is treated as a constant.
	 *
	 * @param layer name of the layer
	 * @param features [n, channels]: the feature vectors of the guide, i.e. its
	 *          {@link Activations} in the layer; n is at least 1
	 * @param weight weight of the term
	 */
	public static Term guided(final String layer, final float[] features, final float weight) {
		if (features.length == 0) throw new IllegalArgumentException("the guide has no feature vectors");
		return new Term(layer, new float[] { weight }, GUIDE, features.clone());
	}

	public String layer() {
		return layer;
	}

	/** One weight for each channel; a guided term has a single weight. */
	public float[] channelWeights() {
		return channelWeights.clone();
	}

	/** The name of the objective, such as {@link #MEAN}. */
	public String objective() {
		return objective;
	}

	/** Whether this term has a {@link #guide()}. */
	public boolean isGuided() {
		return guide != null;
	}

	/** [n, channels]: the feature vectors of the guide; null without a guide. */
	public float[] guide() {
		return guide == null ? null : guide.clone();
	}
}
