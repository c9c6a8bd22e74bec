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
import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.NodeDefOrBuilder;

import com.google.protobuf.ByteString;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Replaces EXPLICIT padding by a Pad node, because TensorFlow's C++ gradient of a
 * convolution ignores the explicit paddings.
 */
final class ExplicitPadding implements GraphRewrite {

	private static final Set<String> CONVOLUTIONS = Set.of("Conv2D", "DepthwiseConv2dNative");

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			final boolean pool = node.getOp().equals("MaxPool");
			if (!pool && !CONVOLUTIONS.contains(node.getOp()) || !node.containsAttr("padding") || !node.getAttrOrThrow(
				"padding").getS().toStringUtf8().equals("EXPLICIT")) continue;
			final List<NodeDefOrBuilder> nodes = new ArrayList<>();
			final List<Long> paddings = node.getAttrOrThrow("explicit_paddings").getList().getIList();
			final String name = PictureNode.PREFIX + node.getName();
			nodes.add(Constants.ofInts(name + "/paddings", paddings.stream().mapToInt(Long::intValue).toArray(), 4, 2));
			final NodeDef.Builder pad = NodeDef.newBuilder().setName(name + "/padded").setOp(pool ? "PadV2" : "Pad").addInput(
				node.getInput(0)).addInput(name + "/paddings").putAttr("T", Constants.type(DataType.DT_FLOAT)).putAttr(
					"Tpaddings", Constants.type(DataType.DT_INT32));
			if (pool) {
				// the padding must never be the maximum
				nodes.add(Constants.ofFloats(name + "/lowest", new float[] { -Float.MAX_VALUE }));
				pad.addInput(name + "/lowest");
			}
			nodes.add(pad);
			nodes.add(node.toBuilder().setInput(0, name + "/padded").putAttr("padding", AttrValue.newBuilder().setS(
				ByteString.copyFromUtf8("VALID")).build()).removeAttr("explicit_paddings"));
			edit.replace(node, nodes);
		}
		return edit.result();
	}
}
