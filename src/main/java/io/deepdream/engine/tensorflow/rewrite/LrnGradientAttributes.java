package io.deepdream.engine.tensorflow.rewrite;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * Copies the attributes of every LRN to its LRNGrad. TensorFlow's C++ gradient creates
 * LRNGrad with default attributes, so that the gradients of other normalisations are
 * silently wrong, with relative errors above 100%.
 */
public final class LrnGradientAttributes implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphNodes nodes = new GraphNodes(graph);
		final GraphDef.Builder result = graph.toBuilder();
		for (final NodeDef.Builder node : result.getNodeBuilderList()) {
			if (!node.getOp().equals("LRNGrad")) continue;
			// inputs: gradient, the LRN's input, the LRN's output
			final NodeDef lrn = nodes.get(GraphNodes.nodeOf(node.getInput(2)));
			for (final String attribute : new String[] { "depth_radius", "bias", "alpha", "beta" })
				if (lrn.containsAttr(attribute)) node.putAttr(attribute, lrn.getAttrOrThrow(attribute));
		}
		return result.build();
	}
}
