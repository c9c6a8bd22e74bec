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
package io.deepdream.engine.tensorflow.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.NodeDefOrBuilder;

/**
 * Collects replacements of nodes; {@link #result()} applies them to the graph.
 *
 * <pre>
 * GraphEdit edit = new GraphEdit(graph);
 * for (NodeDef node : graph.getNodeList())
 *   if (node.getOp().equals("Square")) edit.replace(node, Nodes.op("Mul", node.getName(), node.getInput(0), node.getInput(0)));
 * return edit.result();
 * </pre>
 */
public final class GraphEdit {

	private final GraphDef graph;
	private final GraphNodes nodes;
	private final Map<String, List<? extends NodeDefOrBuilder>> replacements = new HashMap<>();

	public GraphEdit(final GraphDef graph) {
		this.graph = graph;
		nodes = new GraphNodes(graph);
	}

	/** The nodes of the original graph. */
	public GraphNodes nodes() {
		return nodes;
	}

	/** The node that produces an input in the original graph; null if it does not exist. */
	public NodeDef source(final NodeDef node, final int input) {
		return nodes.get(GraphNodes.nodeOf(node.getInput(input)));
	}

	public void replace(final NodeDef node, final NodeDefOrBuilder... by) {
		replace(node, Arrays.asList(by));
	}

	/** @param by the replacements; a replacement with the name of the node provides its consumers' input */
	public void replace(final NodeDef node, final List<? extends NodeDefOrBuilder> by) {
		replacements.put(node.getName(), by);
	}

	public void remove(final NodeDef node) {
		replacements.put(node.getName(), List.of());
	}

	/** The graph with all replacements. */
	public GraphDef result() {
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList())
			for (final NodeDefOrBuilder one : replacements.getOrDefault(node.getName(), List.of(node)))
				result.addNode(one instanceof NodeDef ? (NodeDef) one : ((NodeDef.Builder) one).build());
		return result.build();
	}
}
