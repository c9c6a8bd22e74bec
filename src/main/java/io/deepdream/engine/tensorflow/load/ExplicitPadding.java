package io.deepdream.engine.tensorflow.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.NodeDefOrBuilder;

import com.google.protobuf.ByteString;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Replaces EXPLICIT padding by a Pad node, because TensorFlow's C++ gradient of a
 * convolution ignores the explicit paddings.
 */
final class ExplicitPadding implements GraphRewrite {

	private static final Set<String> CONVOLUTIONS = Set.of("Conv2D", "DepthwiseConv2dNative");

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			final boolean pool = node.getOp().equals("MaxPool");
			if (!pool && !CONVOLUTIONS.contains(node.getOp()) || !node.containsAttr("padding") || !node.getAttrOrThrow(
				"padding").getS().toStringUtf8().equals("EXPLICIT")) continue;
			final List<NodeDefOrBuilder> nodes = new ArrayList<>();
			final List<Long> paddings = node.getAttrOrThrow("explicit_paddings").getList().getIList();
			final String name = PictureNode.PREFIX + node.getName();
			nodes.add(Constants.ofInts(name + "/paddings", paddings.stream().mapToInt(Long::intValue).toArray(), 4, 2));
			final NodeDef.Builder pad = NodeDef.newBuilder().setName(name + "/padded").setOp(pool ? "PadV2" : "Pad").addInput(
				node.getInput(0)).addInput(name + "/paddings").putAttr("T", Constants.type(DataType.DT_FLOAT)).putAttr(
					"Tpaddings", Constants.type(DataType.DT_INT32));
			if (pool) {
				// the padding must never be the maximum
				nodes.add(Constants.ofFloats(name + "/lowest", new float[] { -Float.MAX_VALUE }));
				pad.addInput(name + "/lowest");
			}
			nodes.add(pad);
			nodes.add(node.toBuilder().setInput(0, name + "/padded").putAttr("padding", AttrValue.newBuilder().setS(
				ByteString.copyFromUtf8("VALID")).build()).removeAttr("explicit_paddings"));
			edit.replace(node, nodes);
		}
		return edit.result();
	}
}
