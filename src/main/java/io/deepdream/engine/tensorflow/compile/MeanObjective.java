package io.deepdream.engine.tensorflow.compile;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.Term;

/** The objective {@link Term#MEAN}: the activations. */
final class MeanObjective extends LayerObjective {

	@Override
	String name() {
		return Term.MEAN;
	}

	@Override
	Nodes nodes(final Ops tf, final Output<TFloat32> layer, final Operand<TFloat32> weights, final int term) {
		return new Nodes(layer, weights);
	}

	@Override
	double reference(final Term term, final float[] activations) {
		final float[] weights = term.channelWeights();
		double sum = 0;
		for (int i = 0; i < activations.length; i++)
			sum += (double) weights[i % weights.length] * activations[i];
		return sum;
	}
}
