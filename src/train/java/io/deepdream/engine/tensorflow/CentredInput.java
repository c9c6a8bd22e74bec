package io.deepdream.engine.tensorflow;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Subtracts the mean within the graph, which {@link NetworkSession} does outside: for sessions that are fed pictures as they are. */
final class CentredInput implements GraphRewrite {

	private static final String CENTRED = InputConvention.OWN + "centred";

	@Override
	public GraphDef apply(final GraphDef graph) {
		final float[] bias = InputConvention.mean(graph);
		for (int c = 0; c < bias.length; c++)
			bias[c] = -bias[c];
		final String minusMean = InputConvention.OWN + "minus_mean";
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList()) {
			final NodeDef.Builder reader = node.toBuilder();
			for (int i = 0; i < node.getInputCount(); i++)
				if (node.getInput(i).equals(InputConvention.PICTURE)) reader.setInput(i, CENTRED);
			result.addNode(reader);
		}
		return result.addNode(Constants.ofFloats(minusMean, bias, bias.length)).addNode(Nodes.op(DataType.DT_FLOAT, "BiasAdd",
			CENTRED, InputConvention.PICTURE, minusMean)).build();
	}
}
