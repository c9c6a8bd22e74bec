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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.NodeDefOrBuilder;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * Computes the convolutions of a gradient graph in bfloat16, and also the operations
 * between them, so that few tensors are converted: biases, ReLUs, max pooling,
 * concatenations and sums, in the forward and backward pass. Weights are rounded once,
 * by this rewrite. The image, local response normalisation and the objective remain
 * float32.
 * <p>
 * bfloat16 has the range of float32, so that no further values overflow. Positive
 * values remain positive, so that ReLUs and their gradients agree.
 * </p>
 */
public final class Bfloat16 implements GraphRewrite {

	private static final AttrValue FLOAT32 = Constants.type(DataType.DT_FLOAT);
	private static final AttrValue BFLOAT16 = Constants.type(DataType.DT_BFLOAT16);
	private static final String CONVOLUTION = "Conv2D";

	/** Operations whose output is an int32 shape, for any input type. */
	private static final Set<String> SHAPES = Set.of("Shape", "ShapeN");

	/**
	 * Operations that support bfloat16, with their number of float inputs; for n of at
	 * most 0, all inputs except the last -n.
	 */
	private static final Map<String, Integer> FLOAT_INPUTS = new HashMap<>();

	static {
		for (final String op : List.of(CONVOLUTION, "BiasAdd", "ReluGrad"))
			FLOAT_INPUTS.put(op, 2);
		for (final String op : List.of("Relu", "MaxPool", "Slice", "Identity", "Pad", "DepthToSpace", "Shape"))
			FLOAT_INPUTS.put(op, 1);
		for (final String op : List.of("AddN", "ShapeN"))
			FLOAT_INPUTS.put(op, 0);
		FLOAT_INPUTS.put("MaxPoolGrad", 3);
		FLOAT_INPUTS.put("ConcatV2", -1);
	}

	private final Set<String> float32Nodes;

	/** @param float32Nodes names of nodes that remain float32 */
	public Bfloat16(final Set<String> float32Nodes) {
		this.float32Nodes = float32Nodes;
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		final GraphNodes nodes = edit.nodes();
		final Set<String> bfloat16Nodes = bfloat16Nodes(nodes);
		final Set<String> casts = new HashSet<>();
		for (final NodeDef node : graph.getNodeList()) {
			final boolean convert = bfloat16Nodes.contains(node.getName());
			final NodeDef.Builder changed = node.toBuilder();
			final List<NodeDefOrBuilder> replacement = new ArrayList<>();
			if (convert) changed.putAttr("T", BFLOAT16);
			for (int i = 0; i < node.getInputCount(); i++) {
				final String input = node.getInput(i);
				final boolean inputBfloat16 = convert && i < floatInputs(node);
				if (inputBfloat16 == isBfloat16(input, nodes, bfloat16Nodes)) continue;
				final String name = GraphNodes.nodeOf(input) + (inputBfloat16 ? "/bfloat16" : "/float32");
				changed.setInput(i, name);
				if (casts.add(name)) replacement.add(cast(name, input, inputBfloat16, nodes));
			}
			replacement.add(changed);
			edit.replace(node, replacement);
		}
		return edit.result();
	}

	/**
	 * Names of the nodes to compute in bfloat16: convolutions with constant weights, max
	 * pooling, and operations that read them.
	 */
	private Set<String> bfloat16Nodes(final GraphNodes nodes) {
		final Set<String> result = new HashSet<>();
		for (final NodeDef node : nodes.sorted()) {
			final String op = node.getOp();
			if (!FLOAT_INPUTS.containsKey(op) || !FLOAT32.equals(node.getAttrOrDefault("T", null)) || float32Nodes
				.contains(node.getName())) continue;
			final List<String> inputs = node.getInputList().subList(0, floatInputs(node));
			final boolean convert;
			if (op.equals(CONVOLUTION)) convert = nodes.constant(node.getInput(1)) != null && !BandedNormalisation.isSum(node);
			else if (SHAPES.contains(op)) convert = inputs.stream().allMatch(i -> result.contains(GraphNodes.nodeOf(i)));
			else convert = op.equals("MaxPool") || inputs.stream().anyMatch(i -> result.contains(GraphNodes.nodeOf(i)));
			if (convert) result.add(node.getName());
		}
		return result;
	}

	private static int floatInputs(final NodeDef node) {
		final int inputs = FLOAT_INPUTS.get(node.getOp());
		// control inputs follow the data inputs
		return inputs > 0 ? inputs : inputs + (int) node.getInputList().stream().filter(i -> !i.startsWith("^")).count();
	}

	private static boolean isBfloat16(final String input, final GraphNodes nodes, final Set<String> bfloat16Nodes) {
		final String source = GraphNodes.nodeOf(input);
		return !input.startsWith("^") && bfloat16Nodes.contains(source) && !SHAPES.contains(nodes.get(source).getOp());
	}

	private static NodeDef cast(final String name, final String input, final boolean toBfloat16,
		final GraphNodes nodes)
	{
		final NodeDef constant = toBfloat16 ? nodes.constant(input) : null;
		if (constant != null) return Constants.ofBfloat16(name, Constants.floats(constant), Constants.shape(constant));
		return NodeDef.newBuilder().setOp("Cast").setName(name).addInput(input).putAttr("SrcT", toBfloat16 ? FLOAT32 : BFLOAT16)
			.putAttr("DstT", toBfloat16 ? BFLOAT16 : FLOAT32).build();
	}
}
