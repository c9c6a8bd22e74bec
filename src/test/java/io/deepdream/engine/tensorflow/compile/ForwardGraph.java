package io.deepdream.engine.tensorflow.compile;

import java.util.List;

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.load.FrozenGraph;
import io.deepdream.model.ModelSpec;

/** The part of a network that computes a layer, prepared as an engine prepares it. */
final class ForwardGraph {

	private ForwardGraph() {}

	static GraphDef of(final ModelSpec spec, final String layer) {
		final GraphDef frozen = FrozenGraph.parse(spec.read(), spec.location());
		return new Prune(List.of(layer)).apply(FrozenGraph.prepare(frozen, FrozenGraph.input(frozen, spec), spec));
	}
}
