package io.deepdream.engine.tensorflow.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * Replaces calls by the functions' nodes. Since TensorFlow 2 a model is a function
 * that calls others, and TensorFlow-Java has gradients of plain nodes only. Control
 * inputs are dropped: a frozen graph has no state.
 */
final class InlineFunctions implements GraphRewrite {

	private static final Set<String> CALLS = Set.of("PartitionedCall", "StatefulPartitionedCall");

	private final Map<String, OpDef> ops = new HashMap<>();

	/** @param ops of the library, which alone knows how many outputs each has */
	InlineFunctions(final List<OpDef> ops) {
		for (final OpDef op : ops)
			this.ops.put(op.getName(), op);
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final Map<String, FunctionDef> functions = new HashMap<>();
		for (final FunctionDef function : graph.getLibrary().getFunctionList())
			functions.put(function.getSignature().getName(), function);
		final Map<String, NodeDef> nodes = new LinkedHashMap<>();
		for (final NodeDef node : graph.getNodeList())
			nodes.put(node.getName(), withoutControl(node));
		/** What readers of a call's outputs read instead. */
		final Map<String, String> moved = new HashMap<>();
		// also the names of inlined calls, which their readers still use
		final Set<String> taken = new HashSet<>(nodes.keySet());
		NodeDef call = firstCall(nodes, functions);
		while (call != null) {
			nodes.remove(call.getName());
			inline(call, functions.get(functionName(call, functions)), nodes, taken, moved);
			call = firstCall(nodes, functions);
		}
		final GraphDef.Builder result = graph.toBuilder().clearNode().clearLibrary();
		for (final NodeDef node : nodes.values()) {
			final NodeDef.Builder reader = node.toBuilder();
			for (int i = 0; i < reader.getInputCount(); i++)
				reader.setInput(i, follow(reader.getInput(i), moved));
			result.addNode(reader);
		}
		return result.build();
	}

	/** Where an output that a call had is now. */
	static String follow(final String input, final Map<String, String> moved) {
		String at = input.endsWith(":0") ? input.substring(0, input.length() - 2) : input;
		while (moved.containsKey(at))
			at = moved.get(at);
		return at;
	}

	private static NodeDef firstCall(final Map<String, NodeDef> nodes, final Map<String, FunctionDef> functions) {
		for (final NodeDef node : nodes.values())
			if (functionName(node, functions) != null) return node;
		return null;
	}

	private static String functionName(final NodeDef node, final Map<String, FunctionDef> functions) {
		final String name = CALLS.contains(node.getOp()) ? node.getAttrOrThrow("f").getFunc().getName() : node.getOp();
		return functions.containsKey(name) ? name : null;
	}

	private void inline(final NodeDef call, final FunctionDef function, final Map<String, NodeDef> nodes,
		final Set<String> taken, final Map<String, String> moved)
	{
		// where each value of the function is found in the graph, by the name that it has within the function
		final Map<String, String> places = new HashMap<>();
		for (int i = 0; i < function.getSignature().getInputArgCount(); i++)
			places.put(function.getSignature().getInputArg(i).getName(), call.getInput(i));
		final Map<String, String> names = new HashMap<>();
		for (final NodeDef node : function.getNodeDefList()) {
			// layers keep the names that users know, unless two functions have the same
			final String name = taken.contains(node.getName()) ? call.getName() + "/" + node.getName() : node.getName();
			names.put(node.getName(), name);
			taken.add(name);
			int index = 0;
			for (final Map.Entry<String, Integer> output : outputs(node, function).entrySet())
				for (int i = 0; i < output.getValue(); i++, index++)
					places.put(node.getName() + ":" + output.getKey() + ":" + i, index == 0 ? name : name + ":" + index);
		}
		for (final NodeDef node : function.getNodeDefList()) {
			final NodeDef.Builder inlined = withoutControl(node).toBuilder().setName(names.get(node.getName()));
			for (int i = 0; i < inlined.getInputCount(); i++)
				inlined.setInput(i, place(inlined.getInput(i), places));
			nodes.put(inlined.getName(), inlined.build());
		}
		for (int i = 0; i < function.getSignature().getOutputArgCount(); i++)
			moved.put(i == 0 ? call.getName() : call.getName() + ":" + i, place(function.getRetOrThrow(function.getSignature()
				.getOutputArg(i).getName()), places));
	}

	private static String place(final String value, final Map<String, String> places) {
		final String place = places.get(value);
		if (place == null) throw new IllegalArgumentException("a function reads " + value + ", which is not in it");
		return place;
	}

	/** How many tensors there are of each output of a node, in their order. */
	private Map<String, Integer> outputs(final NodeDef node, final FunctionDef within) {
		final Map<String, Integer> result = new LinkedHashMap<>();
		if (CALLS.contains(node.getOp())) {
			result.put("output", node.getAttrOrThrow("Tout").getList().getTypeCount());
			return result;
		}
		final OpDef op = ops.get(node.getOp());
		if (op == null) throw new IllegalArgumentException("the operation " + node.getOp() + " in " + within.getSignature()
			.getName() + " is unknown");
		for (final OpDef.ArgDef output : op.getOutputArgList()) {
			int n = 1;
			if (!output.getNumberAttr().isEmpty()) n = (int) node.getAttrOrThrow(output.getNumberAttr()).getI();
			else if (!output.getTypeListAttr().isEmpty()) n = node.getAttrOrThrow(output.getTypeListAttr()).getList()
				.getTypeCount();
			result.put(output.getName(), n);
		}
		return result;
	}

	/** Drops the inferred output shapes, too, which no longer hold. */
	private static NodeDef withoutControl(final NodeDef node) {
		final List<String> data = new ArrayList<>();
		for (final String input : node.getInputList())
			if (!input.startsWith("^")) data.add(input);
		return node.toBuilder().clearInput().addAllInput(data).removeAttr("_output_shapes").build();
	}
}
