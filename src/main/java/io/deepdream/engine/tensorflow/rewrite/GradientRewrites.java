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
package io.deepdream.engine.tensorflow.rewrite;

import java.util.List;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * All rewrites of gradient graphs, in the order of their application. To add a
 * rewrite, add a class and its place in the list.
 */
public final class GradientRewrites {

	/** Corrections of TensorFlow's C++ gradient, which every variant applies before its rewrites. */
	static final List<GraphRewrite> CORRECTIONS = List.of(new LrnGradientAttributes(),
		new DilatedBackwardConvolution());

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
