package io.deepdream.engine.tensorflow.rewrite;

import java.util.List;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * All rewrites of gradient graphs, in the order of their application. To add a
 * rewrite, add a class and its place in the list.
 */
public final class GradientRewrites {

	/** Corrections of TensorFlow's C++ gradient, which every variant applies before its rewrites. */
	static final List<GraphRewrite> CORRECTIONS = List.of(new LrnGradientAttributes());

	/** The rewrites, with the reasons for their order. */
	public static final List<GradientRewrite> ALL = List.of(
		// these two create the forward convolutions that the next two fuse
		new BackwardConvolution(), new StridedBackwardConvolution(),
		// before SumInConvolution, which fuses the remaining convolutions of a sum
		new JointConvolution(), new SumInConvolution(),
		// EarlyReluGradient requires gradients that read the ReLUs' outputs
		new ReluGradientFromOutput(), new EarlyReluGradient(),
		// last, because EarlyReluGradient matches LRN nodes
		new BandedNormalisation());

	private GradientRewrites() {}
}
