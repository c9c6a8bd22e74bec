package io.deepdream.engine.tensorflow.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deepdream.engine.Axis;
import io.deepdream.engine.ReceptiveField;
import org.tensorflow.proto.NodeDef;

/**
 * One pass through a graph along one axis, for a picture of one length: derives each
 * node's receptive field from those of its inputs.
 */
final class GraphWalk {

	private static final Set<String> POINTWISE = Set.of("Identity", "BiasAdd", "Relu", "Relu6", "Elu", "Selu", "LeakyRelu",
		"Sigmoid", "Tanh", "Softplus", "Softsign", "Erf", "Exp", "Log", "Log1p", "Pow", "Abs", "LRN", "Add", "AddV2", "AddN",
		"Sub", "Mul", "Div", "RealDiv", "SquaredDifference", "Maximum", "Minimum", "ClipByValue",
		"FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3", "Rsqrt", "Sqrt", "Square", "Neg", "ReverseV2",
		"CheckNumerics", "StopGradient", "PreventGradient", "Snapshot", "FakeQuantWithMinMaxArgs",
		"FakeQuantWithMinMaxVars", "Floor", "Round", "Sign");

	private static final Set<String> KEEP_POOLED = Set.of("Reshape", "Squeeze", "ExpandDims", "MatMul");

	/**
	 * A number for each channel, from all of the picture: it has no axes of its own,
	 * and what it is combined with depends on all pixels.
	 */
	private static final ReceptiveField POOLED = new ReceptiveField(1, 0, 0, 0);

	private final GraphNodes nodes;
	private final Set<String> dependent;
	private final Axis axis;
	private final int pixels;
	private final Map<String, ReceptiveField> known = new HashMap<>();

	/**
	 * @param order the graph's nodes, each behind its inputs
	 * @param dependent those of them that depend on the picture
	 */
	GraphWalk(final GraphNodes nodes, final List<NodeDef> order, final Set<String> dependent, final Axis axis,
		final int pixels)
	{
		this.nodes = nodes;
		this.dependent = dependent;
		this.axis = axis;
		this.pixels = pixels;
		known.put(PictureNode.NAME, new ReceptiveField(pixels, 1, 0, 0));
		for (final NodeDef node : order) {
			if (known.containsKey(node.getName()) || !dependent.contains(node.getName())) continue;
			final ReceptiveField extent = receptiveField(node);
			if (extent != null) known.put(node.getName(), extent);
		}
		known.values().removeIf(extent -> extent == POOLED);
	}

	/** Every node that depends on the picture and keeps its two axes. */
	Map<String, ReceptiveField> extents() {
		return known;
	}

	private ReceptiveField receptiveField(final NodeDef node) {
		final ReceptiveField in = node.getInputCount() == 0 ? null : known.get(GraphNodes.nodeOf(node.getInput(0)));
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
				return in == null || in == POOLED ? null : padded(in, nodes.constant(node.getInput(1)));
			case "Split":
				return ofChannels(known.get(GraphNodes.nodeOf(node.getInput(1))), nodes.constant(node.getInput(0)));
			case "SplitV":
				return ofChannels(in, nodes.constant(node.getInput(2)));
			case "Mean":
			case "Max":
			case "Sum":
				return in == null ? null : reduced(in, nodes.constant(node.getInput(1)));
			case "ConcatV2":
				return ofChannels(merge(node), nodes.constant(node.getInput((int) node.getAttrOrThrow("N").getI())));
			default:
				if (POINTWISE.contains(node.getOp())) return merge(node);
				return in == POOLED && KEEP_POOLED.contains(node.getOp()) ? POOLED : null;
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

	/** What divides channels keeps the image's axes. */
	private static ReceptiveField ofChannels(final ReceptiveField in, final NodeDef axis) {
		if (axis == null) return null;
		final int which = Constants.ints(axis)[0];
		return which == 3 || which == -1 ? in : null;
	}

	/** Over both axes of the image, and no other: a number for each channel. */
	private static ReceptiveField reduced(final ReceptiveField in, final NodeDef axes) {
		if (axes == null || in == POOLED) return null;
		boolean rows = false;
		boolean columns = false;
		for (final int one : Constants.ints(axes)) {
			rows |= one == 1 || one == -3;
			columns |= one == 2 || one == -2;
			if (one == 0 || one == -4 || one == 3 || one == -1) return null;
		}
		return rows && columns ? POOLED : null;
	}

	/** All inputs that depend on the picture must be known, with equal strides and lengths. */
	private ReceptiveField merge(final NodeDef node) {
		ReceptiveField all = null;
		boolean global = Nodes.isBatchNormalisation(node) && Nodes.usesBatchStatistics(node);
		for (final String source : GraphNodes.sources(node)) {
			final ReceptiveField one = known.get(source);
			if (one == null) {
				if (dependent.contains(source) || !isPerChannel(source)) return null;
				continue;
			}
			if (one == POOLED) {
				global = true;
				continue;
			}
			if (all != null && (all.stride() != one.stride() || all.positions() != one.positions())) return null;
			all = all == null ? one : new ReceptiveField(all.positions(), all.stride(), Math.min(all.first(), one.first()), Math.max(
				all.last(), one.last()));
		}
		if (all == null) return global ? POOLED : null;
		if (!global) return all;
		// nothing is broadcast when it is joined to other channels
		if (node.getOp().equals("ConcatV2")) return null;
		return new ReceptiveField(all.positions(), all.stride(), Math.min(all.first(), (1 - all.positions()) * all.stride()), Math
			.max(all.last(), pixels - 1));
	}

	/** A constant that has numbers for positions fits pictures of one size only. */
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
		// on a single position, as squeeze-and-excitation has it
		if (in == POOLED) return kernel == 1 ? POOLED : null;
		final int stride = attribute(node, "strides");
		final int reach = (kernel - 1) * attribute(node, "dilations");
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
		return new ReceptiveField(positions, in.stride() * stride, in.first() - before * in.stride(), in.last() + (reach -
			before) * in.stride());
	}

	/** A number of a four-number NHWC attribute; 1 where the op lacks it. */
	private int attribute(final NodeDef node, final String name) {
		if (!node.containsAttr(name)) return 1;
		final List<Long> numbers = node.getAttrOrThrow(name).getList().getIList();
		return numbers.size() == 4 ? numbers.get(axis == Axis.HEIGHT ? 1 : 2).intValue() : 1;
	}

	private static String text(final NodeDef node, final String attribute) {
		return node.containsAttr(attribute) ? node.getAttrOrThrow(attribute).getS().toStringUtf8() : "";
	}
}
