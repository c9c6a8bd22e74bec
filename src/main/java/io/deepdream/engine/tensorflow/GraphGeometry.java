package io.deepdream.engine.tensorflow;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.Axis;
import io.deepdream.engine.Extent;

/**
 * What each layer of a graph sees of an input of a given length: followed through
 * kernels, strides, dilations and paddings, op by op. TensorFlow's SAME padding
 * depends on the length, so the length is part of the question.
 */
final class GraphGeometry {

	private static final Set<String> POINTWISE = new HashSet<>(Arrays.asList("Identity", "BiasAdd", "Relu", "Relu6",
		"Elu", "Selu", "LeakyRelu", "Sigmoid", "Tanh", "Softplus", "LRN", "Add", "AddV2", "AddN", "Sub", "Mul",
		"RealDiv", "Maximum", "Minimum", "ConcatV2", "FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3", "Rsqrt",
		"Sqrt", "Square", "Neg", "ReverseV2", "CheckNumerics", "StopGradient"));

	private final GraphDef graph;
	private final GraphNodes nodes;
	/** Few lengths occur, each for many tiles, and a walk through a large graph takes a millisecond. */
	private final Map<Axis, Map<Integer, Map<String, Extent>>> walked = new EnumMap<>(Axis.class);

	/** @param graph nodes in any order; its input is {@link InputConvention#PICTURE} */
	GraphGeometry(final GraphDef graph) {
		this.graph = graph;
		nodes = new GraphNodes(graph);
	}

	/**
	 * Every node that depends on the picture and keeps its two axes.
	 *
	 * @param pixels length of the picture along the axis
	 */
	Map<String, Extent> extents(final Axis axis, final int pixels) {
		return walked.computeIfAbsent(axis, a -> new HashMap<>()).computeIfAbsent(pixels, n -> walk(axis, n));
	}

	private Map<String, Extent> walk(final Axis axis, final int pixels) {
		final Map<String, Extent> known = new HashMap<>();
		known.put(InputConvention.PICTURE, new Extent(pixels, 1, 0, 0));
		// GraphDefs need not be sorted: repeat until nothing new is found
		boolean found = true;
		while (found) {
			found = false;
			for (final NodeDef node : graph.getNodeList()) {
				if (known.containsKey(node.getName())) continue;
				final Extent extent = extent(node, axis, known);
				if (extent != null) {
					known.put(node.getName(), extent);
					found = true;
				}
			}
		}
		return known;
	}

	private Extent extent(final NodeDef node, final Axis axis, final Map<String, Extent> known) {
		switch (node.getOp()) {
			case "Conv2D":
			case "DepthwiseConv2dNative":
				final NodeDef kernel = nodes.constant(node.getInput(1));
				final Extent seen = known.get(GraphNodes.nodeOf(node.getInput(0)));
				return kernel == null || seen == null ? null : window(seen, Constants.shape(kernel)[axis == Axis.HEIGHT
					? 0 : 1], node, axis);
			case "MaxPool":
			case "AvgPool":
				final Extent pooled = known.get(GraphNodes.nodeOf(node.getInput(0)));
				return pooled == null ? null : window(pooled, attribute(node, "ksize", axis), node, axis);
			default:
				return POINTWISE.contains(node.getOp()) ? merge(node, known) : null;
		}
	}

	/** All inputs that are no constants must be known, with equal strides and lengths. */
	private Extent merge(final NodeDef node, final Map<String, Extent> known) {
		Extent all = null;
		for (final String source : GraphNodes.sources(node)) {
			final Extent one = known.get(source);
			if (one == null) {
				if (nodes.upstreamOf(List.of(source)).contains(InputConvention.PICTURE)) return null;
				continue;
			}
			if (all != null && (all.stride() != one.stride() || all.positions() != one.positions())) return null;
			all = all == null ? one : new Extent(all.positions(), all.stride(), Math.min(all.first(), one.first()),
				Math.max(all.last(), one.last()));
		}
		return all;
	}

	private static Extent window(final Extent in, final int kernel, final NodeDef node, final Axis axis) {
		if ("NCHW".equals(text(node, "data_format"))) return null;
		final int stride = attribute(node, "strides", axis);
		final int reach = (kernel - 1) * attribute(node, "dilations", axis);
		final int n = in.positions();
		final int positions;
		final int before;
		switch (text(node, "padding")) {
			case "SAME":
				positions = (n + stride - 1) / stride;
				before = Math.max((positions - 1) * stride + reach + 1 - n, 0) / 2;
				break;
			case "VALID":
				positions = Math.max(0, (n - reach - 1 + stride) / stride);
				before = 0;
				break;
			default:
				return null;
		}
		return new Extent(positions, in.stride() * stride, in.first() - before * in.stride(), in.last() + (reach -
			before) * in.stride());
	}

	/** A number of a four-number NHWC attribute; 1 where the op lacks it. */
	private static int attribute(final NodeDef node, final String name, final Axis axis) {
		if (!node.containsAttr(name)) return 1;
		final List<Long> numbers = node.getAttrOrThrow(name).getList().getIList();
		return numbers.size() == 4 ? numbers.get(axis == Axis.HEIGHT ? 1 : 2).intValue() : 1;
	}

	private static String text(final NodeDef node, final String attribute) {
		return node.containsAttr(attribute) ? node.getAttrOrThrow(attribute).getS().toStringUtf8() : "";
	}
}
