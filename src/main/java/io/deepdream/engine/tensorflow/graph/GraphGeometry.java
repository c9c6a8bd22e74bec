package io.deepdream.engine.tensorflow.graph;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.Axis;
import io.deepdream.engine.ReceptiveField;

/**
 * The receptive fields of a graph's layers, derived from kernels, strides, dilations
 * and paddings. They depend on the length of the input, because TensorFlow's SAME
 * padding does.
 */
public final class GraphGeometry {

	private final GraphNodes nodes;
	private final List<NodeDef> order;
	private final Set<String> dependent;
	/** By axis and length of the input. Only a few lengths occur, and inference in a large graph takes a millisecond. */
	private final Map<Axis, Map<Integer, Map<String, ReceptiveField>>> cache = new EnumMap<>(Axis.class);

	/** @param graph a graph with the input {@link PictureNode#NAME} */
	public GraphGeometry(final GraphDef graph) {
		nodes = new GraphNodes(graph);
		order = nodes.sorted();
		dependent = nodes.downstreamOf(PictureNode.NAME, order);
	}

	/**
	 * The receptive fields of all nodes that depend on the image and keep its spatial
	 * axes, by name of the node.
	 *
	 * @param axis spatial axis
	 * @param pixels length of the image along the axis
	 */
	public synchronized Map<String, ReceptiveField> receptiveFields(final Axis axis, final int pixels) {
		return cache.computeIfAbsent(axis, a -> new HashMap<>()).computeIfAbsent(pixels,
			n -> new ReceptiveFieldInference(nodes, order, dependent, axis, n).receptiveFields());
	}
}
