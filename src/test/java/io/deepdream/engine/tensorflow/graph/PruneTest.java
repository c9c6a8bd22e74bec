package io.deepdream.engine.tensorflow.graph;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import org.junit.jupiter.api.Test;

/** Removes nodes that a layer does not depend on. */
class PruneTest {

	private static NodeDef node(final GraphDef graph, final String name) {
		return new GraphNodes(graph).get(name);
	}

	@Test
	void headsArePruned() {
		final GraphDef graph = new SmallGraphs(1).conv("a", 1, 1, 3, 4, 1, "SAME").head(100).build();
		final GraphDef pruned = new Prune(List.of("a")).apply(graph);
		assertNull(node(pruned, "head/logits"));
		assertNull(node(pruned, "head/w"));
		assertNotNull(node(pruned, "a_w"));
		assertNotNull(node(pruned, "input"));
	}
}
