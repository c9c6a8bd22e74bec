package io.deepdream.engine.tensorflow.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Computes the 1x1 convolutions of a sum, such as the ways back of a block's
 * branches, as one, of the channels of all their inputs: deep in a network it
 * takes longer to begin them than to compute them. Nearer to the picture the
 * inputs, which are copied, are too large. After {@link BackwardConvolution},
 * before {@link SumInConvolution}.
 */
public final class JointConvolution implements GraphRewrite {

	/** How many channels a sum has that is deep enough. */
	public static final int DEEP = 300;

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphNodes nodes = new GraphNodes(graph);
		final Map<String, List<NodeDef>> readers = nodes.readers();
		final Map<String, NodeDef> changed = new HashMap<>();
		final Set<String> dropped = new HashSet<>();
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef sum : graph.getNodeList()) {
			final List<NodeDef> convolutions = new ArrayList<>();
			if (sum.getOp().equals("AddN")) for (final String input : sum.getInputList()) {
				final NodeDef node = nodes.get(GraphNodes.nodeOf(input));
				if (SumInConvolution.isSummand(node, nodes, readers) && isDeep(node, nodes)) convolutions.add(node);
			}
			if (convolutions.size() < 2) continue;
			convolutions.forEach(node -> dropped.add(node.getName()));
			changed.put(sum.getName(), join(sum, convolutions, nodes, result));
		}
		for (final NodeDef node : graph.getNodeList())
			if (!dropped.contains(node.getName())) result.addNode(changed.getOrDefault(node.getName(), node));
		return result.build();
	}

	/** Whether a convolution is 1x1, without stride, and has the channels of a deep layer. */
	private static boolean isDeep(final NodeDef convolution, final GraphNodes nodes) {
		final int[] shape = Constants.shape(nodes.constant(convolution.getInput(1)));
		return Nodes.allOnes(convolution, "strides") && shape[0] == 1 && shape[1] == 1 && shape[3] >= DEEP;
	}

	/** @return the sum, of what is left of it */
	private static NodeDef join(final NodeDef sum, final List<NodeDef> convolutions, final GraphNodes nodes,
		final GraphDef.Builder graph)
	{
		final String name = sum.getName() + "/joint";
		final NodeDef.Builder inputs = Nodes.op("ConcatV2", name + "_inputs");
		int channels = 0;
		for (final NodeDef convolution : convolutions) {
			inputs.addInput(convolution.getInput(0));
			channels += Constants.shape(nodes.constant(convolution.getInput(1)))[2];
		}
		final int outs = Constants.shape(nodes.constant(convolutions.get(0).getInput(1)))[3];
		final float[] kernel = new float[channels * outs];
		int filled = 0;
		for (final NodeDef convolution : convolutions) {
			// channels of the input come before those of the output, so that kernels follow each other
			final float[] one = Constants.floats(nodes.constant(convolution.getInput(1)));
			System.arraycopy(one, 0, kernel, filled, one.length);
			filled += one.length;
		}
		graph.addNode(Constants.ofInts(name + "_axis", new int[] { 3 }));
		graph.addNode(Constants.ofFloats(name + "_kernel", kernel, 1, 1, channels, outs));
		graph.addNode(inputs.addInput(name + "_axis").putAttr("N", Nodes.number(convolutions.size())).putAttr("Tidx", Constants
			.type(DataType.DT_INT32)));
		final List<String> summands = new ArrayList<>(sum.getInputList());
		convolutions.forEach(node -> summands.remove(node.getName()));
		if (summands.isEmpty()) return Nodes.convolution(sum.getName(), name + "_inputs", name + "_kernel", "SAME").build();
		graph.addNode(Nodes.convolution(name, name + "_inputs", name + "_kernel", "SAME"));
		summands.add(name);
		return sum.toBuilder().clearInput().addAllInput(summands).putAttr("N", Nodes.number(summands.size())).build();
	}
}
