package io.deepdream.engine.tensorflow.rewrite;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/** A rewrite that changes how a gradient is computed, but not its value. A {@link Variant} can omit it. */
public interface GradientRewrite extends GraphRewrite {

	/** Unique name for benchmarks and tests. */
	default String name() {
		return getClass().getSimpleName();
	}

	/** The reason for the rewrite, as a phrase. */
	String reason();

	/** Whether it makes gradients faster with these kernels, or at least not slower (docs/speed.md). */
	default boolean paysWith(final ConvolutionKernels kernels) {
		return true;
	}

	/** Whether TensorFlow supports the resulting operations in bfloat16. */
	default boolean supportsBfloat16() {
		return true;
	}
}
