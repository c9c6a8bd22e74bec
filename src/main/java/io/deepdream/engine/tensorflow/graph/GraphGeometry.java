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
