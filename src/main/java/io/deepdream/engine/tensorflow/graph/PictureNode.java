package io.deepdream.engine.tensorflow.graph;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * The placeholder for images: float32, NHWC, three channels, RGB 0..255 minus a mean,
 * which is an attribute of the node. The mean is subtracted while an image is copied
 * into the tensor, which is faster than subtracting it in the graph.
 */
public final class PictureNode {

	/** Prefix of the names of all nodes that DeepDream adds to a network. */
	public static final String PREFIX = "deepdream/";

	public static final String NAME = PREFIX + "picture";

	private static final String MEAN = "_mean";

	private PictureNode() {}

	/** @param mean of red, green and blue, in 0..255 */
	public static NodeDef of(final float... mean) {
		final AttrValue.ListValue.Builder rgb = AttrValue.ListValue.newBuilder();
		for (final float value : mean)
			rgb.addF(value);
		final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (final int size : new int[] { -1, -1, -1, 3 })
			shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
		return NodeDef.newBuilder().setName(NAME).setOp("Placeholder").putAttr("dtype", Constants.type(
			DataType.DT_FLOAT)).putAttr("shape", AttrValue.newBuilder().setShape(shape).build()).putAttr(MEAN, AttrValue
				.newBuilder().setList(rgb).build()).build();
	}

	/** The mean to subtract from a graph's images: red, green, blue, in 0..255. */
	public static float[] mean(final GraphDef graph) {
		final AttrValue.ListValue mean = new GraphNodes(graph).get(NAME).getAttrOrThrow(MEAN).getList();
		return new float[] { mean.getF(0), mean.getF(1), mean.getF(2) };
	}
}
