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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.NodeDefOrBuilder;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Merges the 1x1 convolutions of a sum, such as the backward convolutions of a block's
 * branches, into one convolution of all their input channels. In deep layers, starting
 * several convolutions takes longer than computing them. In layers closer to the
 * image, copying the larger inputs takes longer.
 */
public final class JointConvolution implements GradientRewrite {

	/** Minimum number of channels for which the joint convolution is faster. */
	private static final int MIN_CHANNELS = 300;

	@Override
	public String reason() {
		return "starting several small convolutions takes longer than computing them";
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		final GraphNodes nodes = edit.nodes();
		final Map<String, List<NodeDef>> consumers = nodes.consumers();
		for (final NodeDef sum : graph.getNodeList()) {
			final List<NodeDef> convolutions = new ArrayList<>();
			if (sum.getOp().equals("AddN")) for (final String input : sum.getInputList()) {
				final NodeDef node = nodes.get(GraphNodes.nodeOf(input));
				if (SumInConvolution.isSummand(node, nodes, consumers) && isDeep(node, nodes)) convolutions.add(node);
			}
			if (convolutions.size() < 2) continue;
			convolutions.forEach(edit::remove);
			edit.replace(sum, join(sum, convolutions, nodes));
		}
		return edit.result();
	}

	/** Whether a convolution is 1x1 with stride 1, and has the channels of a deep layer. */
	private static boolean isDeep(final NodeDef convolution, final GraphNodes nodes) {
		final int[] shape = Constants.shape(nodes.constant(convolution.getInput(1)));
		return Nodes.allOnes(convolution, "strides") && shape[0] == 1 && shape[1] == 1 && shape[3] >= MIN_CHANNELS;
	}

	/** The joint convolution, and the sum of its result and the remaining summands. */
	private static List<NodeDefOrBuilder> join(final NodeDef sum, final List<NodeDef> convolutions,
		final GraphNodes nodes)
	{
		final String name = sum.getName() + "/joint";
		final NodeDef.Builder inputs = Nodes.op("ConcatV2", name + "_inputs");
		int channels = 0;
		for (final NodeDef convolution : convolutions) {
			inputs.addInput(convolution.getInput(0));
			channels += Constants.shape(nodes.constant(convolution.getInput(1)))[2];
		}
		final int outs = Constants.shape(nodes.constant(convolutions.get(0).getInput(1)))[3];
		final float[] kernel = new float[channels * outs];
		int offset = 0;
		for (final NodeDef convolution : convolutions) {
			// [1, 1, in, out]: the kernels are concatenated along the input channels
			final float[] part = Constants.floats(nodes.constant(convolution.getInput(1)));
			System.arraycopy(part, 0, kernel, offset, part.length);
			offset += part.length;
		}
		final List<NodeDefOrBuilder> result = new ArrayList<>(List.of(Constants.ofInts(name + "_axis", new int[] { 3 }),
			Constants.ofFloats(name + "_kernel", kernel, 1, 1, channels, outs), inputs.addInput(name + "_axis").putAttr("N",
				Nodes.number(convolutions.size())).putAttr("Tidx", Constants.type(DataType.DT_INT32))));
		final List<String> summands = new ArrayList<>(sum.getInputList());
		convolutions.forEach(node -> summands.remove(node.getName()));
		final String joint = summands.isEmpty() ? sum.getName() : name;
		result.add(Nodes.convolution(joint, name + "_inputs", name + "_kernel", "SAME"));
		if (summands.isEmpty()) return result;
		summands.add(name);
		result.add(sum.toBuilder().clearInput().addAllInput(summands).putAttr("N", Nodes.number(summands.size())));
		return result;
	}
}
