package io.deepdream.engine.tensorflow.load;

import java.util.List;
import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import com.google.protobuf.ByteString;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Writes EXPLICIT padding as a Pad before a window without padding: TensorFlow's
 * C++ gradient of a convolution loses the explicit paddings.
 */
final class ExplicitPadding implements GraphRewrite {

	private static final Set<String> CONVOLUTIONS = Set.of("Conv2D", "DepthwiseConv2dNative");

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final NodeDef node : graph.getNodeList()) {
			final boolean pool = node.getOp().equals("MaxPool");
			if (!pool && !CONVOLUTIONS.contains(node.getOp()) || !node.containsAttr("padding") || !node.getAttrOrThrow(
				"padding").getS().toStringUtf8().equals("EXPLICIT"))
			{
				result.addNode(node);
				continue;
			}
			final List<Long> paddings = node.getAttrOrThrow("explicit_paddings").getList().getIList();
			final String name = PictureNode.PREFIX + node.getName();
			result.addNode(Constants.ofInts(name + "/paddings", paddings.stream().mapToInt(Long::intValue).toArray(), 4, 2));
			final NodeDef.Builder pad = NodeDef.newBuilder().setName(name + "/padded").setOp(pool ? "PadV2" : "Pad").addInput(
				node.getInput(0)).addInput(name + "/paddings").putAttr("T", Constants.type(DataType.DT_FLOAT)).putAttr(
					"Tpaddings", Constants.type(DataType.DT_INT32));
			if (pool) {
				// nothing that is padded may be a maximum
				result.addNode(Constants.ofFloats(name + "/lowest", new float[] { -Float.MAX_VALUE }));
				pad.addInput(name + "/lowest");
			}
			result.addNode(pad);
			result.addNode(node.toBuilder().setInput(0, name + "/padded").putAttr("padding", AttrValue.newBuilder().setS(
				ByteString.copyFromUtf8("VALID")).build()).removeAttr("explicit_paddings"));
		}
		return result.build();
	}
}
