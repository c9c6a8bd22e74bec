package io.deepdream.engine.tensorflow.rewrite;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * Lets the convolutions of a gradient's graph run in bfloat16, with what lies
 * between them, so that little is converted: biases, ReLUs, max pools,
 * concatenations and sums, on the way there and on the way back. Weights are
 * rounded here, once. What stands around - the picture, local response
 * normalisation, the objective - stays float32.
 * <p>
 * A bfloat16 has float32's range, so that nothing overflows that would not anyway;
 * and what is above zero stays so, so that ReLUs and their gradients agree.
 * </p>
 */
public final class Bfloat16 implements GraphRewrite {

	private static final AttrValue WIDE = Constants.type(DataType.DT_FLOAT);
	private static final AttrValue NARROW = Constants.type(DataType.DT_BFLOAT16);
	private static final String CONVOLUTION = "Conv2D";

	/** They tell a shape, whatever they read. */
	private static final Set<String> SHAPES = Set.of("Shape", "ShapeN");

	/** Ops that can be computed so, with how many of their inputs are numbers; where that is 0 or less, all but so many. */
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
		final GraphNodes nodes = new GraphNodes(graph);
		final Set<String> narrow = narrow(nodes);
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		final Set<String> made = new HashSet<>();
		for (final NodeDef node : graph.getNodeList()) {
			final boolean inside = narrow.contains(node.getName());
			final NodeDef.Builder changed = node.toBuilder();
			if (inside) changed.putAttr("T", NARROW);
			for (int i = 0; i < node.getInputCount(); i++) {
				final String input = node.getInput(i);
				final boolean wanted = inside && i < numbers(node);
				if (wanted == isNarrow(input, nodes, narrow)) continue;
				final String name = GraphNodes.nodeOf(input) + (wanted ? "/bfloat16" : "/float32");
				changed.setInput(i, name);
				if (made.add(name)) result.addNode(converted(name, input, wanted, nodes));
			}
			result.addNode(changed);
		}
		return result.build();
	}

	/** Convolutions with known weights, max pools, and all that can be behind one of them. */
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
		// inputs that only order the execution stand behind those with data
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
