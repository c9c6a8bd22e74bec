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

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.Axis;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.Stride;

/**
 * The receptive fields of a graph's layers, derived from kernels, strides, dilations
 * and paddings. They depend on the length of the input, because TensorFlow's SAME
 * padding does.
 */
public final class GraphGeometry {

	/** Large enough for positions without padding in every layer; divisible by all usual strides. */
	private static final int TYPICAL_PIXELS = 2048;

	/** Their output depends on the size of the image only. */
	private static final Set<String> SHAPES = Set.of("Shape", "ShapeN", "Size", "Rank");

	/** They divide the number of positions without a remainder. */
	private static final Set<String> REDUCTIONS = Set.of("SpaceToDepth", "ResizeBilinear", "ResizeNearestNeighbor");

	private static final Set<String> CONVOLUTIONS = Set.of("Conv2D", "DepthwiseConv2dNative", "Conv2DBackpropInput");

	private final GraphNodes nodes;
	private final List<NodeDef> order;
	private final Set<String> dependent = new HashSet<>();
	/** For each node that depends on an input without a value, this input. */
	private final Map<String, String> unfed = new HashMap<>();
	/** By axis and length of the input. Only a few lengths occur, and inference in a large graph takes a millisecond. */
	private final Map<Axis, Map<Integer, Map<String, ReceptiveField>>> cache = new EnumMap<>(Axis.class);

	private Map<String, ReceptiveField> typical;

	/** @param graph a graph with the input {@link PictureNode#NAME} */
	public GraphGeometry(final GraphDef graph) {
		nodes = new GraphNodes(graph);
		order = nodes.sorted();
		dependent.add(PictureNode.NAME);
		for (final NodeDef node : order) {
			if (node.getOp().equals("Placeholder") && !node.getName().equals(PictureNode.NAME)) unfed.put(node.getName(), node
				.getName());
			if (SHAPES.contains(node.getOp())) continue;
			for (final String source : GraphNodes.sources(node)) {
				if (dependent.contains(source)) dependent.add(node.getName());
				if (unfed.containsKey(source)) unfed.putIfAbsent(node.getName(), unfed.get(source));
			}
		}
	}

	private ReceptiveFieldInference infer(final Axis axis, final int pixels) {
		return new ReceptiveFieldInference(nodes, order, dependent, axis, pixels);
	}

	/**
	 * The receptive fields of all layers, by name of the node, for a square image of typical
	 * size. Layers with different strides of rows and columns are none: they occur between
	 * the two steps of an enlargement.
	 */
	public synchronized Map<String, ReceptiveField> typicalFields() {
		if (typical == null) {
			typical = new HashMap<>(fields(Axis.WIDTH, TYPICAL_PIXELS));
			final Map<String, ReceptiveField> down = fields(Axis.HEIGHT, TYPICAL_PIXELS);
			typical.entrySet().removeIf(entry -> !down.containsKey(entry.getKey()) || !down.get(entry
				.getKey()).stride().equals(entry.getValue().stride()));
		}
		return typical;
	}

	/**
	 * The receptive fields of all nodes that depend on the image and keep its spatial
	 * axes, by name of the node. Of an image that the network pads, see
	 * {@link PictureNode#PADDED}, they include the positions of the image only.
	 *
	 * @param axis spatial axis
	 * @param pixels length of the image along the axis
	 */
	public Map<String, ReceptiveField> receptiveFields(final Axis axis, final int pixels) {
		final Map<String, ReceptiveField> actual = actualFields(axis, pixels);
		if (nodes.get(PictureNode.PADDED) == null) return actual;
		// a reflection has no more values than the image
		final boolean fits = actual.get(PictureNode.PADDED).positions() < 2 * pixels;
		final Map<String, ReceptiveField> result = new HashMap<>(actual);
		result.replaceAll((node, field) -> field.withPositions(fits ? Math.min(field.positions(), field.stride()
			.positionsCovering(pixels)) : 0));
		return result;
	}

