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
package io.deepdream.engine.tensorflow.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.image.Picture;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;
import io.deepdream.params.Nearest;

/** Finds the node of a frozen graph that takes the image. */
final class InputNode {

	private static final Set<String> PLACEHOLDERS = Set.of("Placeholder", "PlaceholderWithDefault");
	private static final Set<String> DECODERS = Set.of("DecodeJpeg", "DecodePng", "DecodeBmp", "DecodeGif",
		"DecodeImage");
	/** Operations between the decoder of an image file and the first one that computes with grey levels. */
	private static final Set<String> CONVERSIONS = Set.of("Cast", "ExpandDims", "Squeeze", "Identity", "ResizeBilinear",
		"ResizeBicubic", "ResizeNearestNeighbor");
	/** Operations before the first convolution that keep the number of channels. */
	private static final Set<String> SCALING = Set.of("Identity", "Cast", "Sub", "Mul", "Add", "AddV2", "RealDiv",
		"Div", "Pad",
		"PadV2", "MirrorPad", "Neg", "FakeQuantWithMinMaxArgs", "FakeQuantWithMinMaxVars", "FusedBatchNorm",
		"FusedBatchNormV2", "FusedBatchNormV3", "BiasAdd", "Relu", "MaxPool", "AvgPool", "SpaceToBatchND");

	/** The permutation of axes from NCHW to NHWC. */
	private static final int[] TO_NHWC = { 0, 2, 3, 1 };

	private final GraphDef graph;
	private final GraphNodes nodes;
	private final ModelSpec spec;

	InputNode(final GraphDef graph, final ModelSpec spec) {
		this.graph = graph;
		this.spec = spec;
		nodes = new GraphNodes(graph);
	}

	/** Whether a node is a placeholder for grey levels: float32 or uint8. */
	static boolean isPlaceholder(final NodeDef node) {
		final DataType type = type(node);
		return PLACEHOLDERS.contains(node.getOp()) && (type == DataType.DT_FLOAT || type == DataType.DT_UINT8);
	}

	/** The type of a placeholder. */
	static DataType type(final NodeDef node) {
		return node.getAttrOrDefault("dtype", Constants.type(DataType.DT_FLOAT)).getType();
	}

	/**
	 * @return the name of the input
	 * @throws DreamException if there is none or there are several and the spec does not
	 *           name one, or if its number of channels contradicts the spec
	 */
	String name() {
		final String name = find();
		channels(name);
		return name;
	}

	private String find() {
		final List<String> placeholders = names(node -> isPlaceholder(node));
		if (!spec.input().isEmpty()) {
			if (nodes.get(spec.input()) != null) return spec.input();
			throw new DreamException("The graph in " + spec.location() + " has no node \"" + spec.input() +
				"\": correct the line input = ... in its properties file" + (placeholders.isEmpty() ? "." : "; did you mean " +
					Nearest.to(spec.input(), placeholders) + "?"));
		}
		final List<String> images = names(node -> isPlaceholder(node) && shape(node).getDimCount() == 4);
		// in old graphs, a shape without dimensions is unknown
		final List<String> unknown = names(node -> isPlaceholder(node) && shape(node).getDimCount() == 0 && Dropout.value(
			node) == null);
		final List<String> candidates = images.isEmpty() ? unknown : images;
		if (candidates.size() == 1) return candidates.get(0);
		final String decoded = candidates.isEmpty() ? decoded() : null;
		if (decoded != null) return decoded;
		throw new DreamException("The graph in " + spec.location() + (candidates.isEmpty()
			? " has no input for images (no Placeholder of float32 or uint8 with four axes)" : " has several inputs (" +
			String
				.join(", ", candidates) + ")") +
				": set the input node with input = ... in the properties file of the graph, or " +
			"input=... when you import it.");
	}

	private List<String> names(final Predicate<NodeDef> condition) {
		return graph.getNodeList().stream().filter(condition).map(NodeDef::getName).collect(Collectors.toList());
	}

	private static TensorShapeProto shape(final NodeDef node) {
		return node.containsAttr("shape") ? node.getAttrOrThrow("shape").getShape() : TensorShapeProto.getDefaultInstance();
	}

