/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.engine.tensorflow.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

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

	/** All 65536 of them, with subnormal numbers, infinities and NaN. */
	@Test
	void convertsFloat16AsTensorFlowDoes() {
		final int[] all = new int[1 << 16];
		for (int i = 0; i < all.length; i++)
			all[i] = i;
		final NodeDef constant = float16("c", all, all.length);
		assertArrayEquals(castByTensorFlow(constant, DataType.DT_HALF), Constants.floats(constant));
	}

	@Test
	void repeatsTheLastFloat16OfAShorterList() {
		assertArrayEquals(new float[] { 1, -2, -2, -2 }, Constants.floats(float16("c", new int[] { 0x3c00, 0xc000 }, 4)));
	}

	@Test
	void convertsBfloat16AsTensorFlowDoes() {
		final NodeDef constant = Constants.ofBfloat16("c", new float[] { 0.1f, -300, 1e-30f, 0 }, 4);
		assertArrayEquals(castByTensorFlow(constant, DataType.DT_BFLOAT16), Constants.floats(constant));
	}

	@Test
	void roundsToFloat16AsTensorFlowDoes() {
		final Random random = new Random(3);
		final float[] values = new float[20_000];
		for (int i = 0; i < values.length; i++)
			// from numbers that become zero over subnormal ones to the largest
			values[i] = (float) (random.nextGaussian() * Math.pow(2, -28 + 40 * random.nextDouble()));
		// ties, and numbers next to the largest
		final float[] special = { 0, -0f, 1 + 1f / 2048, 1 + 3f / 2048, 65504, 65519, 0x1p-24f, 0x1p-25f, 0x3p-25f, 0x1p-14f,
			0x1.ffep-15f };
		System.arraycopy(special, 0, values, 0, special.length);
		final float[] expected = castByTensorFlow(Constants.ofFloats("c", values, values.length), DataType.DT_FLOAT);
		assertArrayEquals(expected, Constants.floats(Constants.ofFloat16("c", values, values.length)));
	}

	@Test
	void refusesNumbersThatFloat16CannotHold() {
		assertThrows(IllegalArgumentException.class, () -> Constants.ofFloat16("c", new float[] { 1, 65520 }, 2));
		assertThrows(IllegalArgumentException.class, () -> Constants.ofFloat16("c", new float[] { Float.NaN }, 1));
	}

	/** A constant whose numbers are in the list of the protocol buffer, as TensorFlow writes small ones. */
	private static NodeDef float16(final String name, final int[] bits, final int count) {
		final NodeDef.Builder node = Constants.ofInts(name, new int[0], count).toBuilder();
		final AttrValue.Builder value = node.getAttrOrThrow("value").toBuilder();
		value.getTensorBuilder().clearTensorContent().setDtype(DataType.DT_HALF);
		for (final int one : bits)
			value.getTensorBuilder().addHalfVal(one);
		return node.putAttr("value", value.build()).putAttr("dtype", Constants.type(DataType.DT_HALF)).build();
	}

	/** The values after casts to float16 and to float32. */
	private static float[] castByTensorFlow(final NodeDef constant, final DataType type) {
		final GraphDef.Builder graph = GraphDef.newBuilder().addNode(constant);
		final boolean half = type != DataType.DT_FLOAT;
		if (!half) graph.addNode(cast("half", "c", type, DataType.DT_HALF));
		graph.addNode(cast("float", half ? "c" : "half", half ? type : DataType.DT_HALF, DataType.DT_FLOAT));
		try (Graph imported = new Graph()) {
			imported.importGraphDef(graph.build());
			try (Session session = new Session(imported); Tensor result = session.runner().fetch("float").run().get(0)) {
				final float[] values = new float[(int) result.shape().size()];
				((TFloat32) result).asRawTensor().data().asFloats().read(values);
				return values;
			}
		}
	}

	private static NodeDef cast(final String name, final String input, final DataType from, final DataType to) {
		return NodeDef.newBuilder().setName(name).setOp("Cast").addInput(input).putAttr("SrcT", Constants.type(from)).putAttr(
			"DstT", Constants.type(to)).build();
	}
}
