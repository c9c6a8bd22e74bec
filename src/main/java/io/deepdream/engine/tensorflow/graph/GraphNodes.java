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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** The nodes of a GraphDef by name, with queries for their inputs and consumers. */
public final class GraphNodes {

	private static final Set<String> VARIABLES = Set.of("Variable", "VariableV2", "VarHandleOp");
	private static final Set<String> READERS = Set.of("Identity", "ReadVariableOp");

	private final Map<String, NodeDef> nodes = new LinkedHashMap<>();

	public GraphNodes(final GraphDef graph) {
		for (final NodeDef node : graph.getNodeList())
			nodes.put(node.getName(), node);
	}

	/** The node with a name; null if it does not exist. */
	public NodeDef get(final String name) {
		return nodes.get(name);
	}

	public Collection<NodeDef> all() {
		return nodes.values();
	}

	/** Name of the node of an input string such as {@code ^a}, {@code a} or {@code a:1}. */
	public static String nodeOf(final String input) {
		final String name = input.startsWith("^") ? input.substring(1) : input;
		final int colon = name.indexOf(':');
		return colon < 0 ? name : name.substring(0, colon);
	}

	/** Names of the nodes that produce a node's inputs. */
	public static List<String> sources(final NodeDef node) {
		final List<String> result = new ArrayList<>();
		for (final String input : node.getInputList())
			result.add(nodeOf(input));
		return result;
	}

	/** The consumers of each node, in the graph's order; a node that reads another twice is listed twice. */
	public Map<String, List<NodeDef>> consumers() {
		final Map<String, List<NodeDef>> consumers = new HashMap<>();
		for (final NodeDef node : all())
			for (final String source : sources(node))
				consumers.computeIfAbsent(source, s -> new ArrayList<>()).add(node);
		return consumers;
	}

	/** The Const that an input refers to, directly or through Identity nodes; null if it is not a constant. */
	public NodeDef constant(final String input) {
		NodeDef node = get(nodeOf(input));
		while (node != null && node.getOp().equals("Identity"))
			node = get(nodeOf(node.getInput(0)));
		return node != null && node.getOp().equals("Const") ? node : null;
	}

	/** The variable that a node reads directly or through nodes such as Identity; null if it reads none. */
	public String variable(final NodeDef node) {
		for (final String source : sources(node)) {
			NodeDef from = get(source);
			while (from != null && READERS.contains(from.getOp()))
				from = get(nodeOf(from.getInput(0)));
			if (from != null && VARIABLES.contains(from.getOp())) return from.getName();
		}
		return null;
	}

	/** The given nodes and all nodes that they depend on. */
	public Set<String> upstreamOf(final Collection<String> names) {
		final Set<String> visited = new HashSet<>();
		final Deque<String> open = new ArrayDeque<>(names);
		while (!open.isEmpty()) {
			final String name = open.pop();
			final NodeDef node = get(name);
			if (node != null && visited.add(name)) open.addAll(sources(node));
		}
		return visited;
	}

	/** The nodes in topological order. In a graph with loops, the order is topological except for their back edges. */
	public List<NodeDef> sorted() {
		final Set<NodeDef> sorted = Collections.newSetFromMap(new IdentityHashMap<>());
		final List<NodeDef> result = new ArrayList<>();
		final Set<String> entered = new HashSet<>();
		final Deque<NodeDef> open = new ArrayDeque<>();
		for (final NodeDef first : all()) {
			open.push(first);
			while (!open.isEmpty()) {
				final NodeDef node = open.peek();
				if (entered.add(node.getName())) {
					for (final String source : sources(node))
						if (get(source) != null && !entered.contains(source)) open.push(get(source));
				}
				else {
					open.pop();
					if (sorted.add(node)) result.add(node);
				}
			}
		}
		return result;
	}

	/**
	 * A node and all nodes that depend on it.
	 *
	 * @param order the nodes in the order of {@link #sorted}
	 */
	public Set<String> downstreamOf(final String name, final List<NodeDef> order) {
		final Set<String> result = new HashSet<>();
		result.add(name);
		for (final NodeDef node : order)
			if (sources(node).stream().anyMatch(result::contains)) result.add(node.getName());
		return result;
	}
}
