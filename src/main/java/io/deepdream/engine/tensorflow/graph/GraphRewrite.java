package io.deepdream.engine.tensorflow.graph;

import org.tensorflow.proto.GraphDef;

/**
 * One change to a graph, with one reason. Rewrites work on the GraphDef and not
 * by custom gradients, since those are process-wide and fail on Windows.
 */
public interface GraphRewrite {

	GraphDef apply(GraphDef graph);
}
