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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.Axis;
import io.deepdream.engine.ReceptiveField;

/**
 * Infers the receptive field of each node along one axis from those of its inputs, in
 * one pass through the graph, for an image of a given length.
 */
final class ReceptiveFieldInference {

	private static final Set<String> POINTWISE = Set.of("Identity", "BiasAdd", "Relu", "Relu6", "Elu", "Selu", "LeakyRelu",
		"Sigmoid", "Tanh", "Softplus", "Softsign", "Erf", "Exp", "Log", "Log1p", "Pow", "Abs", "LRN", "Add", "AddV2", "AddN",
		"Sub", "Mul", "Div", "RealDiv", "Cast", "SquaredDifference", "Maximum", "Minimum", "ClipByValue",
		"FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3", "Rsqrt", "Sqrt", "Square", "Neg", "Softmax",
		"CheckNumerics", "StopGradient", "PreventGradient", "Snapshot", "FakeQuantWithMinMaxArgs",
		"FakeQuantWithMinMaxVars", "Floor", "Round", "Sign");

	private static final Set<String> KEEPS_GLOBAL = Set.of("Squeeze", "ExpandDims", "MatMul");

	/**
	 * Marks globally pooled values: one per channel, without spatial axes. A layer that is
	 * combined with them depends on all pixels.
	 */
	private static final ReceptiveField GLOBAL = new ReceptiveField(1, 0, 0, 0);

	private final GraphNodes nodes;
	private final Set<String> dependent;
	private final Axis axis;
	private final int pixels;
	private final ShapeValues values;
	private final Map<String, ReceptiveField> fields = new HashMap<>();

	/**
	 * @param order the graph's nodes in topological order
	 * @param dependent names of the nodes whose values depend on the image and on nothing
	 *          unknown
	 */
	ReceptiveFieldInference(final GraphNodes nodes, final List<NodeDef> order, final Set<String> dependent, final Axis axis,
		final int pixels)
	{
		this.nodes = nodes;
		this.dependent = dependent;
		this.axis = axis;
		this.pixels = pixels;
		values = new ShapeValues(nodes, this::shape);
		fields.put(PictureNode.NAME, new ReceptiveField(pixels, 1, 0, 0));
		for (final NodeDef node : order) {
			if (fields.containsKey(node.getName()) || !dependent.contains(node.getName())) continue;
			final ReceptiveField field = receptiveField(node);
			if (field != null) fields.put(node.getName(), field);
		}
	}

	/** The receptive fields of all nodes that depend on the image and keep its spatial axes, by name of the node. */
	Map<String, ReceptiveField> receptiveFields() {
		final Map<String, ReceptiveField> result = new HashMap<>(fields);
		result.values().removeIf(field -> field == GLOBAL);
		return result;
	}

	/** Whether a node depends on the image, but has no spatial axes. */
	boolean isGlobal(final String node) {
		return fields.get(node) == GLOBAL;
	}

	/** Whether a node's receptive field is known, or it has no spatial axes. */
	boolean isKnown(final String node) {
		return fields.containsKey(node);
	}

	/** The first node on the way from the image to another one through which it cannot be followed; null if it is known. */
	NodeDef obstacle(final String node) {
		if (fields.containsKey(node)) return null;
		for (final String source : GraphNodes.sources(nodes.get(node)))
			if (dependent.contains(source) && !fields.containsKey(source)) return obstacle(source);
		return nodes.get(node);
	}

	/** What is known of the shape of an input: rows or columns, depending on the axis. */
	private IntTensor shape(final String input) {
		final NodeDef constant = nodes.constant(input);
		if (constant != null) return IntTensor.vector(Arrays.stream(Constants.shape(constant)).boxed().toArray(Integer[]::new));
		final ReceptiveField field = fields.get(GraphNodes.nodeOf(input));
		if (field == null || field == GLOBAL) return null;
		final Integer[] shape = new Integer[4];
		shape[spatialIndex()] = field.positions();
		return IntTensor.vector(shape);
	}

	/** The index of the axis in a shape. */
	private int spatialIndex() {
		return axis == Axis.HEIGHT ? 1 : 2;
	}

	private ReceptiveField field(final NodeDef node, final int input) {
		return node.getInputCount() <= input ? null : fields.get(GraphNodes.nodeOf(node.getInput(input)));
	}

