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
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

import io.deepdream.engine.Term;

/**
 * The objective {@link Term#GUIDE}: at each position, the largest dot product of the
 * activations with any of the guide's feature vectors. The selected vector is treated
 * as a constant in the derivative.
 */
public final class GuideObjective extends LayerObjective {

	private static final int EXAMPLE_VECTORS = 3;

	@Override
	public String name() {
		return Term.GUIDE;
	}

	private static String guide(final int term) {
		return "deepdream.guide" + term;
	}

	@Override
	public Nodes nodes(final Ops tf, final Output<TFloat32> layer, final Operand<TFloat32> weights, final int term) {
		final long channels = layer.shape().size(3);
		final Operand<TFloat32> guide = tf.withName(guide(term)).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1,
			channels)));
		final Operand<TFloat32> positions = tf.reshape(layer, tf.array(-1, (int) channels));
		final Operand<TFloat32> dots = tf.linalg.matMul(positions, guide, MatMul.transposeB(true));
		final Operand<TInt64> best = tf.math.argMax(dots, tf.constant(1));
		final Operand<TFloat32> nearest = tf.reshape(tf.gather(guide, best, tf.constant(0)), tf.shape(layer));
		final Operand<TFloat32> derivative = tf.math.mul(nearest, weights);
		return new Nodes(tf.math.mul(layer, nearest), derivative);
	}

	/** A single weight is fed for all channels. */
	@Override
	public Operand<TFloat32> channelWeights(final Ops tf, final Operand<TFloat32> fed, final int channels) {
		return tf.broadcastTo(tf.reshape(fed, tf.array(1, 1)), tf.array(1, channels));
	}

	@Override
	public void feed(final ObjectiveInputs inputs, final int index, final Term term) {
		final int channels = inputs.channels(guide(index));
		final float[] features = term.guide();
		inputs.feed(guide(index), features, features.length / channels, channels);
	}

	@Override
	public Term example(final String layer, final int channels, final Random random) {
		return Term.guided(layer, randomWeights(EXAMPLE_VECTORS * channels, random), 1);
	}

	@Override
	public double reference(final Term term, final float[] activations) {
		final float[] guide = term.guide();
		final int channels = guide.length / EXAMPLE_VECTORS;
		double sum = 0;
		for (int p = 0; p < activations.length; p += channels)
			sum += largestDot(activations, p, guide, channels);
		return term.channelWeights()[0] * sum;
	}

	private static double largestDot(final float[] activations, final int from, final float[] guide,
		final int channels)
	{
		double largest = Double.NEGATIVE_INFINITY;
		for (int k = 0; k < guide.length; k += channels) {
			double dot = 0;
			for (int c = 0; c < channels; c++)
				dot += (double) activations[from + c] * guide[k + c];
			largest = Math.max(largest, dot);
		}
		return largest;
	}
}
