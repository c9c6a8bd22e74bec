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
 * Computes the convolutions of a gradient graph in bfloat16, and the operations
 * between them, so that few tensors are converted: biases, ReLUs, max pools,
 * concatenations and sums, in the forward and in the backward pass. Weights are
 * rounded once, here. The image, local response normalisation and the objective
 * stay float32.
 * <p>
 * bfloat16 has float32's range, so that nothing else overflows; and values above
 * zero stay above zero, so that ReLUs and their gradients agree.
 * </p>
 */
public final class Bfloat16 implements GraphRewrite {

	private static final AttrValue WIDE = Constants.type(DataType.DT_FLOAT);
	private static final AttrValue NARROW = Constants.type(DataType.DT_BFLOAT16);
	private static final String CONVOLUTION = "Conv2D";

	/** Their output is a shape in int32, whatever the type of their input. */
	private static final Set<String> SHAPES = Set.of("Shape", "ShapeN");

	/** Operations that exist in bfloat16, with their number of float inputs; 0 and below: all but so many. */
	private static final Map<String, Integer> INPUTS = new HashMap<>();

	static {
		for (final String op : List.of(CONVOLUTION, "BiasAdd", "ReluGrad"))
			INPUTS.put(op, 2);
		for (final String op : List.of("Relu", "MaxPool", "Slice", "Identity", "Pad", "DepthToSpace", "Shape"))
			INPUTS.put(op, 1);
		for (final String op : List.of("AddN", "ShapeN"))
			INPUTS.put(op, 0);
		INPUTS.put("MaxPoolGrad", 3);
		INPUTS.put("ConcatV2", -1);
	}

	private final Set<String> wide;

	/** @param wide names of nodes that stay float32 */
	public Bfloat16(final Set<String> wide) {
		this.wide = wide;
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		final GraphNodes nodes = edit.nodes();
		final Set<String> narrow = narrow(nodes);
		final Set<String> made = new HashSet<>();
		for (final NodeDef node : graph.getNodeList()) {
			final boolean inside = narrow.contains(node.getName());
			final NodeDef.Builder changed = node.toBuilder();
			final List<NodeDefOrBuilder> replacement = new ArrayList<>();
			if (inside) changed.putAttr("T", NARROW);
			for (int i = 0; i < node.getInputCount(); i++) {
				final String input = node.getInput(i);
				final boolean wanted = inside && i < numbers(node);
				if (wanted == isNarrow(input, nodes, narrow)) continue;
				final String name = GraphNodes.nodeOf(input) + (wanted ? "/bfloat16" : "/float32");
				changed.setInput(i, name);
				if (made.add(name)) replacement.add(converted(name, input, wanted, nodes));
			}
			replacement.add(changed);
			edit.replace(node, replacement);
		}
		return edit.result();
	}

	/** Convolutions with constant weights, max pools, and the operations that read them. */
	private Set<String> narrow(final GraphNodes nodes) {
		final Set<String> result = new HashSet<>();
		for (final NodeDef node : nodes.sorted()) {
			final String op = node.getOp();
			if (!INPUTS.containsKey(op) || !WIDE.equals(node.getAttrOrDefault("T", null)) || wide.contains(node.getName())) continue;
			final List<String> inputs = node.getInputList().subList(0, numbers(node));
			final boolean joins;
			if (op.equals(CONVOLUTION)) joins = nodes.constant(node.getInput(1)) != null && !BandedNormalisation.isSum(node);
			else if (SHAPES.contains(op)) joins = inputs.stream().allMatch(i -> result.contains(GraphNodes.nodeOf(i)));
			else joins = op.equals("MaxPool") || inputs.stream().anyMatch(i -> result.contains(GraphNodes.nodeOf(i)));
			if (joins) result.add(node.getName());
		}
		return result;
	}

	private static int numbers(final NodeDef node) {
		final int inputs = INPUTS.get(node.getOp());
		// control inputs follow the data inputs
		return inputs > 0 ? inputs : inputs + (int) node.getInputList().stream().filter(i -> !i.startsWith("^")).count();
	}

	private static boolean isNarrow(final String input, final GraphNodes nodes, final Set<String> narrow) {
		final String source = GraphNodes.nodeOf(input);
		return !input.startsWith("^") && narrow.contains(source) && !SHAPES.contains(nodes.get(source).getOp());
	}

	private static NodeDef converted(final String name, final String input, final boolean narrowing,
		final GraphNodes nodes)
	{
		final NodeDef constant = narrowing ? nodes.constant(input) : null;
		if (constant != null) return Constants.ofBfloat16(name, Constants.floats(constant), Constants.shape(constant));
		return NodeDef.newBuilder().setOp("Cast").setName(name).addInput(input).putAttr("SrcT", narrowing ? WIDE : NARROW)
			.putAttr("DstT", narrowing ? NARROW : WIDE).build();
	}
}
