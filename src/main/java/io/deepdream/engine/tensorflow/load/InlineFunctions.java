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
 * Inlines function calls. A model of TensorFlow 2 is a function that calls others, but
 * TensorFlow-Java has no gradients of function calls. Control inputs are dropped,
 * since a frozen graph has no side effects.
 */
final class InlineFunctions implements GraphRewrite {

	private static final Set<String> CALLS = Set.of("PartitionedCall", "StatefulPartitionedCall");

	private final Map<String, OpDef> ops = new HashMap<>();

	/** @param ops the operations of the TensorFlow library, which define the numbers of outputs */
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
		/** For each output of an inlined call, its replacement. */
		final Map<String, String> redirects = new HashMap<>();
		// including the names of inlined calls, which their consumers still use
		final Set<String> usedNames = new HashSet<>(nodes.keySet());
		NodeDef call = firstCall(nodes, functions);
		while (call != null) {
			nodes.remove(call.getName());
			inline(call, functions.get(functionName(call, functions)), nodes, usedNames, redirects);
			call = firstCall(nodes, functions);
		}
		final GraphDef.Builder result = graph.toBuilder().clearNode().clearLibrary();
		for (final NodeDef node : nodes.values()) {
			final NodeDef.Builder reader = node.toBuilder();
			for (int i = 0; i < reader.getInputCount(); i++)
				reader.setInput(i, follow(reader.getInput(i), redirects));
			result.addNode(reader);
		}
		return result.build();
	}

	/** The current name of an input, after all redirects. */
	static String follow(final String input, final Map<String, String> redirects) {
		String at = input.endsWith(":0") ? input.substring(0, input.length() - 2) : input;
		while (redirects.containsKey(at))
			at = redirects.get(at);
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
		final Set<String> usedNames, final Map<String, String> redirects)
	{
		// the tensor in the graph for each tensor of the function
		final Map<String, String> tensors = new HashMap<>();
		for (int i = 0; i < function.getSignature().getInputArgCount(); i++)
			tensors.put(function.getSignature().getInputArg(i).getName(), call.getInput(i));
		final Map<String, String> names = new HashMap<>();
		for (final NodeDef node : function.getNodeDefList()) {
			// layers keep their names unless two functions use the same name
			final String name = usedNames.contains(node.getName()) ? call.getName() + "/" + node.getName() : node.getName();
			names.put(node.getName(), name);
			usedNames.add(name);
			int index = 0;
			for (final Map.Entry<String, Integer> output : outputs(node, function).entrySet())
				for (int i = 0; i < output.getValue(); i++, index++)
					tensors.put(node.getName() + ":" + output.getKey() + ":" + i, index == 0 ? name : name + ":" + index);
		}
		for (final NodeDef node : function.getNodeDefList()) {
			final NodeDef.Builder inlined = withoutControl(node).toBuilder().setName(names.get(node.getName()));
			for (int i = 0; i < inlined.getInputCount(); i++)
				inlined.setInput(i, tensor(inlined.getInput(i), tensors));
			nodes.put(inlined.getName(), inlined.build());
		}
		for (int i = 0; i < function.getSignature().getOutputArgCount(); i++)
			redirects.put(i == 0 ? call.getName() : call.getName() + ":" + i, tensor(function.getRetOrThrow(function.getSignature()
				.getOutputArg(i).getName()), tensors));
	}

	private static String tensor(final String value, final Map<String, String> tensors) {
		final String tensor = tensors.get(value);
		if (tensor == null) throw new IllegalArgumentException("a function reads " + value + ", which it does not contain");
		return tensor;
	}

	/** The number of tensors of each output of a node, in their order. */
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

	/** Drops control inputs, and the inferred output shapes, which no longer apply. */
	private static NodeDef withoutControl(final NodeDef node) {
		final List<String> data = new ArrayList<>();
		for (final String input : node.getInputList())
			if (!input.startsWith("^")) data.add(input);
		return node.toBuilder().clearInput().addAllInput(data).removeAttr("_output_shapes").build();
	}
}
