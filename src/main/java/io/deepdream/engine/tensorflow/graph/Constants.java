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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

import com.google.protobuf.ByteString;

/** Reads and creates Const nodes. */
public final class Constants {

	private static final Set<DataType> FLOATS = EnumSet.of(DataType.DT_FLOAT, DataType.DT_HALF, DataType.DT_BFLOAT16);

	private Constants() {}

	/** The shape of a constant. */
	public static int[] shape(final NodeDef constant) {
		return constant.getAttrOrThrow("value").getTensor().getTensorShape().getDimList().stream().mapToInt(
			d -> (int) d.getSize()).toArray();
	}

	/** Whether {@link #floats} can read a constant. */
	public static boolean isFloat(final NodeDef constant) {
		return FLOATS.contains(constant.getAttrOrThrow("value").getTensor().getDtype());
	}

	/** The values of a float32, float16 or bfloat16 constant, last dimension fastest. */
	public static float[] floats(final NodeDef constant) {
		final TensorProto tensor = constant.getAttrOrThrow("value").getTensor();
		if (!isFloat(constant)) throw new IllegalArgumentException(constant.getName() +
			" is not float32, float16 or bfloat16");
		final float[] result = new float[count(shape(constant))];
		final ByteBuffer content = tensor.getTensorContent().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
		if (tensor.getDtype() != DataType.DT_FLOAT) {
			final boolean float16 = tensor.getDtype() == DataType.DT_HALF;
			final ShortBuffer packed = content.asShortBuffer();
			// TensorFlow repeats the last value of a shorter list
			final int listed = tensor.getHalfValCount();
			for (int i = 0; i < result.length; i++) {
				final short bits = packed.hasRemaining() ? packed.get() : listed == 0 ? 0 : (short) tensor.getHalfVal(Math.min(i,
					listed - 1));
				result[i] = float16 ? Float16.value(bits) : Float.intBitsToFloat(bits << Short.SIZE);
			}
			return result;
		}
		if (content.hasRemaining()) {
			content.asFloatBuffer().get(result);
			return result;
		}
		final int listed = tensor.getFloatValCount();
		for (int i = 0; i < result.length; i++)
			result[i] = listed == 0 ? 0 : tensor.getFloatVal(Math.min(i, listed - 1));
		return result;
	}

	/** The values of an int32 or int64 constant. */
	public static int[] ints(final NodeDef constant) {
		final TensorProto tensor = constant.getAttrOrThrow("value").getTensor();
		final boolean int64 = tensor.getDtype() == DataType.DT_INT64;
		if (!int64 && tensor.getDtype() != DataType.DT_INT32) throw new IllegalArgumentException(constant.getName() +
			" is neither int32 nor int64");
		final int[] result = new int[count(shape(constant))];
		final ByteBuffer content = tensor.getTensorContent().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
		final int listed = int64 ? tensor.getInt64ValCount() : tensor.getIntValCount();
		for (int i = 0; i < result.length; i++) {
			if (content.hasRemaining()) result[i] = int64 ? Math.toIntExact(content.getLong()) : content.getInt();
			else if (listed > 0) result[i] = int64 ? Math.toIntExact(tensor.getInt64Val(Math.min(i, listed - 1))) : tensor
				.getIntVal(Math.min(i, listed - 1));
		}
		return result;
	}

	public static NodeDef ofFloats(final String name, final float[] values, final int... shape) {
		final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(FloatBuffer.wrap(values));
		return constant(name, DataType.DT_FLOAT, bytes, shape);
	}

	/**
	 * A bfloat16 constant; each value is rounded to the nearest bfloat16, ties to even.
	 *
	 * @param values finite values
	 */
	public static NodeDef ofBfloat16(final String name, final float[] values, final int... shape) {
		final ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final float value : values) {
			final int bits = Float.floatToRawIntBits(value);
			bytes.putShort((short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16));
		}
		bytes.flip();
		return constant(name, DataType.DT_BFLOAT16, bytes, shape);
	}

	/**
	 * A float16 constant; each value is rounded to the nearest float16, ties to even.
	 *
	 * @throws IllegalArgumentException if a value is not finite or exceeds the range of
	 *           float16, 65504
	 */
	public static NodeDef ofFloat16(final String name, final float[] values, final int... shape) {
		final ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final float value : values) {
			if (!Float16.holds(value)) throw new IllegalArgumentException(name + " contains " + value +
				", which float16 cannot hold");
			bytes.putShort(Float16.bits(value));
		}
		bytes.flip();
		return constant(name, DataType.DT_HALF, bytes, shape);
	}

	public static NodeDef ofInts(final String name, final int[] values, final int... shape) {
		final ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asIntBuffer().put(IntBuffer.wrap(values));
		return constant(name, DataType.DT_INT32, bytes, shape);
	}

	private static NodeDef constant(final String name, final DataType type, final ByteBuffer bytes,
		final int... shape)
	{
		final TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
		for (final int size : shape)
			dims.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
		final TensorProto tensor = TensorProto.newBuilder().setDtype(type).setTensorShape(dims).setTensorContent(
			ByteString.copyFrom(bytes)).build();
		return NodeDef.newBuilder().setName(name).setOp("Const").putAttr("dtype", type(type)).putAttr("value",
			AttrValue.newBuilder().setTensor(tensor).build()).build();
	}

	/** An attribute with a data type. */
	public static AttrValue type(final DataType type) {
		return AttrValue.newBuilder().setType(type).build();
	}

	private static int count(final int[] shape) {
		return Arrays.stream(shape).reduce(1, Math::multiplyExact);
	}
}