	/** As {@link #receptiveFields}, with all positions that the network computes. */
	public Map<String, ReceptiveField> actualFields(final Axis axis, final int pixels) {
		final Map<String, ReceptiveField> fields = fields(axis, pixels);
		final Map<String, ReceptiveField> all = typicalFields();
		if (fields.keySet().containsAll(all.keySet())) return fields;
		// layers that do not fit this length, such as those of a decoder in a tiny image, have no positions
		final Map<String, ReceptiveField> result = new HashMap<>(fields);
		all.forEach((node, field) -> result.putIfAbsent(node, field.withPositions(0)));
		return result;
	}

	private synchronized Map<String, ReceptiveField> fields(final Axis axis, final int pixels) {
		return cache.computeIfAbsent(axis, a -> new HashMap<>()).computeIfAbsent(pixels, n -> {
			final Map<String, ReceptiveField> fields = infer(axis, n).receptiveFields();
			fields.keySet().removeAll(unfed.keySet());
			return fields;
		});
	}

	/**
	 * The number of which the length of an image must be a multiple, so that all layers fit
	 * together; 1 if they fit for every length. In a U-Net, an enlarged layer has the
	 * positions of the one beside it only if no reduction was rounded.
	 */
	public int requiredMultiple() {
		final Map<String, ReceptiveField> all = typicalFields();
		int grid = 1;
		for (final Map.Entry<String, ReceptiveField> entry : all.entrySet()) {
			final int one = entry.getValue().grid();
			// in convolutions and pools, rounding does not matter
			if (entry.getValue().positionsInGrid() > 1 || REDUCTIONS.contains(nodes.get(entry.getKey()).getOp())) grid = grid /
				Stride.greatestCommonDivisor(grid, one) * one;
		}
		for (int rest = 1; rest < grid; rest++)
			if (!fields(Axis.WIDTH, TYPICAL_PIXELS + rest).keySet().containsAll(all.keySet())) return grid;
		return 1;
	}

	/**
	 * Explains why a node is not a layer.
	 *
	 * @return a clause; empty if it is a layer, or does not exist
	 */
	public String obstacle(final String node) {
		if (nodes.get(node) == null || typicalFields().containsKey(node)) return "";
		if (unfed.containsKey(node)) return "it depends on the input " + unfed.get(node) + ", which has no value";
		if (!dependent.contains(node)) return "it does not depend on the image";
		final ReceptiveFieldInference inference = infer(Axis.WIDTH, TYPICAL_PIXELS);
		if (inference.isGlobal(node)) return "it has one value for the whole image";
		final NodeDef blocker = inference.obstacle(node);
		if (blocker == null) return "its rows and columns have different strides";
		final String variable = nodes.variable(blocker);
		if (variable != null) return "the weights of the node " + blocker.getName() +
			" are not constants, but the variable " +
			variable;
		return blocker.getName().equals(node) ? "DeepDream does not support its operation " + blocker.getOp()
			: "it lies behind the operation " + blocker.getOp() + " (node " + blocker.getName() +
				"), which DeepDream does not support there";
	}

	/**
	 * The nodes through which the image cannot be followed, and behind which nothing is known,
	 * in topological order.
	 */
	public List<NodeDef> obstacles() {
		final ReceptiveFieldInference inference = infer(Axis.WIDTH, TYPICAL_PIXELS);
		final Map<String, List<NodeDef>> consumers = nodes.consumers();
		// nodes that are parts of a known operation, such as enlarging by repetition
		final Set<String> parts = new HashSet<>();
		for (int i = order.size() - 1; i >= 0; i--) {
			final List<NodeDef> readers = consumers.getOrDefault(order.get(i).getName(), List.of());
			if (!readers.isEmpty() && readers.stream().map(NodeDef::getName).allMatch(reader -> parts.contains(reader) ||
				inference
				.isKnown(reader))) parts.add(order.get(i).getName());
		}
		return order.stream().filter(node -> dependent.contains(node.getName()) && !parts.contains(node.getName()) &&
			inference.obstacle(
			node.getName()) == node).collect(Collectors.toList());
	}

	/** The {@link #obstacles()} behind which there are convolutions: others lead to a classifier. */
	public List<NodeDef> obstaclesOfConvolutions() {
		return obstacles().stream().filter(node -> nodes.downstreamOf(node.getName(), order).stream().anyMatch(
			name -> CONVOLUTIONS.contains(nodes.get(name).getOp()))).collect(Collectors.toList());
	}
}
