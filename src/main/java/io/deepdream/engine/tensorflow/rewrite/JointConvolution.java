package io.deepdream.engine.tensorflow.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.NodeDefOrBuilder;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Computes the 1x1 convolutions of a sum, such as the backward convolutions of a
 * block's branches, as one convolution of all their inputs' channels: deep in a
 * network, starting them takes longer than computing them. Nearer to the image,
 * the inputs, which are copied, are too large.
 */
public final class JointConvolution implements GradientRewrite {

	/** Channels of a sum from which the joint convolution is faster. */
	private static final int MIN_CHANNELS = 300;

	@Override
	public String reason() {
		return "starting several small convolutions takes longer than computing them";
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		final GraphNodes nodes = edit.nodes();
		final Map<String, List<NodeDef>> readers = nodes.consumers();
		for (final NodeDef sum : graph.getNodeList()) {
			final List<NodeDef> convolutions = new ArrayList<>();
			if (sum.getOp().equals("AddN")) for (final String input : sum.getInputList()) {
				final NodeDef node = nodes.get(GraphNodes.nodeOf(input));
				if (SumInConvolution.isSummand(node, nodes, readers) && isDeep(node, nodes)) convolutions.add(node);
			}
			if (convolutions.size() < 2) continue;
			convolutions.forEach(edit::remove);
			edit.replace(sum, join(sum, convolutions, nodes));
		}
		return edit.result();
	}

	/** Whether a convolution is 1x1, without stride, and has the channels of a deep layer. */
	private static boolean isDeep(final NodeDef convolution, final GraphNodes nodes) {
		final int[] shape = Constants.shape(nodes.constant(convolution.getInput(1)));
		return Nodes.allOnes(convolution, "strides") && shape[0] == 1 && shape[1] == 1 && shape[3] >= MIN_CHANNELS;
	}

	/** The joint convolution and what remains of the sum. */
	private static List<NodeDefOrBuilder> join(final NodeDef sum, final List<NodeDef> convolutions,
		final GraphNodes nodes)
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
		final List<NodeDefOrBuilder> result = new ArrayList<>(List.of(Constants.ofInts(name + "_axis", new int[] { 3 }),
			Constants.ofFloats(name + "_kernel", kernel, 1, 1, channels, outs), inputs.addInput(name + "_axis").putAttr("N",
				Nodes.number(convolutions.size())).putAttr("Tidx", Constants.type(DataType.DT_INT32))));
		final List<String> summands = new ArrayList<>(sum.getInputList());
		convolutions.forEach(node -> summands.remove(node.getName()));
		final String joint = summands.isEmpty() ? sum.getName() : name;
		result.add(Nodes.convolution(joint, name + "_inputs", name + "_kernel", "SAME"));
		if (summands.isEmpty()) return result;
		summands.add(name);
		result.add(sum.toBuilder().clearInput().addAllInput(summands).putAttr("N", Nodes.number(summands.size())));
		return result;
	}
}