	private ReceptiveField receptiveField(final NodeDef node) {
		final ReceptiveField in = field(node, 0);
		switch (node.getOp()) {
			case "Conv2D":
			case "DepthwiseConv2dNative":
				final NodeDef kernel = nodes.constant(node.getInput(1));
				return in == null || kernel == null ? null : window(in, Constants.shape(kernel)[spatialIndex() - 1], node);
			case "Conv2DBackpropInput":
				return transposed(field(node, 2), nodes.constant(node.getInput(1)), values.of(node.getInput(0)), node);
			case "MaxPool":
			case "AvgPool":
				return in == null ? null : window(in, attribute(node, "ksize"), node);
			case "Pad":
			case "PadV2":
			case "MirrorPad":
				return isSpatial(in) ? padded(in, values.of(node.getInput(1))) : null;
			case "ResizeNearestNeighbor":
			case "ResizeBilinear":
				return isSpatial(in) ? new Resampling(in, node).receptiveField(values.of(node.getInput(1)),
				spatialIndex() - 1, pixels)
					: null;
			case "DepthToSpace":
			case "SpaceToDepth":
				return isSpatial(in) && !isNchw(node) ? blocks(in, (int) node.getAttrOrThrow("block_size").getI(), node) : null;
			case "StridedSlice":
				return isSpatial(in) ? stridedSlice(in, node) : null;
			case "Slice":
				return isSpatial(in) ? slice(in, values.of(node.getInput(1)), values.of(node.getInput(2))) : null;
			case "Reshape":
				return in == GLOBAL ? GLOBAL : repeated(node);
			case "Split":
				return alongChannels(field(node, 1), nodes.constant(node.getInput(0)));
			case "SplitV":
				return alongChannels(in, nodes.constant(node.getInput(2)));
			case "ReverseV2":
				return alongChannels(in, nodes.constant(node.getInput(1)));
			case "Mean":
			case "Max":
			case "Sum":
				return in == null ? null : reduced(in, nodes.constant(node.getInput(1)), node);
			case "ConcatV2":
				return alongChannels(merge(node), nodes.constant(node.getInput((int) node.getAttrOrThrow("N").getI())));
			default:
				if (POINTWISE.contains(node.getOp())) return merge(node);
				return in == GLOBAL && KEEPS_GLOBAL.contains(node.getOp()) ? GLOBAL : null;
		}
	}

	private static boolean isSpatial(final ReceptiveField field) {
		return field != null && field != GLOBAL;
	}

	private static boolean isNchw(final NodeDef node) {
		return "NCHW".equals(Nodes.text(node, "data_format"));
	}

	private ReceptiveField padded(final ReceptiveField in, final IntTensor paddings) {
		if (paddings == null || paddings.size() != 8) return null;
		final Integer before = paddings.get(2 * spatialIndex());
		final Integer after = paddings.get(2 * spatialIndex() + 1);
		if (before == null || after == null) return null;
		return FieldArithmetic.shift(in, in.positions() + before + after, -before);
	}

	/** Splitting, concatenating and reversing along the channel axis keeps the spatial axes. */
	private static ReceptiveField alongChannels(final ReceptiveField in, final NodeDef axis) {
		if (axis == null) return null;
		final int[] index = Constants.ints(axis);
		return index.length == 1 && (index[0] == 3 || index[0] == -1) ? in : null;
	}

	/**
	 * A reduction over exactly the two spatial axes yields one value per channel, one over
	 * the channels a value for each position.
	 */
	private static ReceptiveField reduced(final ReceptiveField in, final NodeDef axes, final NodeDef node) {
		if (axes == null || in == GLOBAL) return null;
		final int[] all = Constants.ints(axes);
		final boolean keepsAxes = node.containsAttr("keep_dims") && node.getAttrOrThrow("keep_dims").getB();
		if (all.length == 1 && (all[0] == 3 || all[0] == -1)) return keepsAxes ? in : null;
		boolean rows = false;
		boolean columns = false;
		for (final int one : all) {
			rows |= one == 1 || one == -3;
			columns |= one == 2 || one == -2;
			if (one == 0 || one == -4 || one == 3 || one == -1) return null;
		}
		return rows && columns ? GLOBAL : null;
	}

