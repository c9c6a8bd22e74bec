package io.deepdream.engine.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

import io.deepdream.model.ModelSpec;

/**
 * Lets the graph take pictures: puts (picture - mean) * scale, with the channels
 * reversed for BGR networks, in the place of the input node. So the gradient is
 * the picture's own, and the input's rank and channel count are known, which old
 * graphs leave open. The mean stands beside the picture's placeholder, for {@link
 * NetworkSession} to subtract while it copies the picture.
 */
final class InputConvention implements GraphRewrite {

	/** What names of nodes begin with that no network brought. */
	static final String OWN = "deepdream/";

	/** The new placeholder: RGB 0..255, NHWC. */
	static final String PICTURE = OWN + "picture";

	private static final String MEAN = "_mean";

	private final String input;
	private final ModelSpec spec;

	/** @param input name of the node to replace; what follows keeps reading this name */
	InputConvention(final String input, final ModelSpec spec) {
		this.input = input;
		this.spec = spec;
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final List<NodeDef> chain = new ArrayList<>();
		final List<NodeDef> constants = new ArrayList<>();
		chain.add(placeholder());
		if (spec.bgr()) {
			constants.add(Constants.ofInts("deepdream/channel_axis", new int[] { 3 }, 1));
			chain.add(op("ReverseV2", "deepdream/reversed", chain, constants).putAttr("Tidx", Constants.type(
				DataType.DT_INT32)).build());
		}
		final float[] scale = spec.scale();
		if (!Arrays.equals(scale, new float[] { 1, 1, 1 })) {
			final boolean equal = scale[0] == scale[1] && scale[0] == scale[2];
			// a single factor needs no sum over positions in its gradient
			constants.add(equal ? Constants.ofFloats("deepdream/scale", new float[] { scale[0] }) : Constants.ofFloats(
				"deepdream/scale", scale, 3));
			chain.add(op("Mul", "deepdream/scaled", chain, constants).build());
		}
		chain.add(NodeDef.newBuilder().setName(input).setOp("Identity").addInput(chain.get(chain.size() - 1)
			.getName()).putAttr("T", Constants.type(DataType.DT_FLOAT)).build());

		final GraphDef.Builder result = graph.toBuilder().clearNode().addAllNode(constants).addAllNode(chain);
		for (final NodeDef node : graph.getNodeList())
			if (!node.getName().equals(input)) result.addNode(node);
		return result.build();
	}

	/** What to subtract from a graph's pictures: red, green, blue. */
	static float[] mean(final GraphDef graph) {
		final AttrValue.ListValue mean = new GraphNodes(graph).get(PICTURE).getAttrOrThrow(MEAN).getList();
		return new float[] { mean.getF(0), mean.getF(1), mean.getF(2) };
	}

	private NodeDef placeholder() {
		final float[] mean = spec.mean();
		final AttrValue.ListValue.Builder rgb = AttrValue.ListValue.newBuilder();
		for (int c = 0; c < 3; c++)
			rgb.addF(mean[spec.bgr() ? 2 - c : c]);
		final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (final int size : new int[] { -1, -1, -1, 3 })
			shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
		return NodeDef.newBuilder().setName(PICTURE).setOp("Placeholder").putAttr("dtype", Constants.type(
			DataType.DT_FLOAT)).putAttr("shape", AttrValue.newBuilder().setShape(shape).build()).putAttr(MEAN, AttrValue.newBuilder().setList(rgb)
				.build()).build();
	}

	/** A node that takes the last of the chain and the last of the constants. */
	private static NodeDef.Builder op(final String op, final String name, final List<NodeDef> chain,
		final List<NodeDef> constants)
	{
		return NodeDef.newBuilder().setName(name).setOp(op).addInput(chain.get(chain.size() - 1).getName()).addInput(
			constants.get(constants.size() - 1).getName()).putAttr("T", Constants.type(DataType.DT_FLOAT));
	}
}
