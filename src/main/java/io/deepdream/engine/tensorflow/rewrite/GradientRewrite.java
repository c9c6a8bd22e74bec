package io.deepdream.engine.tensorflow.rewrite;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rewrites that change how a gradient is computed and not what it is; each can be left out. */
public enum GradientRewrite {

	/** {@link BackwardConvolution}, without which oneDNN is wrong for some layers */
	BACKWARD_CONVOLUTION,

	/** {@link StridedBackwardConvolution} */
	STRIDED_BACKWARD_CONVOLUTION,

	/** {@link JointConvolution}, of forward convolutions only */
	JOINT_CONVOLUTION,

	/** {@link SumInConvolution}, of forward convolutions only */
	SUM_IN_CONVOLUTION,

	/** {@link ReluGradientFromOutput} */
	RELU_GRADIENT_FROM_OUTPUT,

	/** {@link EarlyReluGradient}, of no effect without the one before */
	EARLY_RELU_GRADIENT,

	/** {@link BandedNormalisation} */
	BANDED_NORMALISATION;

	public static final Set<GradientRewrite> ALL = EnumSet.allOf(GradientRewrite.class);

	/** What to compute a gradient by, the fastest first, the plainest last. */
	public static final List<Set<GradientRewrite>> PATHS = List.of(ALL, EnumSet.of(BACKWARD_CONVOLUTION,
		STRIDED_BACKWARD_CONVOLUTION), EnumSet.of(BACKWARD_CONVOLUTION), EnumSet.noneOf(GradientRewrite.class));
}
