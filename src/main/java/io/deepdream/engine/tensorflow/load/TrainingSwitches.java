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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * Selects the inference branch. Networks of TensorFlow 1 contain both branches between
 * a Switch and a Merge, which depend on a placeholder such as keras_learning_phase.
 * Nodes of the training branch are removed.
 */
final class TrainingSwitches implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		if (graph.getNodeList().stream().noneMatch(node -> node.getOp().equals("Switch"))) return graph;
		final Map<String, Boolean> known = new HashMap<>();
		/** Outputs of branches that are not taken, written as "name" or "name:1". */
		final Set<String> dead = new HashSet<>();
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		final Set<String> resolved = new HashSet<>();
		for (final NodeDef node : new GraphNodes(graph).sorted()) {
			final List<String> live = node.getInputList().stream().filter(input -> !dead.contains(normalised(input))).collect(
				Collectors.toList());
			if (node.getOp().equals("Switch") && known.containsKey(GraphNodes.nodeOf(node.getInput(1)))) {
				// the second output is used if the condition is true
				dead.add(known.get(GraphNodes.nodeOf(node.getInput(1))) ? node.getName() : node.getName() + ":1");
				resolved.add(node.getName());
				if (live.contains(node.getInput(0))) result.addNode(identity(node, node.getInput(0)));
				else dead.add(node.getName());
				continue;
			}
			if (node.getOp().equals("Merge") && live.size() == 1) {
				result.addNode(identity(node, live.get(0)));
				continue;
			}
			if (node.getOp().equals("Merge") ? live.isEmpty() : live.size() < node.getInputCount()) {
				dead.add(node.getName());
				continue;
			}
			final Boolean value = value(node, known);
			if (value != null) known.put(node.getName(), value);
			result.addNode(node);
		}
		return redirected(result.build(), resolved);
	}

	private static String normalised(final String input) {
		final String name = input.startsWith("^") ? input.substring(1) : input;
		return name.endsWith(":0") ? name.substring(0, name.length() - 2) : name;
	}

	/** An Identity with the node's name, which users may use as a layer name. */
	private static NodeDef identity(final NodeDef node, final String input) {
		return NodeDef.newBuilder().setName(node.getName()).setOp("Identity").addInput(input).putAttr("T", node
			.getAttrOrDefault("T", Constants.type(DataType.DT_FLOAT))).build();
	}

	/** The value of a boolean node in inference mode; null if it is unknown. */
	private static Boolean value(final NodeDef node, final Map<String, Boolean> known) {
		switch (node.getOp()) {
			case "Placeholder":
			case "PlaceholderWithDefault":
				return isBool(node) ? Boolean.FALSE : null;
			case "Const":
				if (!isBool(node) || Constants.shape(node).length > 0) return null;
				return node.getAttrOrThrow("value").getTensor().getBoolValList().contains(true) || node.getAttrOrThrow("value")
					.getTensor().getTensorContent().toStringUtf8().equals("\u0001");
			case "Identity":
				return known.get(GraphNodes.nodeOf(node.getInput(0)));
			case "LogicalNot":
				final Boolean not = known.get(GraphNodes.nodeOf(node.getInput(0)));
				return not == null ? null : !not;
			default:
				return null;
		}
	}

	private static boolean isBool(final NodeDef node) {
		return node.getAttrOrDefault("dtype", Constants.type(DataType.DT_FLOAT)).getType() == DataType.DT_BOOL;
	}

	/** Redirects consumers to the only output of resolved Switches, and drops control inputs. */
	private static GraphDef redirected(final GraphDef graph, final Set<String> resolved) {
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList()) {
			final List<String> inputs = new ArrayList<>();
			for (final String input : node.getInputList())
				if (!input.startsWith("^")) inputs.add(resolved.contains(GraphNodes.nodeOf(input)) ? GraphNodes.nodeOf(input)
					: input);
			result.addNode(node.toBuilder().clearInput().addAllInput(inputs));
		}
		return result.build();
	}
}
