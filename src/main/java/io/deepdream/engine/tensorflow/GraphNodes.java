package io.deepdream.engine.tensorflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** A GraphDef's nodes by name, with the two questions that every rewrite asks. */
final class GraphNodes {

	private final Map<String, NodeDef> nodes = new LinkedHashMap<>();

	GraphNodes(final GraphDef graph) {
		for (final NodeDef node : graph.getNodeList())
			nodes.put(node.getName(), node);
	}

	/** Null if there is none. */
	NodeDef get(final String name) {
		return nodes.get(name);
	}

	Collection<NodeDef> all() {
		return nodes.values();
	}

	/** The node that an input string such as {@code ^a}, {@code a} or {@code a:1} names. */
	static String nodeOf(final String input) {
		final String name = input.startsWith("^") ? input.substring(1) : input;
		final int colon = name.indexOf(':');
		return colon < 0 ? name : name.substring(0, colon);
	}

	/** Names of the nodes that a node's inputs come from. */
	static List<String> sources(final NodeDef node) {
		final List<String> result = new ArrayList<>();
		for (final String input : node.getInputList())
			result.add(nodeOf(input));
		return result;
	}

	/** The Const that an input leads to through Identity nodes, or null. */
	NodeDef constant(final String input) {
		NodeDef node = get(nodeOf(input));
		while (node != null && node.getOp().equals("Identity"))
			node = get(nodeOf(node.getInput(0)));
		return node != null && node.getOp().equals("Const") ? node : null;
	}

	/** The given nodes and all that they are computed from. */
	Set<String> upstreamOf(final Collection<String> names) {
		final Set<String> seen = new HashSet<>();
		final Deque<String> open = new ArrayDeque<>(names);
		while (!open.isEmpty()) {
			final String name = open.pop();
			final NodeDef node = get(name);
			if (node != null && seen.add(name)) open.addAll(sources(node));
		}
		return seen;
	}
}
