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
package io.deepdream.engine.tensorflow.load;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.Graph;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.NodeDefOrBuilder;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Replaces grouped convolutions, as in ResNeXt, by one convolution for each group, or by
 * a depthwise convolution if each group has one channel. TensorFlow's kernels for
 * processors compute grouped convolutions, but not their gradients.
 */
final class GroupedConvolutions implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		try (Graph imported = new Graph()) {
			if (!imports(graph, imported)) return graph;
			for (final NodeDef node : graph.getNodeList()) {
				final NodeDef kernel = node.getOp().equals("Conv2D") ? kernel(edit.nodes(), node) : null;
				final int groups = kernel == null || Nodes.text(node,
					"data_format").equals("NCHW") ? 1 : groups(imported.operation(
					GraphNodes.nodeOf(node.getInput(0))).output(index(node.getInput(0))).shape(), Constants.shape(kernel));
				if (groups > 1) edit.replace(node, grouped(node, kernel, groups));
			}
			return edit.result();
		}
	}

	private static boolean imports(final GraphDef graph, final Graph target) {
		try {
			target.importGraphDef(graph);
			return true;
		}
		catch (final TensorFlowException | TFInvalidArgumentException | TFUnimplementedException exc) {
			// reported with more context when the layers are listed
			return false;
		}
	}

	/** The kernel of a convolution; null if it is not a float32 constant. */
	private static NodeDef kernel(final GraphNodes nodes, final NodeDef convolution) {
		final NodeDef constant = nodes.constant(convolution.getInput(1));
		return constant != null && constant.getAttrOrThrow("dtype").getType() == DataType.DT_FLOAT ? constant : null;
	}

	private static int index(final String input) {
		final int colon = input.indexOf(':');
		return colon < 0 ? 0 : Integer.parseInt(input.substring(colon + 1));
	}

	private static int groups(final Shape input, final int[] kernel) {
		return input.numDimensions() == 4 && input.size(3) > 0 ? (int) input.size(3) / kernel[2] : 1;
	}

	private static List<NodeDefOrBuilder> grouped(final NodeDef node, final NodeDef kernel, final int groups) {
		final String prefix = PictureNode.PREFIX + node.getName();
		final int[] shape = Constants.shape(kernel);
		final float[] weights = Constants.floats(kernel);
		final int outs = shape[3] / groups;
		if (shape[2] == 1) return List.of(Constants.ofFloats(prefix + "/depthwise", weights, shape[0], shape[1], groups,
			outs), node
			.toBuilder().setOp("DepthwiseConv2dNative").setInput(1, prefix + "/depthwise").removeAttr("use_cudnn_on_gpu"));
		final List<NodeDefOrBuilder> result = new ArrayList<>();
		result.add(Constants.ofInts(prefix + "/channel_axis", new int[] { 3 }));
		result.add(Nodes.op("Split", prefix + "/groups", prefix + "/channel_axis", node.getInput(0)).putAttr("num_split",
			Nodes
			.number(groups)));
		final NodeDef.Builder joined = Nodes.op("ConcatV2", node.getName()).putAttr("N",
			Nodes.number(groups)).putAttr("Tidx",
			Constants.type(DataType.DT_INT32)).putAttr(Nodes.LAYER_OP, Nodes.text("Conv2D"));
		for (int group = 0; group < groups; group++) {
			final String name = prefix + "/group" + group;
			final float[] own = new float[weights.length / groups];
			for (int i = 0; i < own.length / outs; i++)
				System.arraycopy(weights, i * shape[3] + group * outs, own, i * outs, outs);
			result.add(Constants.ofFloats(name + "/kernel", own, shape[0], shape[1], shape[2], outs));
			result.add(node.toBuilder().setName(name).setInput(0, prefix + "/groups" + (group == 0 ? "" : ":" +
				group)).setInput(1,
				name + "/kernel"));
			joined.addInput(name);
		}
		result.add(joined.addInput(prefix + "/channel_axis"));
		return result;
	}
}
