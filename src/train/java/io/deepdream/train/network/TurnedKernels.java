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
package io.deepdream.train.network;

import java.util.HashSet;
import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.rewrite.BackwardConvolution;

/**
 * {@link BackwardConvolution} for kernels that are trained instead of constant: the graph
 * itself rotates the kernel. Only for stride 1, SAME padding and odd kernels, which are
 * those of an Inception's blocks.
 */
final class TurnedKernels implements GraphRewrite {

	private static final String ORDER = "turned/order";
	private static final String AXES = "turned/axes";

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphNodes nodes = new GraphNodes(graph);
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		result.addNode(Constants.ofInts(ORDER, new int[] { 0, 1, 3, 2 }, 4));
		result.addNode(Constants.ofInts(AXES, new int[] { 0, 1 }, 2));
		final Set<String> turned = new HashSet<>();
		for (final NodeDef node : graph.getNodeList()) {
			if (!applies(node, nodes)) {
				result.addNode(node);
				continue;
			}
			final String kernel = node.getInput(1);
			final AttrValue type = node.getAttrOrThrow("T");
			if (turned.add(kernel)) {
				result.addNode(NodeDef.newBuilder().setName(kernel + "/swapped").setOp("Transpose").addInput(kernel).addInput(
					ORDER).putAttr("T", type).putAttr("Tperm", Constants.type(DataType.DT_INT32)));
				result.addNode(NodeDef.newBuilder().setName(kernel + "/turned").setOp("ReverseV2").addInput(kernel +
					"/swapped").addInput(AXES).putAttr("T", type).putAttr("Tidx", Constants.type(DataType.DT_INT32)));
			}
			result.addNode(NodeDef.newBuilder().setName(node.getName()).setOp("Conv2D").addInput(node.getInput(2)).addInput(
				kernel + "/turned").putAttr("T", type).putAttr("strides", node.getAttrOrThrow("strides")).putAttr("padding",
					node.getAttrOrThrow("padding")));
		}
		return result.build();
	}

	private static boolean applies(final NodeDef node, final GraphNodes nodes) {
		if (!node.getOp().equals("Conv2DBackpropInput")) return false;
		if (node.getAttrOrThrow("strides").getList().getIList().stream().anyMatch(i -> i != 1)) return false;
		return node.getAttrOrThrow("padding").getS().toStringUtf8().equals("SAME");
	}
}
