package io.deepdream.engine.tensorflow.graph;

import org.tensorflow.proto.GraphDef;

/**
 * One change to a graph, for one reason. Rewrites change the GraphDef instead of
 * registering custom gradients, which are process-wide and fail on Windows.
 */
public interface GraphRewrite {

	GraphDef apply(GraphDef graph);
}
