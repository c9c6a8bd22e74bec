package io.deepdream.engine.tensorflow.compile;

import java.util.Random;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.Term;

/**
 * What is maximised in a layer: the sum, over positions and channels, of a score
 * of each activation times its weight. A new objective is a class and its place in
 * {@link LayerObjectives}.
 */
abstract class LayerObjective {

	/** What an objective adds to the graph; both have the layer's shape. */
	static final class Nodes {

		final Operand<TFloat32> scores;
		final Operand<TFloat32> derivative;

		/**
		 * @param scores unweighted
		 * @param derivative of the weighted sum with respect to the activations
		 */
		Nodes(final Operand<TFloat32> scores, final Operand<TFloat32> derivative) {
			this.scores = scores;
			this.derivative = derivative;
		}
	}

	/** As {@link Term#objective()} and the parameter name it. */
	abstract String name();

	/**
	 * @param layer [n, height, width, channels]
	 * @param weights of every activation
	 * @param term index of the term, for the names of further inputs
	 */
	abstract Nodes nodes(Ops tf, Output<TFloat32> layer, Operand<TFloat32> weights, int term);

	/** [n, channels]: the fed weights [n, 1, 1, channels]. */
	Operand<TFloat32> channelWeights(final Ops tf, final Operand<TFloat32> fed, final int channels) {
		return tf.reshape(fed, tf.array(-1, channels));
	}

	/** Feeds the inputs that {@link #nodes} added. */
	void feed(final CompiledObjective compiled, final NetworkSession.Run run, final int index, final Term term) {}

	/** A term for the self-check, with random weights. */
	Term example(final String layer, final int channels, final Random random) {
		return new Term(layer, numbers(channels, random), name());
	}

	static float[] numbers(final int n, final Random random) {
		final float[] result = new float[n];
		for (int i = 0; i < n; i++)
			result[i] = 0.5f + random.nextFloat();
		return result;
	}

	/**
	 * The weighted sum over all positions, in double precision and without TensorFlow:
	 * the reference of the self-check.
	 */
	abstract double reference(Term term, float[] activations);
}
