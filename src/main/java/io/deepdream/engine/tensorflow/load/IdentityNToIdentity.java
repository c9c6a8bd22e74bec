package io.deepdream.engine.tensorflow.load;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * Bypasses IdentityN, which has no gradient in C++. Keras wraps functions with a
 * custom gradient in it, such as swish; the nodes before it have ordinary gradients.
 */
final class IdentityNToIdentity implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphNodes nodes = new GraphNodes(graph);
		final GraphDef.Builder result = graph.toBuilder();
		for (final NodeDef.Builder node : result.getNodeBuilderList()) {
			for (int i = 0; i < node.getInputCount(); i++)
				node.setInput(i, through(node.getInput(i), nodes));
			if (node.getOp().equals("IdentityN")) {
				final String first = node.getInput(0);
				node.setOp("Identity").clearInput().addInput(first).clearAttr().putAttr("T", Constants.type(DataType.DT_FLOAT));
			}
		}
		return result.build();
	}

	private static String through(final String input, final GraphNodes nodes) {
		String source = input;
		while (!source.startsWith("^")) {
			final NodeDef node = nodes.get(GraphNodes.nodeOf(source));
			if (node == null || !node.getOp().equals("IdentityN")) break;
			final int colon = source.indexOf(':');
			source = node.getInput(colon < 0 ? 0 : Integer.parseInt(source.substring(colon + 1)));
		}
		return source;
	}
}
