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
		"Sub", "Mul", "Div", "RealDiv", "SquaredDifference", "Maximum", "Minimum", "ClipByValue",
		"FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3", "Rsqrt", "Sqrt", "Square", "Neg", "ReverseV2",
		"CheckNumerics", "StopGradient", "PreventGradient", "Snapshot", "FakeQuantWithMinMaxArgs",
		"FakeQuantWithMinMaxVars", "Floor", "Round", "Sign");

	private static final Set<String> KEEPS_GLOBAL = Set.of("Reshape", "Squeeze", "ExpandDims", "MatMul");

	/**
	 * Marks globally pooled values: one per channel, without spatial axes. A layer that is
	 * combined with them depends on all pixels.
	 */
	private static final ReceptiveField GLOBAL = new ReceptiveField(1, 0, 0, 0);

	private final GraphNodes nodes;
	private final Set<String> dependent;
	private final Axis axis;
	private final int pixels;
	private final Map<String, ReceptiveField> fields = new HashMap<>();

	/**
	 * @param order the graph's nodes in topological order
	 * @param dependent names of the nodes that depend on the image
	 */
	ReceptiveFieldInference(final GraphNodes nodes, final List<NodeDef> order, final Set<String> dependent, final Axis axis,
		final int pixels)
	{
		this.nodes = nodes;
		this.dependent = dependent;
		this.axis = axis;
		this.pixels = pixels;
		fields.put(PictureNode.NAME, new ReceptiveField(pixels, 1, 0, 0));
		for (final NodeDef node : order) {
			if (fields.containsKey(node.getName()) || !dependent.contains(node.getName())) continue;
			final ReceptiveField field = receptiveField(node);
			if (field != null) fields.put(node.getName(), field);
		}
		fields.values().removeIf(field -> field == GLOBAL);
	}

	/** The receptive fields of all nodes that depend on the image and keep its spatial axes, by name of the node. */
	Map<String, ReceptiveField> receptiveFields() {
		return fields;
	}

	private ReceptiveField receptiveField(final NodeDef node) {
		final ReceptiveField in = node.getInputCount() == 0 ? null : fields.get(GraphNodes.nodeOf(node.getInput(0)));
		switch (node.getOp()) {
			case "Conv2D":
			case "DepthwiseConv2dNative":
				final NodeDef kernel = nodes.constant(node.getInput(1));
				return in == null || kernel == null ? null : window(in, Constants.shape(kernel)[axis == Axis.HEIGHT ? 0 : 1],
					node);
			case "MaxPool":
			case "AvgPool":
				return in == null ? null : window(in, attribute(node, "ksize"), node);
			case "Pad":
			case "PadV2":
			case "MirrorPad":
				return in == null || in == GLOBAL ? null : padded(in, nodes.constant(node.getInput(1)));
			case "Split":
				return alongChannels(fields.get(GraphNodes.nodeOf(node.getInput(1))), nodes.constant(node.getInput(0)));
			case "SplitV":
				return alongChannels(in, nodes.constant(node.getInput(2)));
			case "Mean":
			case "Max":
			case "Sum":
				return in == null ? null : reduced(in, nodes.constant(node.getInput(1)));
			case "ConcatV2":
				return alongChannels(merge(node), nodes.constant(node.getInput((int) node.getAttrOrThrow("N").getI())));
			default:
				if (POINTWISE.contains(node.getOp())) return merge(node);
				return in == GLOBAL && KEEPS_GLOBAL.contains(node.getOp()) ? GLOBAL : null;
		}
	}

	private ReceptiveField padded(final ReceptiveField in, final NodeDef paddings) {
		if (paddings == null) return null;
		final int[] numbers = Constants.ints(paddings);
		if (numbers.length != 8) return null;
		final int before = numbers[axis == Axis.HEIGHT ? 2 : 4];
		final int after = numbers[axis == Axis.HEIGHT ? 3 : 5];
		return new ReceptiveField(in.positions() + before + after, in.stride(), in.first() - before * in.stride(), in.last() -
			before * in.stride());
	}

	/** Splitting and concatenating along the channel axis keeps the spatial axes. */
	private static ReceptiveField alongChannels(final ReceptiveField in, final NodeDef axis) {
		if (axis == null) return null;
		final int index = Constants.ints(axis)[0];
		return index == 3 || index == -1 ? in : null;
	}

	/** A reduction over exactly the two spatial axes yields one value per channel. */
	private static ReceptiveField reduced(final ReceptiveField in, final NodeDef axes) {
		if (axes == null || in == GLOBAL) return null;
		boolean rows = false;
		boolean columns = false;
		for (final int one : Constants.ints(axes)) {
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
			if (all != null && (all.stride() != one.stride() || all.positions() != one.positions())) return null;
			all = all == null ? one : new ReceptiveField(all.positions(), all.stride(), Math.min(all.first(), one.first()), Math.max(
				all.last(), one.last()));
		}
		if (all == null) return global ? GLOBAL : null;
		if (!global) return all;
		// concatenation does not broadcast
		if (node.getOp().equals("ConcatV2")) return null;
		return new ReceptiveField(all.positions(), all.stride(), Math.min(all.first(), (1 - all.positions()) * all.stride()), Math
			.max(all.last(), pixels - 1));
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
		if ("NCHW".equals(text(node, "data_format"))) return null;
		// a 1x1 convolution of pooled values, as in squeeze-and-excitation
		if (in == GLOBAL) return kernel == 1 ? GLOBAL : null;
		final int stride = attribute(node, "strides");
		final int kernelExtent = (kernel - 1) * attribute(node, "dilations");
		final int n = in.positions();
		final int positions;
		final int before;
		switch (text(node, "padding")) {
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
		return new ReceptiveField(positions, in.stride() * stride, in.first() - before * in.stride(), in.last() + (kernelExtent -
			before) * in.stride());
	}

	/** The value of an NHWC attribute along the axis; 1 if the operation lacks the attribute. */
	private int attribute(final NodeDef node, final String name) {
		if (!node.containsAttr(name)) return 1;
		final List<Long> numbers = node.getAttrOrThrow(name).getList().getIList();
		return numbers.size() == 4 ? numbers.get(axis == Axis.HEIGHT ? 1 : 2).intValue() : 1;
	}

	private static String text(final NodeDef node, final String attribute) {
		return node.containsAttr(attribute) ? node.getAttrOrThrow(attribute).getS().toStringUtf8() : "";
	}
}
