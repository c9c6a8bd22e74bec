package io.deepdream.engine.tensorflow.rewrite;

import java.util.HashSet;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Computes local response normalisation and its gradient by {@link ChannelSums},
 * convolutions with a banded kernel which sum over neighbouring channels:
 *
 * <pre>
 * s = bias + alpha * band(x^2)      y = x * s^-beta
 * dx = dy * s^-beta - 2 * alpha * beta * x * band(dy * y / s)
 * </pre>
 *
 * TensorFlow's own LRN and LRNGrad are slow. Only with the exponents 0.75 and 0.5,
 * which all Inception and AlexNet-like networks have and which square roots can
 * compute; after {@link LrnGradientAttributes}.
 */
public final class BandedNormalisation implements GraphRewrite {

	private static final String SUMS = "/sums";

	/** Whether a node sums over neighbouring channels here. */
	public static boolean isSum(final NodeDef node) {
		return node.getOp().equals("Conv2D") && node.getName().endsWith(SUMS);
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphNodes nodes = new GraphNodes(graph);
		final Set<String> replaced = new HashSet<>();
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList()) {
			final int channels = node.getOp().equals("LRN") && exponentIsKnown(node) ? channels(nodes, node.getInput(0)) : 0;
			if (channels == 0) continue;
			replaced.add(node.getName());
			normalise(node, channels, result);
		}
		for (final NodeDef node : graph.getNodeList()) {
			if (replaced.contains(node.getName())) continue;
			if (node.getOp().equals("LRNGrad") && replaced.contains(GraphNodes.nodeOf(node.getInput(2)))) differentiate(node,
				nodes.get(GraphNodes.nodeOf(node.getInput(2))), channels(nodes, node.getInput(1)), result);
			else result.addNode(node);
		}
		return result.build();
	}

	private static boolean exponentIsKnown(final NodeDef lrn) {
		return number(lrn, "beta") == 0.75f || number(lrn, "beta") == 0.5f;
	}

	/** An attribute of a normalisation, or what TensorFlow takes for one that is absent. */
	public static float number(final NodeDef lrn, final String attribute) {
		return lrn.containsAttr(attribute) ? lrn.getAttrOrThrow(attribute).getF() : attribute.equals("beta") ? 0.5f : 1;
	}

	private static long radius(final NodeDef lrn) {
		return lrn.containsAttr("depth_radius") ? lrn.getAttrOrThrow("depth_radius").getI() : 5;
	}

	/** How many channels an input has, as the next convolution up the graph tells; 0 if that cannot be seen. */
	private static int channels(final GraphNodes nodes, final String input) {
		NodeDef node = nodes.get(GraphNodes.nodeOf(input));
		while (node != null && !node.getOp().equals("Conv2D") && !node.getOp().equals("BiasAdd")) {
			if (!Set.of("Relu", "MaxPool", "AvgPool", "Identity", "LRN").contains(node.getOp())) return 0;
			node = nodes.get(GraphNodes.nodeOf(node.getInput(0)));
		}
		final NodeDef weights = node == null ? null : nodes.constant(node.getInput(1));
		if (weights == null) return 0;
		final int[] shape = Constants.shape(weights);
		return shape[shape.length - 1];
	}

	private static void normalise(final NodeDef lrn, final int channels, final GraphDef.Builder graph) {
		final String name = lrn.getName();
		final String x = lrn.getInput(0);
		graph.addNode(Nodes.op("Mul", name + "/squares", x, x));
		new ChannelSums(channels, radius(lrn)).write(name + "/squares", number(lrn, "alpha"), number(lrn, "bias"), name +
			SUMS, name + "/s", graph);
		graph.addNode(Nodes.op("Rsqrt", name + "/half", name + "/s"));
		String power = name + "/half";
		if (number(lrn, "beta") == 0.75f) {
			graph.addNode(Nodes.op("Sqrt", name + "/quarter", name + "/half"));
			power = name + "/power";
			graph.addNode(Nodes.op("Mul", power, name + "/half", name + "/quarter"));
		}
		graph.addNode(Nodes.op("Mul", name, x, power));
	}

	private static void differentiate(final NodeDef gradient, final NodeDef lrn, final int channels,
		final GraphDef.Builder graph)
	{
		final String name = gradient.getName();
		final String dy = gradient.getInput(0);
		final float beta = number(lrn, "beta");
		final String power = lrn.getName() + (beta == 0.75f ? "/power" : "/half");
		graph.addNode(Nodes.op("Mul", name + "/dy_y", dy, lrn.getName()));
		graph.addNode(Nodes.op("RealDiv", name + "/dy_y_s", name + "/dy_y", lrn.getName() + "/s"));
		new ChannelSums(channels, radius(lrn)).write(name + "/dy_y_s", -2 * beta * number(lrn, "alpha"), 0, name + SUMS, name +
			"/c", graph);
		graph.addNode(Nodes.op("Mul", name + "/others", gradient.getInput(1), name + "/c"));
		graph.addNode(Nodes.op("Mul", name + "/own", dy, power));
		graph.addNode(Nodes.op("AddV2", name, name + "/own", name + "/others"));
	}
}
