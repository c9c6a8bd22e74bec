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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.params.DreamException;

/**
 * Determines the layers that have a gradient with respect to the image. A layer has
 * none if all its paths to the image contain an operation that stops gradients or that
 * TensorFlow has no gradient of. TensorFlow does not list the latter, so they are
 * found by differentiating, starting from the last layer.
 */
final class DifferentiableLayers {

	private static final Pattern MISSING_GRADIENT = Pattern.compile("No gradient defined for op: (\\w+)");
	private static final Set<String> STOPPING_OPS = Set.of("StopGradient", "Round", "Floor", "Sign");
	private static final int MAX_LISTED = 8;

	private final List<NodeDef> order;
	private final GraphNodes nodes;
	private final List<LayerInfo> differentiable;
	/** For each layer without a gradient, the node that blocks it; null if it is unknown. */
	private final Map<String, NodeDef> blockers = new LinkedHashMap<>();

	/**
	 * @param forward graph of all layers with the input {@link PictureNode}
	 * @param layers the layers in the order of the graph
	 */
	DifferentiableLayers(final GraphDef forward, final List<LayerInfo> layers) {
		nodes = new GraphNodes(forward);
		order = nodes.sorted();
		differentiable = new ArrayList<>(layers);
		findStoppedGradients();
		findMissingGradients(forward);
		differentiable.removeIf(layer -> blockers.containsKey(layer.name()));
	}

	/** Finds nodes that depend on the image only through an operation that stops gradients. */
	private void findStoppedGradients() {
		final Set<String> connected = new HashSet<>();
		connected.add(PictureNode.NAME);
		for (final NodeDef node : order) {
			final List<String> sources = GraphNodes.sources(node);
			if (sources.stream().noneMatch(connected::contains)) sources.stream().filter(blockers::containsKey).findFirst()
				.ifPresent(source -> blockers.put(node.getName(), blockers.get(source)));
			else if (STOPPING_OPS.contains(node.getOp())) blockers.put(node.getName(), node);
			else connected.add(node.getName());
		}
	}

	/** Finds nodes that depend on the image through an operation without a gradient. */
	private void findMissingGradients(final GraphDef forward) {
		final Set<String> passed = new HashSet<>();
		try (Graph graph = new Graph()) {
			graph.importGraphDef(forward);
			for (int i = differentiable.size() - 1; i >= 0; i--) {
				final String layer = differentiable.get(i).name();
				while (!blockers.containsKey(layer) && !passed.contains(layer)) {
					final String op = missingOp(graph, layer);
					final Set<String> upstream = nodes.upstreamOf(List.of(layer));
					if (op == null) passed.addAll(upstream);
					else {
						for (final NodeDef node : order)
							if (node.getOp().equals(op) && upstream.contains(node.getName())) for (final String downstream : nodes
								.downstreamOf(node.getName(), order)) blockers.putIfAbsent(downstream, node);
						blockers.putIfAbsent(layer, null);
					}
				}
			}
		}
	}

	/** The operation without a gradient; empty if the cause is different; null if the layer has a gradient. */
	private static String missingOp(final Graph graph, final String layer) {
		try {
			final Output<?> picture = graph.operation(PictureNode.NAME).output(0);
			final Output<?>[] gradient = graph.addGradients("deepdream/try/" + layer, new Output<?>[] { graph.operation(layer)
				.output(0) }, new Output<?>[] { picture }, null);
			// if the layer does not depend on the image, TensorFlow-Java fails only when the result is used
			Ops.create(graph).identity(gradient[0]);
			return null;
		}
		catch (final RuntimeException exc) {
			final Matcher matcher = MISSING_GRADIENT.matcher(String.valueOf(exc.getMessage()));
			return matcher.find() ? matcher.group(1) : "";
		}
	}

	/** The nodes that block gradients, in topological order. */
	List<NodeDef> obstacles() {
		return order.stream().filter(node -> blockers.get(node.getName()) == node).collect(Collectors.toList());
	}

	/** The layers with a gradient, in the order of the graph. */
	List<LayerInfo> differentiable() {
		return differentiable;
	}

	/**
	 * Explains why requested layers have no gradient.
	 *
	 * @param cause the exception of the compilation; returned if all requested layers have
	 *          a gradient
	 */
	DreamException exception(final List<String> requested, final DreamException cause) {
		for (final String layer : requested) {
			final NodeDef blocker = blockers.get(layer);
			if (blocker != null) return new DreamException("The layer " + layer + " has no gradient with respect to the image: " +
				"TensorFlow has no gradient of the operation " + blocker.getOp() + " (node " + blocker.getName() +
				") between them; " + alternatives(), cause);
		}
		return requested.stream().noneMatch(blockers::containsKey) ? cause : new DreamException(cause.getMessage() + " " +
			alternatives(), cause);
	}

	private String alternatives() {
		if (differentiable.isEmpty()) return "choose another network, since no layer of this one has a gradient.";
		final int n = differentiable.size();
		final String names = differentiable.subList(Math.max(0, n - MAX_LISTED), n).stream().map(LayerInfo::name).collect(Collectors
			.joining(", "));
		return (n > MAX_LISTED ? "choose one of the " + n + " layers with a gradient, the last of which are " : "choose one of ") +
			names + ".";
	}
}
