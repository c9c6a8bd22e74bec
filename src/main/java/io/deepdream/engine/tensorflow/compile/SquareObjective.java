package io.deepdream.engine.tensorflow.compile;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.Term;

/** The objective {@link Term#SQUARE}: the squares of the activations. */
final class SquareObjective extends LayerObjective {

	@Override
	String name() {
		return Term.SQUARE;
	}

	@Override
	Nodes nodes(final Ops tf, final Output<TFloat32> layer, final Operand<TFloat32> weights, final int term) {
		final Operand<TFloat32> derivative = tf.math.mul(layer, tf.math.mul(tf.constant(2f), weights));
		return new Nodes(tf.math.mul(layer, layer), derivative);
	}

	@Override
	double reference(final Term term, final float[] activations) {
		final float[] weights = term.channelWeights();
		double sum = 0;
		for (int i = 0; i < activations.length; i++)
			sum += weights[i % weights.length] * ((double) activations[i] * activations[i]);
		return sum;
	}
}
