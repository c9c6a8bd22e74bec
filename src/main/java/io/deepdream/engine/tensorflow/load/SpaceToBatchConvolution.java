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

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.ShapeValues;

/**
 * Replaces SpaceToBatchND, a convolution and BatchToSpaceND by a convolution with the
 * attribute {@code dilations}, which TensorFlow's Python library writes as these three
 * operations. Between them, the layer has no image axes.
 */
final class SpaceToBatchConvolution implements GraphRewrite {

	private static final Set<String> CONVOLUTIONS = Set.of("Conv2D", "DepthwiseConv2dNative");

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		final GraphNodes nodes = edit.nodes();
		final Map<String, List<NodeDef>> consumers = nodes.consumers();
		// the paddings before the first row and column do not depend on the size of the image
		final ShapeValues values = new ShapeValues(nodes);
		for (final NodeDef last : graph.getNodeList()) {
			final NodeDef convolution = last.getOp().equals("BatchToSpaceND") ? edit.source(last, 0) : null;
			if (convolution == null || !CONVOLUTIONS.contains(convolution.getOp()) ||
				consumers.get(convolution.getName()).size() > 1) continue;
			final NodeDef first = edit.source(convolution, 0);
			final NodeDef kernel = nodes.constant(convolution.getInput(1));
			if (first == null || kernel == null || !first.getOp().equals("SpaceToBatchND") || !Nodes.allOnes(convolution,
				"strides") || !Nodes
				.allOnes(convolution, "dilations") || !Nodes.text(convolution, "padding").equals("VALID")) continue;
			final int[] blocks = values.ints(first.getInput(1), 0, 1);
			final int[] crops = values.ints(last.getInput(2), 0, 2);
			final String padding = blocks == null || crops == null || crops[0] != 0 ||
				crops[1] != 0 ? null : padding(values.ints(first
				.getInput(2), 0, 2), Constants.shape(kernel), blocks);
			if (padding == null) continue;
			edit.replace(last, convolution.toBuilder().setName(last.getName()).setInput(0,
				first.getInput(0)).putAttr("dilations", Nodes
				.ints(1, blocks[0], blocks[1], 1)).putAttr("padding", Nodes.text(padding)));
			edit.remove(convolution);
		}
		return edit.result();
	}

	/** The padding that these numbers of rows and columns before the image stand for; null for others. */
	private static String padding(final int[] before, final int[] kernel, final int[] dilations) {
		if (before == null) return null;
		if (before[0] == 0 && before[1] == 0 && (kernel[0] > 1 || kernel[1] > 1)) return "VALID";
		return before[0] == (kernel[0] - 1) * dilations[0] / 2 &&
			before[1] == (kernel[1] - 1) * dilations[1] / 2 ? "SAME" : null;
	}
}