	/**
	 * The image that a graph decodes from a file itself, after its conversion and
	 * resampling; null if it decodes none.
	 */
	private String decoded() {
		final Map<String, List<NodeDef>> consumers = nodes.consumers();
		for (final NodeDef decoder : graph.getNodeList()) {
			if (!DECODERS.contains(decoder.getOp())) continue;
			NodeDef last = decoder;
			boolean batch = false;
			List<NodeDef> next = consumers.getOrDefault(last.getName(), List.of());
			while (next.size() == 1 && CONVERSIONS.contains(next.get(0).getOp())) {
				last = next.get(0);
				batch |= last.getOp().equals("ExpandDims");
				next = consumers.getOrDefault(last.getName(), List.of());
			}
			if (batch) return last.getName();
		}
		return null;
	}

	/**
	 * The number of channels that an input takes: the last dimension of the placeholder,
	 * otherwise the depth of the kernels of the first convolutions. If the graph states
	 * neither, that of the spec, or 3.
	 *
	 * @throws DreamException if the graph is NCHW, or contradicts the spec
	 */
	int channels(final String input) {
		final TensorShapeProto shape = shape(nodes.get(input));
		final boolean stated = isPlaceholder(nodes.get(input)) && shape.getDimCount() == 4;
		final List<NodeDef> readers = readers(input);
		final int depth = kernelDepth(readers);
		if (readsChannelsFirst(readers) || stated && isChannelsFirst(shape, depth)) throw new DreamException(
			"The network in " + spec.location() + " takes images with the channels before the rows (NCHW): export it for NHWC, " +
				"the layout that TensorFlow supports on processors.");
		final int channels = stated && shape.getDim(3).getSize() > 0 ? (int) shape.getDim(3).getSize() : depth;
		final int expected = spec.inputChannels();
		if (channels > 0 && expected > 0 && channels != expected) throw new DreamException("The properties file of the network in " +
			spec.location() + " has input-channels = " + expected + ", but the graph takes images with " + channels +
			(channels == 1 ? " channel" : " channels") + ": correct the number, or remove the line.");
		return channels > 0 ? channels : expected > 0 ? expected : Picture.RGB;
	}

	/** Whether a shape is that of images with channels before rows, since no image has so few rows. */
	private static boolean isChannelsFirst(final TensorShapeProto shape, final int depth) {
		final long rows = shape.getDim(1).getSize();
		final long last = shape.getDim(3).getSize();
		if (rows == Picture.RGB) return last != Picture.RGB;
		return rows == 1 && (depth == 0 ? last != 1 : last > 0 && last != depth);
	}

	/** Whether one of the first operations works in NCHW, or transposes to NHWC. */
	private boolean readsChannelsFirst(final List<NodeDef> readers) {
		for (final NodeDef node : readers) {
			if ("NCHW".equals(Nodes.text(node, "data_format"))) return true;
			final NodeDef axes = node.getOp().equals("Transpose") ? nodes.constant(node.getInput(1)) : null;
			if (axes != null && Arrays.equals(Constants.ints(axes), TO_NHWC)) return true;
		}
		return false;
	}

	/** The nodes that read the input, or nodes that only scale it. */
	private List<NodeDef> readers(final String input) {
		final Map<String, List<NodeDef>> consumers = nodes.consumers();
		final List<NodeDef> result = new ArrayList<>();
		final List<String> scaled = new ArrayList<>(List.of(input));
		for (int i = 0; i < scaled.size(); i++)
			for (final NodeDef node : consumers.getOrDefault(scaled.get(i), List.of())) {
				result.add(node);
				if (SCALING.contains(node.getOp()) && GraphNodes.nodeOf(node.getInput(0)).equals(scaled.get(i)) && !scaled.contains(
					node.getName())) scaled.add(node.getName());
			}
		return result;
	}

	/** The number of input channels of the first convolution; 0 if it is unknown. */
	private int kernelDepth(final List<NodeDef> readers) {
		for (final NodeDef node : readers) {
			final boolean convolution = node.getOp().equals("Conv2D") || node.getOp().equals("DepthwiseConv2dNative");
			final NodeDef kernel = convolution ? nodes.constant(node.getInput(1)) : null;
			if (kernel != null) return Constants.shape(kernel)[2];
		}
		return 0;
	}
}
