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

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Disables dropout whose probability is an input of the network, as in networks of
 * TensorFlow 1: the probability becomes a constant, and the random mask is removed.
 * Other placeholders with a default value get that value.
 */
final class Dropout implements GraphRewrite {

	private static final Set<String> RANDOM = Set.of("RandomUniform", "StatelessRandomUniform",
		"StatelessRandomUniformV2");
	private static final Set<String> SELECTIONS = Set.of("Select", "SelectV2");

	private final String input;

	/** @param input name of the node that takes the image */
	Dropout(final String input) {
		this.input = input;
	}

	/** The value of a scalar placeholder that disables dropout, by its name; null for other nodes. */
	static Float value(final NodeDef node) {
		if (!node.getOp().equals("Placeholder") || !InputNode.isPlaceholder(node) || node.getAttrOrDefault("shape",
			Constants.type(
			InputNode.type(node))).getShape().getDimCount() > 0) return null;
		final String name = node.getName().toLowerCase(Locale.ROOT);
		if (name.contains("keep")) return 1f;
		return name.contains("drop") ? Float.valueOf(0) : null;
	}

	/** What the value of a node depends on; nodes that depend on the image have none of these. */
	private enum Dependence {
		PROBABILITY, RANDOM_NUMBERS,
		/** On both. */
		MASK
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		final Map<String, Dependence> dependences = new HashMap<>();
		for (final NodeDef node : edit.nodes().sorted()) {
			if (node.getName().equals(input)) continue;
			final Float value = value(node);
			final Dependence dependence = value != null ? Dependence.PROBABILITY : dependence(node, dependences,
				edit.nodes());
			if (dependence != null) dependences.put(node.getName(), dependence);
			if (value != null) edit.replace(node, Constants.ofFloats(node.getName(), new float[] { value }));
			else if (node.getOp().equals("PlaceholderWithDefault")) edit.replace(node, Nodes.op(InputNode.type(node),
				"Identity", node
				.getName(), node.getInput(0)));
			else if (dependence == null && masked(node,
				dependences) >= 0) edit.replace(node, Nodes.op("Identity", node.getName(), node
				.getInput(masked(node, dependences))));
		}
		return edit.result();
	}

	private static Dependence dependence(final NodeDef node, final Map<String, Dependence> dependences,
		final GraphNodes nodes)
	{
		if (RANDOM.contains(node.getOp())) return Dependence.RANDOM_NUMBERS;
		final Set<Dependence> all = EnumSet.noneOf(Dependence.class);
		for (final String source : GraphNodes.sources(node)) {
			if (dependences.containsKey(source)) all.add(dependences.get(source));
			else if (nodes.constant(source) == null) return null;
		}
		if (all.isEmpty()) return null;
		return all.size() > 1 ? Dependence.MASK : all.iterator().next();
	}

	/** The index of the input that a node multiplies by a random mask, or selects by it; -1 for other nodes. */
	private static int masked(final NodeDef node, final Map<String, Dependence> dependences) {
		final List<String> sources = GraphNodes.sources(node);
		if (SELECTIONS.contains(node.getOp())) return dependences.get(sources.get(0)) == Dependence.MASK ? 1 : -1;
		if (!node.getOp().equals("Mul")) return -1;
		for (int i = 0; i < 2; i++)
			if (dependences.get(sources.get(1 - i)) == Dependence.MASK) return i;
		return -1;
	}
}
