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
package io.deepdream.engine.tensorflow.objective;

import java.util.List;
import java.util.Random;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.Term;

/**
 * Subtracts a penalty for similar images of a batch from another objective (C. Olah,
 * A. Mordvintsev, L. Schubert 2017): the cosine similarity of their Gram matrices,
 * which are the correlations among the channels of a layer.
 * <p>
 * Let F be the activations of one image with a row for each position, G = F'F its
 * Gram matrix, u = G / |G|, and U the sum of u over all images. The sum of u.v over
 * all pairs of images has the derivative (U - (u.U)u) / |G| with respect to G, in
 * which the contribution of u itself to U cancels, and 2F times that with respect to
 * F.
 * </p>
 */
public final class DiverseObjective extends LayerObjective {

	/** Replaces the norm of a Gram matrix that is zero. */
	private static final float MIN_NORM = 1e-20f;

	private final LayerObjective objective;

	/** @param objective objective of a single image */
	public DiverseObjective(final LayerObjective objective) {
		this.objective = objective;
	}

	@Override
	public String name() {
		return objective.name();
	}

	/** Name of the input for the weight of each pair's similarity; its default is 0. */
	public static String diversity(final int term) {
		return "deepdream.diversity" + term;
	}

	@Override
	public Nodes nodes(final Ops tf, final Output<TFloat32> layer, final Operand<TFloat32> weights, final int term) {
		final Nodes nodes = objective.nodes(tf, layer, weights, term);
		return new Nodes(nodes.scores(), tf.math.add(nodes.derivative(), tf.math.mul(tf.withName(diversity(term))
			.placeholderWithDefault(tf.constant(0f), Shape.scalar()), derivative(tf, layer))));
	}

	@Override
	public Operand<TFloat32> channelWeights(final Ops tf, final Operand<TFloat32> fed, final int channels) {
		return objective.channelWeights(tf, fed, channels);
	}

	@Override
	public void feed(final ObjectiveInputs inputs, final int index, final Term term) {
		objective.feed(inputs, index, term);
	}

	@Override
	public Term example(final String layer, final int channels, final Random random) {
		return objective.example(layer, channels, random);
	}

	/** The self-check uses a single image, which has no similarity penalty. */
	@Override
	public double reference(final Term term, final float[] activations) {
		return objective.reference(term, activations);
	}

	/**
	 * The derivative of the penalty: minus the sum of the similarities of all pairs, times
	 * the root mean square length of the layer's feature vectors, which makes the weight
	 * independent of the scale of the activations. The length is treated as a constant.
	 */
	private static Operand<TFloat32> derivative(final Ops tf, final Output<TFloat32> layer) {
		final int channels = (int) layer.shape().size(3);
		final Operand<TFloat32> features = tf.reshape(layer, tf.concat(List.of(tf.slice(tf.shape(layer), tf.array(0), tf
			.array(1)), tf.array(-1, channels)), tf.constant(0)));
		final Operand<TFloat32> gram = tf.reshape(tf.train.batchMatMul(features, features, TFloat32.class, BatchMatMul.adjX(
			true)), tf.array(-1, channels * channels));
		final Operand<TFloat32> norm = tf.math.maximum(tf.math.sqrt(sumColumns(tf, tf.math.square(gram))), tf.constant(
			MIN_NORM));
		final Operand<TFloat32> direction = tf.math.div(gram, norm);
		final Operand<TFloat32> sumOfDirections = tf.sum(direction, tf.constant(0), Sum.keepDims(true));
		final Operand<TFloat32> similarity = sumColumns(tf, tf.math.mul(direction, sumOfDirections));
		final Operand<TFloat32> gramDerivative = tf.math.div(tf.math.sub(sumOfDirections, tf.math.mul(similarity,
			direction)), norm);
		final Operand<TFloat32> featureDerivative = tf.train.batchMatMul(features, tf.reshape(gramDerivative, tf.array(-1,
			channels, channels)), TFloat32.class);
		final Operand<TFloat32> length = tf.math.sqrt(tf.math.mul(tf.constant((float) channels), tf.math.mean(tf.math.square(
			tf.reshape(layer, tf.array(-1))), tf.constant(0))));
		return tf.reshape(tf.math.mul(featureDerivative, tf.math.mul(tf.constant(-2f), length)), tf.shape(layer));
	}

	/** [n, 1]: the sums of the rows. */
	private static Operand<TFloat32> sumColumns(final Ops tf, final Operand<TFloat32> x) {
		return tf.sum(x, tf.constant(1), Sum.keepDims(true));
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof DiverseObjective && objective.equals(((DiverseObjective) other).objective);
	}

	@Override
	public int hashCode() {
		return 31 * objective.hashCode() + 1;
	}
}