	/**
	 * Combines the inputs. Those that depend on the image must have known receptive fields
	 * with equal strides and numbers of positions.
	 */
	private ReceptiveField merge(final NodeDef node) {
		ReceptiveField all = null;
		boolean global = Nodes.isBatchNormalisation(node) && Nodes.usesBatchStatistics(node);
		for (final String source : GraphNodes.sources(node)) {
			final ReceptiveField one = fields.get(source);
			if (one == null) {
				if (dependent.contains(source) || !isPerChannel(source)) return null;
				continue;
			}
			if (one == GLOBAL) {
				global = true;
				continue;
			}
			all = all == null ? one : FieldArithmetic.union(all, one);
			if (all == null) return null;
		}
		if (all == null) return global ? GLOBAL : null;
		if (!global) return all;
		// concatenation does not broadcast
		return node.getOp().equals("ConcatV2") ? null : FieldArithmetic.whole(all, pixels);
	}

	/** Whether a constant has at most one value per channel; others fit images of one size only. */
	private boolean isPerChannel(final String source) {
		final NodeDef constant = nodes.constant(source);
		if (constant == null) return true;
		final int[] shape = Constants.shape(constant);
		if (shape.length < 2) return true;
		for (int i = 0; i < shape.length - 1; i++)
			if (shape[i] != 1) return false;
		return true;
	}

	private ReceptiveField window(final ReceptiveField in, final int kernel, final NodeDef node) {
		if (isNchw(node)) return null;
		// a 1x1 convolution of pooled values, as in squeeze-and-excitation
		if (in == GLOBAL) return kernel == 1 ? GLOBAL : null;
		final int stride = attribute(node, "strides");
		final int kernelExtent = (kernel - 1) * attribute(node, "dilations");
		final int n = in.positions();
		final int positions;
		final int before;
		switch (Nodes.text(node, "padding")) {
			case "SAME":
				positions = (n + stride - 1) / stride;
				before = Math.max((positions - 1) * stride + kernelExtent + 1 - n, 0) / 2;
				break;
			case "VALID":
				positions = Math.max(0, (n - kernelExtent - 1 + stride) / stride);
				before = 0;
				break;
			default:
				return null;
		}
		return FieldArithmetic.compose(in, positions, 1, stride, j -> j * stride - before, j -> j * stride - before +
			kernelExtent);
	}

	/** A transposed convolution: the backward pass of a convolution from the output to the input. */
	private ReceptiveField transposed(final ReceptiveField in, final NodeDef kernel, final IntTensor sizes,
		final NodeDef node) {
		if (!isSpatial(in) || kernel == null || sizes == null || isNchw(node) || !Nodes.allOnes(node,
			"dilations")) return null;
		// the size of the output is [batch, rows, columns, channels], or [rows, columns]
		final Integer positions = sizes.get(sizes.size() == 2 ? spatialIndex() - 1 : spatialIndex());
		if (positions == null) return null;
		final int extent = Constants.shape(kernel)[spatialIndex() - 1] - 1;
		final int stride = attribute(node, "strides");
		final int before;
		switch (Nodes.text(node, "padding")) {
			case "SAME":
				before = Math.max((in.positions() - 1) * stride + extent + 1 - positions, 0) / 2;
				break;
			case "VALID":
				before = 0;
				break;
			default:
				before = (int) node.getAttrOrThrow("explicit_paddings").getList().getI(2 * spatialIndex());
		}
		// with a stride larger than the kernel, some positions read nothing
		return FieldArithmetic.compose(in, positions, stride, 1, j -> Math.min(-Math.floorDiv(extent - before - j,
		stride), Math.floorDiv(
			j + before, stride)), j -> Math.floorDiv(j + before, stride));
	}

	private static ReceptiveField blocks(final ReceptiveField in, final int size, final NodeDef node) {
		if (node.getOp().equals("SpaceToDepth") && in.positions() % size > 0) return null;
		return node.getOp().equals("SpaceToDepth") ? FieldArithmetic.compose(in, in.positions() / size, 1, size, j ->
			j * size,
			j -> j * size + size - 1) : enlarged(in, size);
	}

	/** Each position is repeated. */
	private static ReceptiveField enlarged(final ReceptiveField in, final int factor) {
		return FieldArithmetic.compose(in, in.positions() * factor, factor, 1, j -> Math.floorDiv(j, factor), j ->
			Math.floorDiv(j,
			factor));
	}

