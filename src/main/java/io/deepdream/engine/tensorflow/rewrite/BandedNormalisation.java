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
package io.deepdream.engine.tensorflow.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.NodeDefOrBuilder;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Computes local response normalisation and its gradient by {@link ChannelSums}, where
 * band(x) is the sum of x over neighbouring channels:
 *
 * <pre>
 * s = bias + alpha * band(x^2)      y = x * s^-beta
 * dx = dy * s^-beta - 2 * alpha * beta * x * band(dy * y / s)
 * </pre>
 *
 * TensorFlow's LRN and LRNGrad are slow. Applies to the exponents 0.75 and 0.5 of
 * Inception and AlexNet-like networks, which can be computed by square roots.
 */
public final class BandedNormalisation implements GradientRewrite {

	private static final String SUMS = "/sums";

	/** Whether a node is a sum over neighbouring channels. */
	public static boolean isSum(final NodeDef node) {
		return node.getOp().equals("Conv2D") && node.getName().endsWith(SUMS);
	}

	@Override
	public String reason() {
		return "TensorFlow's LRN and LRNGrad are slow";
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			// inputs of LRNGrad: gradient, the LRN's input, the LRN's output
			final NodeDef lrn = node.getOp().equals("LRNGrad") ? edit.source(node, 2) : node;
			final int channels = channels(lrn, edit.nodes());
			if (channels > 0) edit.replace(node, lrn == node ? normalise(lrn, channels) : differentiate(node, lrn, channels));
		}
		return edit.result();
	}

	/** Number of channels of an LRN that can be replaced; 0 for other nodes. */
	private static int channels(final NodeDef node, final GraphNodes nodes) {
		return node != null && node.getOp().equals("LRN") && isSupported(number(node, "beta")) ? channels(nodes, node.getInput(0))
			: 0;
	}

	private static boolean isSupported(final float exponent) {
		return exponent == 0.75f || exponent == 0.5f;
	}

	/** An attribute of an LRN, or TensorFlow's default. */
	static float number(final NodeDef lrn, final String attribute) {
		return lrn.containsAttr(attribute) ? lrn.getAttrOrThrow(attribute).getF() : attribute.equals("beta") ? 0.5f : 1;
	}

	private static long radius(final NodeDef lrn) {
		return lrn.containsAttr("depth_radius") ? lrn.getAttrOrThrow("depth_radius").getI() : 5;
	}

	/** Number of channels of an input, from the nearest preceding convolution; 0 if it is unknown. */
	private static int channels(final GraphNodes nodes, final String input) {
		NodeDef node = nodes.get(GraphNodes.nodeOf(input));
		while (node != null && !node.getOp().equals("Conv2D") && !node.getOp().equals("BiasAdd")) {
			if (!Set.of("Relu", "MaxPool", "AvgPool", "Identity", "LRN").contains(node.getOp())) return 0;
			node = nodes.get(GraphNodes.nodeOf(node.getInput(0)));
		}
		final NodeDef weights = node == null ? null : nodes.constant(node.getInput(1));
		if (weights == null) return 0;
		final int[] shape = Constants.shape(weights);
		return shape[shape.length - 1];
	}

	private static List<NodeDefOrBuilder> normalise(final NodeDef lrn, final int channels) {
		final List<NodeDefOrBuilder> result = new ArrayList<>();
		final String name = lrn.getName();
		final String x = lrn.getInput(0);
		result.add(Nodes.op("Mul", name + "/squares", x, x));
		result.addAll(new ChannelSums(channels, radius(lrn)).nodes(name + "/squares", number(lrn, "alpha"), number(lrn,
			"bias"), name + SUMS, name + "/s"));
		result.add(Nodes.op("Rsqrt", name + "/power_half", name + "/s"));
		String power = name + "/power_half";
		if (number(lrn, "beta") == 0.75f) {
			result.add(Nodes.op("Sqrt", name + "/power_quarter", name + "/power_half"));
			power = name + "/power";
			result.add(Nodes.op("Mul", power, name + "/power_half", name + "/power_quarter"));
		}
		result.add(Nodes.op("Mul", name, x, power));
		return result;
	}

	private static List<NodeDefOrBuilder> differentiate(final NodeDef gradient, final NodeDef lrn, final int channels) {
		final List<NodeDefOrBuilder> result = new ArrayList<>();
		final String name = gradient.getName();
		final String dy = gradient.getInput(0);
		final float beta = number(lrn, "beta");
		final String power = lrn.getName() + (beta == 0.75f ? "/power" : "/power_half");
		result.add(Nodes.op("Mul", name + "/dy_y", dy, lrn.getName()));
		result.add(Nodes.op("RealDiv", name + "/dy_y_s", name + "/dy_y", lrn.getName() + "/s"));
		result.addAll(new ChannelSums(channels, radius(lrn)).nodes(name + "/dy_y_s", -2 * beta * number(lrn, "alpha"), 0,
			name + SUMS, name + "/c"));
		result.add(Nodes.op("Mul", name + "/other_channels", gradient.getInput(1), name + "/c"));
		result.add(Nodes.op("Mul", name + "/same_channel", dy, power));
		result.add(Nodes.op("AddV2", name, name + "/same_channel", name + "/other_channels"));
		return result;
	}
}
