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
