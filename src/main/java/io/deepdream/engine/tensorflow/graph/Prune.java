package io.deepdream.engine.tensorflow.graph;

import java.util.Collection;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Removes all nodes that the target nodes do not depend on, such as classifier heads,
 * which restrict the input to one size and contain half of the weights.
 */
public final class Prune implements GraphRewrite {

	private final Collection<String> targets;

	public Prune(final Collection<String> targets) {
		this.targets = targets;
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final Set<String> needed = new GraphNodes(graph).upstreamOf(targets);
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList())
			if (needed.contains(node.getName())) result.addNode(node);
		return result.build();
	}
}
