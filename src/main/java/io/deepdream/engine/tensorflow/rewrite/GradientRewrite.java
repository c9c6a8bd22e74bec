package io.deepdream.engine.tensorflow.rewrite;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/** A rewrite that changes how a gradient is computed, not its value; a {@link Variant} can leave it out. */
public interface GradientRewrite extends GraphRewrite {

	/** Unique; shown by benchmarks and tests. */
	default String name() {
		return getClass().getSimpleName();
	}

	/** Why it is done, in one phrase. */
	String reason();

	/** Whether it makes gradients faster with these kernels, or at least not slower (docs/speed.md). */
	default boolean paysWith(final ConvolutionKernels kernels) {
		return true;
	}

	/** Whether TensorFlow has the operations of the result in bfloat16, too. */
	default boolean supportsBfloat16() {
		return true;
	}
}
