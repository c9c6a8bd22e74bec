package io.deepdream.engine.tensorflow.rewrite;

import java.util.List;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * All rewrites of gradient graphs, in the order in which they are applied. A new
 * one is a class and its place in a list here.
 */
public final class GradientRewrites {

	/** TensorFlow's C++ gradient is wrong without them, so that every variant has them, before all others. */
	static final List<GraphRewrite> CORRECTIONS = List.of(new LrnGradientAttributes());

	/** Each with the reason for its place. */
	public static final List<GradientRewrite> ALL = List.of(
		// these two yield the forward convolutions that the next two merge
		new BackwardConvolution(), new StridedBackwardConvolution(),
		// before the sums, since it takes plain convolutions from them
		new JointConvolution(), new SumInConvolution(),
		// the masks are moved by the ReLUs' outputs
		new ReluGradientFromOutput(), new EarlyReluGradient(),
		// last, since the masks are moved across LRN nodes
		new BandedNormalisation());

	private GradientRewrites() {}
}
