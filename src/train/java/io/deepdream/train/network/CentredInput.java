package io.deepdream.train.network;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/** Subtracts the mean in the graph. The engine subtracts it outside, but a training feeds images without preprocessing. */
final class CentredInput implements GraphRewrite {

	private static final String CENTRED = PictureNode.PREFIX + "centred";

	@Override
	public GraphDef apply(final GraphDef graph) {
		final float[] bias = PictureNode.mean(graph);
		for (int c = 0; c < bias.length; c++)
			bias[c] = -bias[c];
		final String minusMean = PictureNode.PREFIX + "minus_mean";
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList()) {
			final NodeDef.Builder reader = node.toBuilder();
			for (int i = 0; i < node.getInputCount(); i++)
				if (node.getInput(i).equals(PictureNode.NAME)) reader.setInput(i, CENTRED);
			result.addNode(reader);
		}
		return result.addNode(Constants.ofFloats(minusMean, bias, bias.length)).addNode(Nodes.op(DataType.DT_FLOAT, "BiasAdd",
			CENTRED, PictureNode.NAME, minusMean)).build();
	}
}
