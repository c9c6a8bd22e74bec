package io.deepdream.engine.tensorflow.load;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * Replaces Concat, whose axis is the first input, by ConcatV2, whose axis is the last:
 * TensorFlow has no gradient of Concat.
 */
final class ConcatToV2 implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphDef.Builder result = graph.toBuilder();
		for (final NodeDef.Builder node : result.getNodeBuilderList()) {
			if (!node.getOp().equals("Concat")) continue;
			final String axis = node.getInput(0);
			final int n = (int) node.getAttrOrThrow("N").getI();
			final NodeDef old = node.build();
			node.setOp("ConcatV2").clearInput();
			for (int i = 1; i <= n; i++)
				node.addInput(old.getInput(i));
			node.addInput(axis);
			// control inputs follow the data inputs
			for (int i = n + 1; i < old.getInputCount(); i++)
				node.addInput(old.getInput(i));
			node.putAttr("Tidx", AttrValue.newBuilder().setType(DataType.DT_INT32).build());
		}
		return result.build();
	}
}
