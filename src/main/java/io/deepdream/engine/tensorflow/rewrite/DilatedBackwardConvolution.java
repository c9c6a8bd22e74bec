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

import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Replaces the backward convolution of every dilated convolution by a forward
 * convolution with the same dilations. TensorFlow's C++ gradient ignores
 * {@code dilations}: the gradient is silently that of a convolution without them, with
 * relative errors of 25 to 100%. Its kernels for processors support dilations in the
 * forward direction only.
 * <p>
 * Requires that no other convolution reads the kernel under the same name, and strides
 * of 1, which the preparation of a graph ensures.
 * </p>
 */
public final class DilatedBackwardConvolution implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final Map<String, NodeDef> dilated = new HashMap<>();
		for (final NodeDef node : graph.getNodeList())
			if (node.getOp().equals("Conv2D") && !Nodes.allOnes(node, "dilations")) dilated.put(node.getInput(1), node);
		if (dilated.isEmpty()) return graph;
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			final NodeDef forward = node.getOp().equals("Conv2DBackpropInput") ? dilated.get(node.getInput(1)) : null;
			// in a decoder, a Conv2DBackpropInput is a layer
			if (forward == null || !Nodes.allOnes(node, "dilations")) continue;
			edit.replace(node, BackwardConvolution.forward(node.toBuilder().putAttr("dilations", forward.getAttrOrThrow(
				"dilations")).build(), edit.nodes().constant(node.getInput(1))));
		}
		return edit.result();
	}
}
