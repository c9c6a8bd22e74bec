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
package io.deepdream.engine.tensorflow.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.NetworkOutput;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.load.SignatureOutputs;

/** Finds the outputs of a network among its layers. */
final class NetworkOutputs {

	/** They pass on or crop the activations of the layer before. */
	private static final Set<String> PASSING_ON = Set.of("Identity", "StridedSlice", "Slice", "Pad", "PadV2", "MirrorPad");
	private static final Pattern DIGITS = Pattern.compile("\\d+");

	private final GraphNodes nodes;
	private final GraphGeometry geometry;
	private final Map<String, LayerInfo> layers = new LinkedHashMap<>();

	private NetworkOutputs(final GraphDef graph, final GraphGeometry geometry, final List<LayerInfo> layers) {
		nodes = new GraphNodes(graph);
		this.geometry = geometry;
		layers.forEach(layer -> this.layers.put(layer.name(), layer));
	}

	/**
	 * @param graph with all nodes, also those that are not layers
	 * @param geometry of this graph
	 * @param layers in the order of the graph
	 * @param names of the output's channels; the output whose name begins one of them comes first
	 * @return those of the signature if the graph contains them, in the order of their names; else the layers that no other
	 *         layer reads, the last one first
	 */
	static List<NetworkOutput> of(final GraphDef graph, final GraphGeometry geometry, final List<LayerInfo> layers,
		final List<String> names)
	{
		final NetworkOutputs outputs = new NetworkOutputs(graph, geometry, layers);
		final Map<String, String> signature = SignatureOutputs.of(graph);
		if (signature.isEmpty()) return outputs.lastLayers();
		return signature.keySet().stream().sorted(Comparator.<String>comparingInt(name -> first(name, names)).thenComparing(
			NetworkOutputs::sortable)).map(name -> outputs.output(name, signature.get(name))).collect(Collectors.toList());
	}

	/** The first channel whose name begins with that of an output. */
	private static int first(final String output, final List<String> channels) {
		for (int i = 0; i < channels.size(); i++)
			if (channels.get(i).regionMatches(true, 0, output, 0, output.length())) return i;
		return channels.size();
	}

	/** A name in which numbers are sorted by their value. */
	private static String sortable(final String name) {
		return DIGITS.matcher(name).replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
	}

	private NetworkOutput output(final String name, final String tensor) {
		String at = tensor;
		while (at.indexOf(':') < 0 && !layers.containsKey(at) && PASSING_ON.contains(nodes.get(at).getOp()))
			at = nodes.get(at).getInput(0);
		final LayerInfo layer = layers.get(at);
		if (layer != null) return NetworkOutput.of(name, at, layer.stride().value() <= 1 || isEnlarged(layer));
		final String obstacle = geometry.obstacle(GraphNodes.nodeOf(at));
		return NetworkOutput.withoutLayer(name, obstacle.isEmpty() ? "it is one of several results of the node " + GraphNodes
			.nodeOf(at) : obstacle);
	}

	/** Whether a layer has more positions than one that it depends on. */
	private boolean isEnlarged(final LayerInfo layer) {
		return nodes.upstreamOf(List.of(layer.name())).stream().map(layers::get).anyMatch(source -> source != null && source
			.stride().value() > layer.stride().value());
	}

	private List<NetworkOutput> lastLayers() {
		final Map<String, List<NodeDef>> consumers = nodes.consumers();
		final List<NetworkOutput> result = new ArrayList<>();
		final Set<String> read = new HashSet<>();
		final List<LayerInfo> order = new ArrayList<>(layers.values());
		for (int i = order.size() - 1; i >= 0; i--) {
			final LayerInfo layer = order.get(i);
			if (read.contains(layer.name())) continue;
			read.addAll(nodes.upstreamOf(List.of(layer.name())));
			result.add(NetworkOutput.of(layer.name(), layer.name(), layer.stride().value() <= 1 && (isEnlarged(layer) || isLast(layer.name(),
				consumers))));
		}
		return result;
	}

	/** Whether nothing computes with the activations of a node. */
	private static boolean isLast(final String node, final Map<String, List<NodeDef>> consumers) {
		return consumers.getOrDefault(node, List.of()).stream().allMatch(reader -> PASSING_ON.contains(reader.getOp()) && isLast(
			reader.getName(), consumers));
	}
}
