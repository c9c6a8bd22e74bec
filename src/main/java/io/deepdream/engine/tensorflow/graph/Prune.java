package io.deepdream.engine.tensorflow.graph;

import java.util.Collection;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Keeps only what some nodes are computed from. Classifier heads need an input of
 * one size and are half of the file; a dream never evaluates them.
 */
public final class Prune implements GraphRewrite {

	private final Collection<String> targets;

	public Prune(final Collection<String> targets) {
		this.targets = targets;
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final Set<String> kept = new GraphNodes(graph).upstreamOf(targets);
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList())
			if (kept.contains(node.getName())) result.addNode(node);
		return result.build();
	}
}
