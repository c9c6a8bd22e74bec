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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * Evaluates the integers that a network computes from the shapes of its layers, such as
 * the size to which a decoder enlarges a layer. Lengths that are not known, and all that
 * depends on them, are unknown.
 */
public final class ShapeValues {

	private static final Map<String, IntBinaryOperator> ARITHMETIC = Map.ofEntries(Map.entry("Add", Math::addExact),
		Map.entry("AddV2",
		Math::addExact), Map.entry("Sub", Math::subtractExact), Map.entry("Mul", Math::multiplyExact), Map.entry("Maximum",
			Math::max), Map.entry("Minimum", Math::min), Map.entry("FloorDiv", Math::floorDiv), Map.entry("FloorMod",
				Math::floorMod), Map.entry("Div", (a, b) -> a / b), Map.entry("RealDiv", Math::floorDiv), Map.entry("Mod", (a,
				b) -> a %
					b));

	private final GraphNodes nodes;
	private final Function<String, IntTensor> shapes;
	private final Map<String, IntTensor> cache = new HashMap<>();

	/** Without any known length. */
	public ShapeValues(final GraphNodes nodes) {
		this(nodes, input -> null);
	}

	/** @param shapes the shape of the tensor of an input; null if nothing is known */
	ShapeValues(final GraphNodes nodes, final Function<String, IntTensor> shapes) {
		this.nodes = nodes;
		this.shapes = shapes;
	}

	/** The integers at some indices, in the order of memory, of an input; null if one of them is unknown. */
	public int[] ints(final String input, final int... indices) {
		final IntTensor tensor = of(input);
		if (tensor == null) return null;
		final int[] result = new int[indices.length];
		for (int i = 0; i < indices.length; i++) {
			if (tensor.get(indices[i]) == null) return null;
			result[i] = tensor.get(indices[i]);
		}
		return result;
	}

	/** The integers of an input; null if they are unknown. */
	IntTensor of(final String input) {
		if (input.startsWith("^") || input.matches(".*:[1-9]\\d*")) return null;
		final String name = GraphNodes.nodeOf(input);
		if (!cache.containsKey(name)) {
			final NodeDef node = nodes.get(name);
			cache.put(name, null);
			try {
				cache.put(name, node == null ? null : evaluate(node));
			}
			catch (final ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException exc) {
				// not a computation of shapes
				return null;
			}
		}
		return cache.get(name);
	}

	private IntTensor evaluate(final NodeDef node) {
		switch (node.getOp()) {
			case "Const":
				return constant(node);
			case "Identity":
			case "Cast":
			case "StopGradient":
				return of(node.getInput(0));
			case "Shape":
				return shapes.apply(node.getInput(0));
			case "Pack":
				return pack(node);
			case "ConcatV2":
				return concat(node);
			case "StridedSlice":
				return stridedSlice(node);
			case "Squeeze":
			case "Reshape":
			case "ExpandDims":
				return reshape(node);
			case "GatherV2":
				final IntTensor from = of(node.getInput(0));
				final IntTensor index = of(node.getInput(1));
				return from == null || index == null || index.size() != 1 ||
					index.get(0) == null ? null : new IntTensor(index.shape(), from
					.get(Math.floorMod(index.get(0), from.size())));
			case "Neg":
				final IntTensor value = of(node.getInput(0));
				return value == null ? null : combine(new IntTensor(new int[0], 0), value, Math::subtractExact);
			case "Prod":
				return product(of(node.getInput(0)));
			default:
				final IntBinaryOperator operator = ARITHMETIC.get(node.getOp());
				if (operator == null) return null;
				final IntTensor a = of(node.getInput(0));
				final IntTensor b = of(node.getInput(1));
				return a == null || b == null ? null : combine(a, b, operator);
		}
	}

	private static IntTensor constant(final NodeDef node) {
		final DataType type = node.getAttrOrThrow("dtype").getType();
		final int[] shape = Constants.shape(node);
		if (type == DataType.DT_INT32 || type == DataType.DT_INT64) return new IntTensor(shape,
			Arrays.stream(Constants.ints(node))
			.boxed().toArray(Integer[]::new));
		if (type != DataType.DT_FLOAT || Arrays.stream(shape).reduce(1, (x, y) -> x * y) > 8) return null;
		// sizes that are computed in float32
		final float[] floats = Constants.floats(node);
		final Integer[] values = new Integer[floats.length];
		for (int i = 0; i < floats.length; i++)
			if (floats[i] == Math.rint(floats[i])) values[i] = (int) floats[i];
		return new IntTensor(shape, values);
	}

	private static IntTensor product(final IntTensor values) {
		if (values == null) return null;
		Integer product = 1;
		for (int i = 0; i < values.size(); i++)
			product = product == null || values.get(i) == null ? null : Integer.valueOf(Math.multiplyExact(product,
			values.get(i)));
		return new IntTensor(new int[0], product);
	}

