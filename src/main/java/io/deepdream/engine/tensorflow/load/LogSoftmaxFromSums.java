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

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Replaces LogSoftmax by its definition, s - log(sum(exp(s))) with s = x - max(x).
 * TensorFlow's C++ gradient sums over the rows instead of the channels, with relative
 * errors of 90%.
 */
final class LogSoftmaxFromSums implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			if (!node.getOp().equals("LogSoftmax")) continue;
			final String name = PictureNode.PREFIX + node.getName();
			edit.replace(node, Constants.ofInts(name + "/channels", new int[] { -1 }, 1), overChannels("Max", name + "/max",
				node
				.getInput(0), name), Nodes.op("StopGradient", name + "/constant", name + "/max"), Nodes.op("Sub", name +
				"/shifted", node
					.getInput(0), name + "/constant"), Nodes.op("Exp", name + "/exp", name + "/shifted"), overChannels("Sum",
					name +
						"/sum", name + "/exp", name), Nodes.op("Log", name + "/log", name + "/sum"), Nodes.op("Sub",
						node.getName(), name +
							"/shifted", name + "/log").putAttr(Nodes.LAYER_OP, Nodes.text("LogSoftmax")));
		}
		return edit.result();
	}

	private static NodeDef.Builder overChannels(final String op, final String name, final String input,
		final String prefix) {
		return Nodes.op(op, name, input, prefix + "/channels").putAttr("Tidx",
			Constants.type(DataType.DT_INT32)).putAttr("keep_dims",
			Nodes.bool(true));
	}
}
