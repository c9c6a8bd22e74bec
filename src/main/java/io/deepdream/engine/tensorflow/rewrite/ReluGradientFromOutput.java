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

import java.util.HashMap;
import java.util.Map;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphNodes;

/**
 * Replaces the input of a ReLU by its output in the ReLU's gradient. Both are positive
 * at the same positions. Without another consumer of the ReLU's input, TensorFlow
 * fuses convolution, bias and ReLU.
 */
public final class ReluGradientFromOutput implements GradientRewrite {

	/** oneDNN's convolutions with a fused ReLU are slow without AVX2. */
	@Override
	public boolean paysWith(final ConvolutionKernels kernels) {
		return kernels != ConvolutionKernels.ONEDNN_AVX;
	}

	@Override
	public String reason() {
		return "convolution, bias and ReLU are fused if nothing else reads the ReLU's input";
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final Map<String, String> outputs = new HashMap<>();
		for (final NodeDef node : graph.getNodeList())
			if (node.getOp().equals("Relu")) outputs.put(GraphNodes.nodeOf(node.getInput(0)), node.getName());
		final GraphDef.Builder result = graph.toBuilder();
		for (final NodeDef.Builder node : result.getNodeBuilderList()) {
			if (!node.getOp().equals("ReluGrad")) continue;
			final String output = outputs.get(GraphNodes.nodeOf(node.getInput(1)));
			if (output != null) node.setInput(1, output);
		}
		return result.build();
	}
}