	private ReceptiveField stridedSlice(final ReceptiveField in, final NodeDef node) {
		for (final String mask : new String[] { "ellipsis_mask", "new_axis_mask", "shrink_axis_mask" })
			if (node.containsAttr(mask) && node.getAttrOrThrow(mask).getI() != 0) return null;
		final IntTensor begin = values.of(node.getInput(1));
		final IntTensor end = values.of(node.getInput(2));
		final IntTensor strides = values.of(node.getInput(3));
		if (begin == null || end == null || strides == null) return null;
		final int d = spatialIndex();
		if (d >= begin.size()) return in;
		final int n = in.positions();
		final Integer from = masked(node, "begin_mask") ? Integer.valueOf(0) : begin.get(d);
		final Integer to = masked(node, "end_mask") ? Integer.valueOf(n) : end.get(d);
		final Integer step = strides.get(d);
		if (from == null || to == null || step == null || step < 1) return null;
		final int first = limited(from, n);
		return cropped(in, first, Math.max(0, limited(to, n) - first), step);
	}

	/**
	 * Includes as many positions beside each as are cropped, although it does not read them:
	 * in a tile, those at its border are cropped too, and a halo has to contain them.
	 */
	private static ReceptiveField cropped(final ReceptiveField in, final int before, final int length, final int step) {
		final int all = in.positions() - length;
		return FieldArithmetic.compose(in, (length + step - 1) / step, 1, step, j -> j * step, j -> j * step +
			Math.max(all, before));
	}

	private boolean masked(final NodeDef node, final String mask) {
		return node.containsAttr(mask) && (node.getAttrOrThrow(mask).getI() >> spatialIndex() & 1) != 0;
	}

	private static int limited(final int index, final int length) {
		return Math.max(0, Math.min(length, index < 0 ? index + length : index));
	}

	private ReceptiveField slice(final ReceptiveField in, final IntTensor begin, final IntTensor size) {
		final Integer from = begin == null ? null : begin.get(spatialIndex());
		final Integer count = size == null ? null : size.get(spatialIndex());
		if (from == null || count == null) return null;
		return cropped(in, from, count < 0 ? Math.max(0, in.positions() - from) : count, 1);
	}

	/**
	 * Enlarging by repetition, as Keras writes it: a new axis after the rows or columns, or
	 * after both, copies along it, and a reshape.
	 */
	private ReceptiveField repeated(final NodeDef reshape) {
		final NodeDef tile = nodes.get(GraphNodes.nodeOf(reshape.getInput(0)));
		if (tile == null || !tile.getOp().equals("Tile")) return null;
		final NodeDef added = nodes.get(GraphNodes.nodeOf(tile.getInput(0)));
		final IntTensor copies = values.of(tile.getInput(1));
		final ReceptiveField in = added == null ? null : field(added, 0);
		if (copies == null || !isSpatial(in)) return null;
		final int rows;
		final int columns;
		if (added.getOp().equals("ExpandDims") && copies.size() == 5) {
			final IntTensor index = values.of(added.getInput(1));
			if (index == null || index.get(0) == null) return null;
			rows = Math.floorMod(index.get(0), 5) == 2 ? 2 : 0;
			columns = Math.floorMod(index.get(0), 5) == 3 ? 3 : 0;
		}
		else if (added.getOp().equals("Reshape") && copies.size() == 6) {
			rows = 2;
			columns = 4;
		}
		else return null;
		for (int i = 0; i < copies.size(); i++)
			if (copies.get(i) == null || i != rows && i != columns && copies.get(i) != 1) return null;
		final int index = axis == Axis.HEIGHT ? rows : columns;
		final ReceptiveField result = index == 0 ? in : enlarged(in, copies.get(index));
		final IntTensor shape = values.of(reshape.getInput(1));
		final Integer positions = shape == null ? null : shape.get(spatialIndex());
		return positions == null || positions < 0 || positions == result.positions() ? result : null;
	}

	/** The value of an NHWC attribute along the axis; 1 if the operation lacks the attribute. */
	private int attribute(final NodeDef node, final String name) {
		if (!node.containsAttr(name)) return 1;
		final List<Long> numbers = node.getAttrOrThrow(name).getList().getIList();
		return numbers.size() == 4 ? numbers.get(spatialIndex()).intValue() : 1;
	}
}
