package io.deepdream.engine.tensorflow;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Replaces the backward pass of a convolution whose stride is s in both directions
 * by a forward convolution of stride 1 that yields the s*s pixels of every block
 * as channels, DepthToSpace, and a cut to the input's size (W. Shi et al. 2016,
 * arXiv:1609.07009). oneDNN's own is slow for the three channels of a picture, and
 * as doubtful as that of stride 1 (see {@link BackwardConvolution}).
 */
final class StridedBackwardConvolution implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphNodes nodes = new GraphNodes(graph);
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList()) {
			final NodeDef kernel = stride(node) > 1 ? nodes.constant(node.getInput(1)) : null;
			if (kernel == null) result.addNode(node);
			else result.addAllNode(forward(node, kernel, stride(node)));
		}
		return result.build();
	}

	/** 0 for what this class does not replace. */
	private static int stride(final NodeDef node) {
		if (!node.getOp().equals("Conv2DBackpropInput") || !Nodes.allOnes(node, "dilations") || "NCHW".equals(Nodes.text(
			node, "data_format")) || "EXPLICIT".equals(Nodes.text(node, "padding"))) return 0;
		final List<Long> strides = node.getAttrOrThrow("strides").getList().getIList();
		return strides.get(1).equals(strides.get(2)) ? strides.get(1).intValue() : 0;
	}

	private static List<NodeDef> forward(final NodeDef backward, final NodeDef kernel, final int stride) {
		final String name = backward.getName();
		final int[] shape = Constants.shape(kernel);
		final int rows = (shape[0] + stride - 1) / stride;
		final int columns = (shape[1] + stride - 1) / stride;
		final List<NodeDef> nodes = new ArrayList<>();
		nodes.add(Constants.ofFloats(name + "/blocks", blocks(Constants.floats(kernel), shape, stride), rows, columns,
			shape[3], stride * stride * shape[2]));
		// without padding, up to s - 1 pixels at the input's end are in no window: a block of zeros stands for them
		final int beyond = Nodes.text(backward, "padding").equals("SAME") ? 0 : 1;
		// every position that any pixel of the padded input has a part in
		nodes.add(Nodes.convolution(name + "/convolved", backward.getInput(2), name + "/blocks", "EXPLICIT").putAttr(
			"explicit_paddings", Nodes.ints(0, 0, rows - 1, rows - 1 + beyond, columns - 1, columns - 1 + beyond, 0, 0)).build());
		nodes.add(Nodes.op("DepthToSpace", name + "/pixels", name + "/convolved").putAttr("block_size", Nodes.number(
			stride)).build());
		nodes.addAll(padding(backward, shape, stride));
		nodes.add(Nodes.op("Slice", name, name + "/pixels", name + "/before", backward.getInput(0)).putAttr("Index",
			Constants.type(DataType.DT_INT32)).build());
		return nodes;
	}

	/** How many rows and columns were padded before the input: known only when its size is. */
	private static List<NodeDef> padding(final NodeDef backward, final int[] kernel, final int stride) {
		final String name = backward.getName();
		final List<NodeDef> nodes = new ArrayList<>();
		if (!Nodes.text(backward, "padding").equals("SAME")) {
			nodes.add(Constants.ofInts(name + "/before", new int[4], 4));
			return nodes;
		}
		nodes.add(Constants.ofInts(name + "/stride", new int[] { 0, stride, stride, 0 }, 4));
		nodes.add(Constants.ofInts(name + "/rest", new int[] { 0, kernel[0] - stride, kernel[1] - stride, 0 }, 4));
		nodes.add(Constants.ofInts(name + "/spatial", new int[] { 0, 1, 1, 0 }, 4));
		nodes.add(Constants.ofInts(name + "/zero", new int[] { 0 }));
		nodes.add(Constants.ofInts(name + "/two", new int[] { 2 }));
		nodes.add(Nodes.op("Shape", name + "/positions", backward.getInput(2)).putAttr("out_type", Constants.type(
			DataType.DT_INT32)).build());
		// (positions - 1) * stride + kernel - size
		nodes.add(integer("Mul", name + "/strided", name + "/positions", name + "/stride"));
		nodes.add(integer("AddV2", name + "/covered", name + "/strided", name + "/rest"));
		nodes.add(integer("Mul", name + "/size", backward.getInput(0), name + "/spatial"));
		nodes.add(integer("Sub", name + "/beyond", name + "/covered", name + "/size"));
		nodes.add(integer("Maximum", name + "/padded", name + "/beyond", name + "/zero"));
		nodes.add(integer("FloorDiv", name + "/before", name + "/padded", name + "/two"));
		return nodes;
	}

	private static NodeDef integer(final String op, final String name, final String... inputs) {
		return Nodes.op(DataType.DT_INT32, op, name, inputs).build();
	}

	/**
	 * From [rows, columns, in, out] to [rows / s, columns / s, out, s * s * in], blocks
	 * in reverse order; what a block reaches beyond the kernel is zero.
	 */
	static float[] blocks(final float[] kernel, final int[] shape, final int s) {
		final int rows = (shape[0] + s - 1) / s;
		final int columns = (shape[1] + s - 1) / s;
		final int ins = shape[2];
		final int outs = shape[3];
		final float[] result = new float[rows * columns * outs * s * s * ins];
		for (int y = 0; y < shape[0]; y++)
			for (int x = 0; x < shape[1]; x++)
				for (int i = 0; i < ins; i++)
					for (int o = 0; o < outs; o++) {
						final int block = (rows - 1 - y / s) * columns + columns - 1 - x / s;
						final int pixel = y % s * s + x % s;
						result[((block * outs + o) * s * s + pixel) * ins + i] = kernel[((y * shape[1] + x) * ins + i) * outs + o];
					}
		return result;
	}
}
