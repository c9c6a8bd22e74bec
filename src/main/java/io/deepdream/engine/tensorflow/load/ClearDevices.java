package io.deepdream.engine.tensorflow.load;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/** Clears the devices of nodes: old graphs pin all nodes to /cpu:0, which prevents the use of a GPU. */
final class ClearDevices implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphDef.Builder result = graph.toBuilder();
		for (final NodeDef.Builder node : result.getNodeBuilderList())
			node.clearDevice();
		return result.build();
	}
}
