package io.deepdream.engine.tensorflow.load;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Writes batch normalisation with stored statistics as what it is: a factor and a
 * summand for each channel. The first two versions have no gradient in C++, and
 * that of the third derives by statistics that nobody asks for.
 * <p>
 * One that takes its statistics from the batch (a network frozen in training
 * mode) becomes the third version, which has a gradient.
 * </p>
 */
final class BatchNormalisation implements GraphRewrite {

	private static final float DEFAULT_EPSILON = 1e-4f;

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphNodes nodes = new GraphNodes(graph);
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList()) {
			if (!Nodes.isBatchNormalisation(node)) result.addNode(node);
			else if (Nodes.usesBatchStatistics(node)) result.addNode(node.toBuilder().setOp("FusedBatchNormV3").putAttr("U", Constants.type(
				DataType.DT_FLOAT)));
			else addFactorAndSummand(node, nodes, result);
		}
		return result.build();
	}

	private static void addFactorAndSummand(final NodeDef node, final GraphNodes nodes, final GraphDef.Builder result) {
		final NodeDef[] constants = new NodeDef[4];
		for (int i = 0; i < 4; i++) {
			constants[i] = nodes.constant(node.getInput(1 + i));
			if (constants[i] == null) {
				result.addNode(node);
				return;
			}
		}
		final float[] gamma = Constants.floats(constants[0]);
		final float[] beta = Constants.floats(constants[1]);
		final float[] mean = Constants.floats(constants[2]);
		final float[] variance = Constants.floats(constants[3]);
		final float epsilon = node.containsAttr("epsilon") ? node.getAttrOrThrow("epsilon").getF() : DEFAULT_EPSILON;
		final int n = gamma.length;
		final float[] factor = new float[n];
		final float[] summand = new float[n];
		for (int c = 0; c < n; c++) {
			final double f = gamma[c] / Math.sqrt((double) variance[c] + epsilon);
			factor[c] = (float) f;
			summand[c] = (float) (beta[c] - mean[c] * f);
		}
		final String own = PictureNode.PREFIX + node.getName();
		result.addNode(Constants.ofFloats(own + "/factor", factor, n));
		result.addNode(Constants.ofFloats(own + "/summand", summand, n));
		result.addNode(NodeDef.newBuilder().setName(own + "/scaled").setOp("Mul").addInput(node.getInput(0)).addInput(own +
			"/factor").putAttr("T", Constants.type(DataType.DT_FLOAT)));
		result.addNode(NodeDef.newBuilder().setName(node.getName()).setOp("BiasAdd").addInput(own + "/scaled").addInput(
			own + "/summand").putAttr("T", Constants.type(DataType.DT_FLOAT)));
	}
}
