package io.deepdream.engine.tensorflow.graph;

import org.tensorflow.proto.GraphDef;

/**
 * A graph rewrite: one change to a GraphDef, for one reason. TensorFlow's custom
 * gradients are not used, because they are registered process-wide and fail on
 * Windows.
 */
public interface GraphRewrite {

	GraphDef apply(GraphDef graph);
}
