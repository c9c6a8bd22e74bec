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
 * The receptive fields of a graph's layers for an input of a given length, derived
 * from kernels, strides, dilations and paddings, op by op. TensorFlow's SAME padding
 * depends on the length.
 */
public final class GraphGeometry {

	private final GraphNodes nodes;
	private final List<NodeDef> order;
	private final Set<String> dependent;
	/** Few lengths occur, each for many tiles, and a pass through a large graph takes a millisecond. */
	private final Map<Axis, Map<Integer, Map<String, ReceptiveField>>> walked = new EnumMap<>(Axis.class);

	/** @param graph its input is {@link PictureNode#NAME} */
	public GraphGeometry(final GraphDef graph) {
		nodes = new GraphNodes(graph);
		order = nodes.sorted();
		dependent = nodes.downstreamOf(PictureNode.NAME, order);
	}

	/**
	 * Every node that depends on the picture and keeps its two axes.
	 *
	 * @param pixels length of the picture along the axis
	 */
	public synchronized Map<String, ReceptiveField> extents(final Axis axis, final int pixels) {
		return walked.computeIfAbsent(axis, a -> new HashMap<>()).computeIfAbsent(pixels, n -> new GraphWalk(nodes, order, dependent, axis, n).extents());
	}

}
