package io.deepdream.engine.tensorflow.load;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/** Clears the nodes' devices: old graphs pin all to /cpu:0, which leaves a GPU idle. */
final class ClearDevices implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphDef.Builder result = graph.toBuilder();
		for (final NodeDef.Builder node : result.getNodeBuilderList())
			node.clearDevice();
		return result.build();
	}
}
