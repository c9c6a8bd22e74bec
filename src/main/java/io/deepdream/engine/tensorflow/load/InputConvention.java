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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.model.ModelSpec;

/**
 * Replaces the input node by (image - mean) * scale, with reversed channels for BGR
 * networks, so that gradients are with respect to the RGB image or the channels of others. The input gets a
 * known rank and channel count, which old graphs leave undefined. The mean is an
 * attribute of {@link PictureNode}. A network for uint8 images gets them as float32,
 * with the same values.
 */
final class InputConvention implements GraphRewrite {

	private static final AttrValue UINT8 = Constants.type(DataType.DT_UINT8);

	private final String input;
	private final ModelSpec spec;

	/** @param input name of the node to replace; its consumers still read this name */
	InputConvention(final String input, final ModelSpec spec) {
		this.input = input;
		this.spec = spec;
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final List<NodeDef> chain = new ArrayList<>();
		final List<NodeDef> constants = new ArrayList<>();
		final int channels = new InputNode(graph, spec).channels(input);
		// whole grey levels are 0..255; the default mean and range are those of networks for float32
		final boolean uint8 = InputNode.type(new GraphNodes(graph).get(input)) == DataType.DT_UINT8 && !spec.statesInput();
		chain.add(uint8 ? PictureNode.of(new float[channels]) : placeholder(channels));
		if (spec.bgr()) {
			constants.add(Constants.ofInts("deepdream/channel_axis", new int[] { 3 }, 1));
			chain.add(op("ReverseV2", "deepdream/reversed", chain, constants).putAttr("Tidx", Constants.type(
				DataType.DT_INT32)).build());
		}
		final float[] scale = spec.scale(channels);
		final boolean equal = isConstant(scale, scale[0]);
		if (!uint8 && !isConstant(scale, 1)) {
			// the gradient of a scalar factor needs no sum over positions
			constants.add(equal ? Constants.ofFloats("deepdream/scale", new float[] { scale[0] }) : Constants.ofFloats(
				"deepdream/scale", scale, channels));
			chain.add(op("Mul", "deepdream/scaled", chain, constants).build());
		}
		chain.add(NodeDef.newBuilder().setName(input).setOp("Identity").addInput(chain.get(chain.size() - 1)
			.getName()).putAttr("T", Constants.type(DataType.DT_FLOAT)).build());

		final GraphDef.Builder result = graph.toBuilder().clearNode().addAllNode(constants).addAllNode(chain);
		final Set<String> readUint8 = readUint8(new GraphNodes(graph));
		for (final NodeDef node : graph.getNodeList())
			if (!node.getName().equals(input)) result.addNode(readUint8.contains(node.getName()) ? node.toBuilder().putAttr(node
				.containsAttr("SrcT") ? "SrcT" : "T", Constants.type(DataType.DT_FLOAT)).build() : node);
		return result.build();
	}

	/** The nodes of a network for uint8 images that read them, up to their conversion to float32. */
	private Set<String> readUint8(final GraphNodes nodes) {
		final Set<String> result = new HashSet<>();
		final Set<String> greyLevels = new HashSet<>(Set.of(input));
		for (final NodeDef node : nodes.sorted()) {
			final boolean converts = UINT8.equals(node.getAttrOrDefault("SrcT", null));
			if (!converts && !UINT8.equals(node.getAttrOrDefault("T", null)) || !greyLevels.contains(GraphNodes.nodeOf(node
				.getInput(0)))) continue;
			result.add(node.getName());
			if (!converts) greyLevels.add(node.getName());
		}
		return result;
	}

	private static boolean isConstant(final float[] values, final float value) {
		for (final float v : values)
			if (v != value) return false;
		return true;
	}

	private NodeDef placeholder(final int channels) {
		final float[] mean = spec.mean(channels);
		return spec.bgr() ? PictureNode.of(mean[2], mean[1], mean[0]) : PictureNode.of(mean);
	}

	/** A node whose inputs are the last node of the chain and the last constant. */
	private static NodeDef.Builder op(final String op, final String name, final List<NodeDef> chain,
		final List<NodeDef> constants)
	{
		return NodeDef.newBuilder().setName(name).setOp(op).addInput(chain.get(chain.size() - 1).getName()).addInput(
			constants.get(constants.size() - 1).getName()).putAttr("T", Constants.type(DataType.DT_FLOAT));
	}
}