	private static IntTensor combine(final IntTensor a, final IntTensor b, final IntBinaryOperator operator) {
		final IntTensor larger = a.size() >= b.size() ? a : b;
		if (a.size() != b.size() && a.size() != 1 && b.size() != 1) return null;
		final Integer[] result = new Integer[larger.size()];
		for (int i = 0; i < result.length; i++) {
			final Integer x = a.get(a.size() == 1 ? 0 : i);
			final Integer y = b.get(b.size() == 1 ? 0 : i);
			if (x != null && y != null) result[i] = operator.applyAsInt(x, y);
		}
		return new IntTensor(larger.shape(), result);
	}

	private IntTensor pack(final NodeDef node) {
		final int axis = node.containsAttr("axis") ? (int) node.getAttrOrThrow("axis").getI() : 0;
		final List<IntTensor> parts = new ArrayList<>();
		for (int i = 0; i < node.getAttrOrThrow("N").getI(); i++)
			parts.add(of(node.getInput(i)));
		final IntTensor known = parts.stream().filter(part -> part != null).findFirst().orElse(null);
		final int[] shape = known == null ? new int[0] : known.shape();
		if (known != null && axis != 0 && axis != shape.length) return null;
		final int size = known == null ? 1 : known.size();
		final int n = parts.size();
		final Integer[] values = new Integer[n * size];
		for (int i = 0; i < n; i++)
			for (int k = 0; k < size && parts.get(i) != null; k++)
				values[axis == 0 ? i * size + k : k * n + i] = parts.get(i).get(k);
		final int[] packed = Arrays.copyOf(shape, shape.length + 1);
		if (axis == 0) {
			System.arraycopy(shape, 0, packed, 1, shape.length);
			packed[0] = n;
		}
		else packed[shape.length] = n;
		return new IntTensor(packed, values);
	}

	/** Of vectors. */
	private IntTensor concat(final NodeDef node) {
		final List<Integer> values = new ArrayList<>();
		for (int i = 0; i < node.getAttrOrThrow("N").getI(); i++) {
			final IntTensor part = of(node.getInput(i));
			if (part == null || part.shape().length != 1) return null;
			for (int k = 0; k < part.size(); k++)
				values.add(part.get(k));
		}
		return IntTensor.vector(values.toArray(new Integer[0]));
	}

	private IntTensor reshape(final NodeDef node) {
		final IntTensor values = of(node.getInput(0));
		if (values == null) return null;
		if (node.getOp().equals("ExpandDims") || node.getOp().equals("Reshape") &&
			values.size() != 1) return values.withShape(values
			.size());
		// a single value, as a scalar, or in a vector
		final IntTensor target = node.getOp().equals("Reshape") ? of(node.getInput(1)) : null;
		return values.withShape(target != null && target.size() == 1 || values.size() != 1 ? new int[] { values.size() }
			: new int[0]);
	}

	private IntTensor stridedSlice(final NodeDef node) {
		final IntTensor input = of(node.getInput(0));
		final IntTensor begin = of(node.getInput(1));
		final IntTensor end = of(node.getInput(2));
		final IntTensor strides = of(node.getInput(3));
		if (input == null || begin == null || end == null || strides == null || mask(node, "ellipsis_mask") != 0 ||
			mask(node,
			"new_axis_mask") != 0) return null;
		final int rank = input.shape().length;
		final int[] first = new int[rank];
		final int[] steps = new int[rank];
		final int[] count = new int[rank];
		final boolean[] drop = new boolean[rank];
		for (int d = 0; d < rank; d++) {
			final int length = input.shape()[d];
			steps[d] = 1;
			count[d] = length;
			if (d >= begin.size()) continue;
			final boolean toEnd = (mask(node, "end_mask") >> d & 1) != 0;
			final boolean fromBegin = (mask(node, "begin_mask") >> d & 1) != 0;
			drop[d] = (mask(node, "shrink_axis_mask") >> d & 1) != 0;
			if (begin.get(d) == null || end.get(d) == null || strides.get(d) == null || strides.get(d) != 1) return null;
			first[d] = fromBegin ? 0 : limited(begin.get(d), length);
			count[d] = drop[d] ? 1 : Math.max(0, (toEnd ? length : limited(end.get(d), length)) - first[d]);
		}
		return input.part(first, steps, count, drop);
	}

	private static int mask(final NodeDef node, final String name) {
		return node.containsAttr(name) ? (int) node.getAttrOrThrow(name).getI() : 0;
	}

	private static int limited(final int index, final int length) {
		return Math.max(0, Math.min(length, index < 0 ? index + length : index));
	}
}
