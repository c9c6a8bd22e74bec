package io.deepdream.engine.tensorflow.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NodeDef;

import org.junit.jupiter.api.Test;

/** Reads and creates Const nodes. */
class ConstantsTest {

	@Test
	void readsAllEncodingsOfConstants() {
		final NodeDef.Builder repeated = Constants.ofFloats("s", new float[0], 2, 3).toBuilder();
		final AttrValue.Builder value = repeated.getAttrOrThrow("value").toBuilder();
		value.getTensorBuilder().clearTensorContent().addFloatVal(1).addFloatVal(7);
		repeated.putAttr("value", value.build());
		assertArrayEquals(new float[] { 1, 7, 7, 7, 7, 7 }, Constants.floats(repeated.build()));
		assertArrayEquals(new float[] { 3, -4 }, Constants.floats(Constants.ofFloats("t", new float[] { 3, -4 }, 2)));
		assertArrayEquals(new int[] { 2, 3 }, Constants.shape(repeated.build()));
	}
}
