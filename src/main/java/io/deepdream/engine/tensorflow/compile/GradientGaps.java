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
 * Layers without a gradient with respect to the picture, because of an operation
 * that stops gradients, or that TensorFlow has no gradient of. TensorFlow has no
 * list of the latter, so they are found by trying, from the last layer on.
 */
final class GradientGaps {

	private static final Pattern MISSING = Pattern.compile("No gradient defined for op: (\\w+)");
	private static final Set<String> STOPS = Set.of("StopGradient", "Round", "Floor", "Sign");
	private static final int MAX_NAMED = 8;

	private final List<NodeDef> order;
	private final GraphNodes nodes;
	private final List<LayerInfo> working;
	/** For each layer without gradient the node that is the cause, or null if that is unknown. */
	private final Map<String, NodeDef> cut = new LinkedHashMap<>();

	/**
	 * @param forward all layers, from {@link PictureNode} on
	 * @param layers of the graph, from the input on
	 */
	GradientGaps(final GraphDef forward, final List<LayerInfo> layers) {
		nodes = new GraphNodes(forward);
		order = nodes.sorted();
		working = new ArrayList<>(layers);
		cutByStops();
		cutByMissingGradients(forward);
		working.removeIf(layer -> cut.containsKey(layer.name()));
	}

	/** Nodes that depend on the picture only through an operation that stops gradients. */
	private void cutByStops() {
		final Set<String> reached = new HashSet<>();
		reached.add(PictureNode.NAME);
		for (final NodeDef node : order) {
			final List<String> sources = GraphNodes.sources(node);
			if (sources.stream().noneMatch(reached::contains)) sources.stream().filter(cut::containsKey).findFirst().ifPresent(
				source -> cut.put(node.getName(), cut.get(source)));
			else if (STOPS.contains(node.getOp())) cut.put(node.getName(), node);
			else reached.add(node.getName());
		}
	}

	private void cutByMissingGradients(final GraphDef forward) {
		final Set<String> passed = new HashSet<>();
		try (Graph graph = new Graph()) {
			graph.importGraphDef(forward);
			for (int i = working.size() - 1; i >= 0; i--) {
				final String layer = working.get(i).name();
				while (!cut.containsKey(layer) && !passed.contains(layer)) {
					final String op = missingOp(graph, layer);
					final Set<String> upstream = nodes.upstreamOf(List.of(layer));
					if (op == null) passed.addAll(upstream);
					else {
						for (final NodeDef node : order)
							if (node.getOp().equals(op) && upstream.contains(node.getName())) for (final String behind : nodes
								.downstreamOf(node.getName(), order)) cut.putIfAbsent(behind, node);
						cut.putIfAbsent(layer, null);
					}
				}
			}
		}
	}

	/** The operation that has no gradient; empty if the cause is another one; null if there is a gradient. */
	private static String missingOp(final Graph graph, final String layer) {
		try {
			final Output<?> picture = graph.operation(PictureNode.NAME).output(0);
			final Output<?>[] gradient = graph.addGradients("deepdream/try/" + layer, new Output<?>[] { graph.operation(layer)
				.output(0) }, new Output<?>[] { picture }, null);
			// where the layer does not depend on the picture, TensorFlow-Java fails only when the result is used
			Ops.create(graph).identity(gradient[0]);
			return null;
		}
		catch (final RuntimeException exc) {
			final Matcher matcher = MISSING.matcher(String.valueOf(exc.getMessage()));
			return matcher.find() ? matcher.group(1) : "";
		}
	}

	/** The layers that have a gradient, from the input on. */
	List<LayerInfo> working() {
		return working;
	}

	/** The exception for requested layers that have no gradient. */
	DreamException refusal(final List<String> asked, final DreamException cause) {
		for (final String layer : asked) {
			final NodeDef gap = cut.get(layer);
			if (gap != null) return new DreamException("The layer " + layer + " has no gradient to the image: TensorFlow has " +
				"none of the operation " + gap.getOp() + " (node " + gap.getName() + "), which lies between them; " + choice(),
				cause);
		}
		// where all have a gradient, something else went wrong, which the cause says
		return asked.stream().noneMatch(cut::containsKey) ? cause : new DreamException(cause.getMessage() + " " + choice(),
			cause);
	}

	private String choice() {
		if (working.isEmpty()) return "no layer of this network can be dreamed.";
		final int n = working.size();
		final String names = working.subList(Math.max(0, n - MAX_NAMED), n).stream().map(LayerInfo::name).collect(Collectors
			.joining(", "));
		return (n > MAX_NAMED ? "choose one of the " + n + " layers that have one, the last of which are " : "choose one of ") +
			names + ".";
	}
}
