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

import java.util.Random;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.Term;

/**
 * An objective of a layer: the weighted sum of a score of each activation. To add an
 * objective, add a class and its place in {@link LayerObjectives}.
 */
public abstract class LayerObjective {

	/** The nodes of an objective; both have the shape of the layer. */
	public static final class Nodes {

		private final Operand<TFloat32> scores;
		private final Operand<TFloat32> derivative;

		/**
		 * @param scores of the activations, without weights
		 * @param derivative of the weighted sum with respect to the activations
		 */
		Nodes(final Operand<TFloat32> scores, final Operand<TFloat32> derivative) {
			this.scores = scores;
			this.derivative = derivative;
		}

		/** Of the activations, without weights. */
		public Operand<TFloat32> scores() {
			return scores;
		}

		/** Of the weighted sum with respect to the activations. */
		public Operand<TFloat32> derivative() {
			return derivative;
		}
	}

	/** The name in {@link Term#objective()} and in the parameter. */
	public abstract String name();

	/**
	 * Adds the nodes of the objective to the graph.
	 *
	 * @param layer [n, height, width, channels]
	 * @param weights weights of the activations
	 * @param term index of the term, for the names of additional inputs
	 */
	public abstract Nodes nodes(Ops tf, Output<TFloat32> layer, Operand<TFloat32> weights, int term);

	/** [n, channels]: the channel weights, from the fed weights [n, 1, 1, channels]. */
	public Operand<TFloat32> channelWeights(final Ops tf, final Operand<TFloat32> fed, final int channels) {
		return tf.reshape(fed, tf.array(-1, channels));
	}

	/** Feeds the additional inputs of {@link #nodes}. */
	public void feed(final ObjectiveInputs inputs, final int index, final Term term) {}

	/** A term with random weights for the self-check. */
	public Term example(final String layer, final int channels, final Random random) {
		return new Term(layer, randomWeights(channels, random), name());
	}

	static float[] randomWeights(final int n, final Random random) {
		final float[] result = new float[n];
		for (int i = 0; i < n; i++)
			result[i] = 0.5f + random.nextFloat();
		return result;
	}

	/** The weighted sum of the scores in double precision, without TensorFlow, for the self-check. */
	public abstract double reference(Term term, float[] activations);
}
