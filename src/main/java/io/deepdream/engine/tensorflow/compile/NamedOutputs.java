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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.NetworkOutput;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.load.SignatureOutputs;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

/** Gives the channels of a network's outputs, and of layers with the same channels before them, the names in its properties. */
final class NamedOutputs {

	/** Each output channel depends on the same channel of the first input only. */
	private static final Set<String> CHANNELWISE = Set.of("Sigmoid", "Softmax", "Relu", "Relu6", "Elu", "Selu", "LeakyRelu", "Tanh",
		"Softplus", "Softsign", "Exp", "BiasAdd", "Identity", "ResizeNearestNeighbor", "ResizeBilinear");
	private static final String CONCATENATION = "ConcatV2";

	private final GraphNodes nodes;
	private final Map<String, LayerInfo> layers = new LinkedHashMap<>();

	private NamedOutputs(final List<LayerInfo> layers, final GraphNodes nodes) {
		this.nodes = nodes;
		layers.forEach(layer -> this.layers.put(layer.name(), layer));
	}

	/**
	 * @param layers in the graph's order
	 * @param outputs in the order of the names
	 * @return the layers, with names in the first output that has as many channels as there are names; if there is none, in
	 *         the first outputs of the signature, which have as many together
	 * @throws DreamException if the numbers differ
	 */
	static List<LayerInfo> name(final List<LayerInfo> layers, final List<NetworkOutput> outputs, final GraphDef graph,
		final ModelSpec spec)
	{
		final List<String> names = spec.outputChannelNames();
		if (names.isEmpty() || layers.isEmpty()) return layers;
		final NamedOutputs named = new NamedOutputs(layers, new GraphNodes(graph));
		final List<LayerInfo> images = outputs.stream().filter(output -> !output.layer().isEmpty()).map(output -> named.layers.get(
			output.layer())).collect(Collectors.toList());
		for (final LayerInfo image : images)
			if (image.channels() == names.size()) {
				named.name(image.name(), names);
				return new ArrayList<>(named.layers.values());
			}
		int done = 0;
		// the order of other graphs means nothing
		for (final LayerInfo image : SignatureOutputs.of(graph).isEmpty() ? List.<LayerInfo>of() : images) {
			if (done + image.channels() > names.size()) break;
			named.name(image.name(), names.subList(done, done + image.channels()));
			done += image.channels();
		}
		if (done == names.size()) return new ArrayList<>(named.layers.values());
		final LayerInfo last = images.isEmpty() ? layers.get(layers.size() - 1) : images.get(0);
		throw new DreamException("The properties file of the network in " + spec.location() + " names " + names.size() +
			" output-channels, but its output, layer " + last.name() + ", has " + last.channels() +
			": name each of them, or remove the line.");
	}

	/** Names a node's channels, and those of the nodes before it that it passes on. */
	private void name(final String node, final List<String> names) {
		final LayerInfo layer = layers.get(node);
		if (layer != null && (layer.channels() != names.size() || !layer.channelNames().isEmpty())) return;
		if (layer != null) layers.put(node, layer.withChannelNames(names));
		final NodeDef source = nodes.get(node);
		if (CHANNELWISE.contains(source.getOp()) && isWhole(source.getInput(0))) name(source.getInput(0), names);
		else if (source.getOp().equals(CONCATENATION)) nameParts(source, names);
	}

	/** The first inputs of a concatenation have the first channels; nothing is named behind an input without a known number. */
	private void nameParts(final NodeDef concatenation, final List<String> names) {
		int from = 0;
		for (final String input : concatenation.getInputList().subList(0, concatenation.getInputCount() - 1)) {
			final LayerInfo part = layers.get(input);
			if (part == null || from + part.channels() > names.size()) return;
			name(input, names.subList(from, from + part.channels()));
			from += part.channels();
		}
	}

	/** Whether an input is the first result of a node. */
	private static boolean isWhole(final String input) {
		return input.indexOf(':') < 0 && !input.startsWith("^");
	}
}
