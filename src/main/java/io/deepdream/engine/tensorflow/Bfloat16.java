package io.deepdream.engine.tensorflow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Lets the convolutions of a gradient's graph run in bfloat16, with what lies
 * between them, so that little is converted: biases, ReLUs, max pools,
 * concatenations and sums, on the way there and on the way back. Weights are
 * rounded here, once. What stands around - the picture, the squares and roots of
 * local response normalisation, the objective - stays float32.
 * <p>
 * A bfloat16 has float32's range, so that nothing overflows that would not anyway;
 * and what is above zero stays so, so that ReLUs and their gradients agree.
 * </p>
 */
final class Bfloat16 implements GraphRewrite {

	private static final AttrValue WIDE = Constants.type(DataType.DT_FLOAT);
	private static final AttrValue NARROW = Constants.type(DataType.DT_BFLOAT16);
	private static final String CONVOLUTION = "Conv2D";

	/** How many inputs are of the node's type; where that is 0 or less, all but so many. */
	private static final Map<String, Integer> INPUTS = new HashMap<>();

	static {
		for (final String op : List.of(CONVOLUTION, "BiasAdd", "ReluGrad"))
			INPUTS.put(op, 2);
		for (final String op : List.of("Relu", "MaxPool", "Slice", "Identity", "Pad", "DepthToSpace", "Shape"))
			INPUTS.put(op, 1);
		INPUTS.put("MaxPoolGrad", 3);
		INPUTS.put("AddN", 0);
		INPUTS.put("ShapeN", 0);
		INPUTS.put("ConcatV2", -1);
	}

	/** They do not tell more than a shape, whatever they read. */
	private static final Set<String> SHAPES = Set.of("Shape", "ShapeN");

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
				final boolean from = isNumbers(nodes, input) && narrow.contains(GraphNodes.nodeOf(input));
				final boolean wanted = inside && i < typed(node);
				if (from == wanted) continue;
				final String name = GraphNodes.nodeOf(input) + (wanted ? "/bfloat16" : "/float32");
				changed.setInput(i, name);
				if (!made.add(name)) continue;
				final NodeDef constant = wanted ? nodes.constant(input) : null;
				if (constant != null) result.addNode(Constants.ofBfloat16(name, Constants.floats(constant), Constants.shape(
					constant)));
				else result.addNode(cast(name, input, wanted));
			}
			result.addNode(changed);
		}
		return result.build();
	}

	/** Convolutions with known weights, max pools, and all that can be behind one of them. */
	private static Set<String> narrow(final GraphNodes nodes) {
		final Set<String> result = new HashSet<>();
		for (final NodeDef node : nodes.sorted()) {
			if (!INPUTS.containsKey(node.getOp()) || !WIDE.equals(node.getAttrOrDefault("T", null))) continue;
			final List<String> inputs = node.getInputList().subList(0, typed(node));
			final boolean joins;
			if (node.getOp().equals(CONVOLUTION)) joins = nodes.constant(node.getInput(1)) != null;
			else if (SHAPES.contains(node.getOp())) joins = inputs.stream().allMatch(i -> result.contains(GraphNodes.nodeOf(i)));
			else joins = node.getOp().equals("MaxPool") || inputs.stream().anyMatch(i -> result.contains(GraphNodes.nodeOf(i)));
			if (joins) result.add(node.getName());
		}
		// the graph's results
		result.removeAll(Arrays.asList(ObjectiveGraph.SCORE, ObjectiveGraph.GRADIENT));
		return result;
	}

	private static int typed(final NodeDef node) {
		final int inputs = INPUTS.get(node.getOp());
		// inputs that only order the execution stand behind those with data
		return inputs > 0 ? inputs : inputs + (int) node.getInputList().stream().filter(input -> !input.startsWith("^")).count();
	}

	private static boolean isNumbers(final GraphNodes nodes, final String input) {
		final NodeDef source = nodes.get(GraphNodes.nodeOf(input));
		return source != null && !input.startsWith("^") && !SHAPES.contains(source.getOp());
	}

	private static NodeDef cast(final String name, final String input, final boolean narrowing) {
		return NodeDef.newBuilder().setOp("Cast").setName(name).addInput(input).putAttr("SrcT", narrowing ? WIDE : NARROW)
			.putAttr("DstT", narrowing ? NARROW : WIDE).build();
	}
}
