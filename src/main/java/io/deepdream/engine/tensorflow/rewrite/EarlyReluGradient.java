package io.deepdream.engine.tensorflow.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Applies the masks of ReLUs where the gradient on its way back is still in one
 * piece, or still small; after {@link ReluGradientFromOutput}, before
 * {@link BandedNormalisation}. The result is the same number for number:
 * <ul>
 * <li>The branches of a concatenation, if all are ReLUs, are masked together, by
 * the concatenation.</li>
 * <li>Behind max pooling the mask is the pools' own: a pool is above zero where its
 * largest is, and only that one has a gradient.</li>
 * <li>So it is behind a normalisation that max pooling follows: that keeps the sign
 * of each value, and a zero adds nothing to its neighbours' gradients.</li>
 * </ul>
 */
public final class EarlyReluGradient implements GraphRewrite {

	private static final String RELU_GRADIENT = "ReluGrad";
	private static final String POOL_GRADIENT = "MaxPoolGrad";

	@Override
	public GraphDef apply(final GraphDef graph) {
		return new Changes(new Changes(graph).overConcatenations()).overPools();
	}

	private static final class Changes {

		private final GraphDef graph;
		private final GraphNodes nodes;
		private final Map<String, List<NodeDef>> readers;
		private final Map<String, NodeDef> changed = new LinkedHashMap<>();
		private final Set<String> dropped = new HashSet<>();

		Changes(final GraphDef graph) {
			this.graph = graph;
			nodes = new GraphNodes(graph);
			readers = nodes.readers();
		}

		private NodeDef input(final NodeDef node, final int i) {
			return nodes.get(GraphNodes.nodeOf(node.getInput(i)));
		}

		private NodeDef onlyReader(final NodeDef node) {
			final List<NodeDef> all = readers.getOrDefault(node.getName(), List.of());
			return all.size() == 1 ? all.get(0) : null;
		}

		private static boolean is(final NodeDef node, final String op) {
			return node != null && node.getOp().equals(op);
		}

		private GraphDef result() {
			final GraphDef.Builder result = graph.toBuilder().clearNode();
			for (final NodeDef node : graph.getNodeList())
				if (!dropped.contains(node.getName())) result.addNode(changed.getOrDefault(node.getName(), node));
			changed.values().stream().filter(node -> nodes.get(node.getName()) == null).forEach(result::addNode);
			return result.build();
		}

		GraphDef overConcatenations() {
			for (final NodeDef concat : graph.getNodeList())
				if (is(concat, "ConcatV2")) mask(concat, concat.getInputList().subList(0, concat.getInputCount() - 1));
			return result();
		}

		/** The ReLU's gradient of each branch becomes the slice, and what is sliced is masked. */
		private void mask(final NodeDef concat, final List<String> branches) {
			final List<NodeDef> masks = new ArrayList<>();
			String sliced = null;
			for (final String branch : branches) {
				final NodeDef mask = maskOf(branch, branches);
				if (mask == null) return;
				final String from = input(mask, 0).getInput(0);
				if (sliced != null && !sliced.equals(from)) return;
				sliced = from;
				masks.add(mask);
			}
			final String masked = concat.getName() + "/masked_gradient";
			changed.put(masked, Nodes.op(RELU_GRADIENT, masked, sliced, concat.getName()).build());
			for (final NodeDef mask : masks) {
				final NodeDef slice = input(mask, 0);
				changed.put(mask.getName(), slice.toBuilder().setName(mask.getName()).setInput(0, masked).build());
				dropped.add(slice.getName());
			}
		}

		/** The gradient of a branch's ReLU, if it reads nothing but the branch's slice of the concatenation's gradient. */
		private NodeDef maskOf(final String branch, final List<String> branches) {
			for (final NodeDef mask : readers.getOrDefault(GraphNodes.nodeOf(branch), List.of())) {
				if (!is(mask, RELU_GRADIENT) || !mask.getInput(1).equals(branch)) continue;
				final NodeDef slice = input(mask, 0);
				if (!is(slice, "Slice") || onlyReader(slice) != mask || !is(input(slice, 2), "ShapeN")) continue;
				final NodeDef shapes = input(slice, 2);
				final String index = slice.getInput(2).substring(slice.getInput(2).indexOf(':') + 1);
				final int i = index.equals(slice.getInput(2)) ? 0 : Integer.parseInt(index);
				if (shapes.getInputList().equals(branches) && branches.get(i).equals(branch)) return mask;
			}
			return null;
		}

		GraphDef overPools() {
			for (final NodeDef mask : graph.getNodeList()) {
				if (!is(mask, RELU_GRADIENT)) continue;
				final NodeDef behind = input(mask, 0);
				if (behind == null || onlyReader(behind) != mask) continue;
				if (isPoolGradient(behind, mask.getInput(1))) exchange(mask, behind);
				else if (keepsSigns(behind, mask.getInput(1)) && isPoolGradient(input(behind, 0), behind.getInput(2)) &&
					onlyReader(input(behind, 0)) == behind) exchange(mask, behind, input(behind, 0));
			}
			return result();
		}

		/** Whether a node is the gradient of the max pooling of the given input. */
		private boolean isPoolGradient(final NodeDef node, final String pooled) {
			return is(node, POOL_GRADIENT) && node.getInput(0).equals(pooled);
		}

		/** Whether a node is the gradient of a normalisation of the given input, whose factor is above zero. */
		private boolean keepsSigns(final NodeDef node, final String normalised) {
			if (!is(node, "LRNGrad") || !node.getInput(1).equals(normalised)) return false;
			final NodeDef lrn = input(node, 2);
			return is(lrn, "LRN") && BandedNormalisation.number(lrn, "bias") > 0 && BandedNormalisation.number(lrn,
				"alpha") >= 0;
		}

		private void exchange(final NodeDef mask, final NodeDef pool) {
			changed.put(pool.getName(), masked(pool));
			changed.put(mask.getName(), pool.toBuilder().setName(mask.getName()).setInput(2, pool.getName()).build());
		}

		private void exchange(final NodeDef mask, final NodeDef normalisation, final NodeDef pool) {
			changed.put(pool.getName(), masked(pool));
			changed.put(normalisation.getName(), pool.toBuilder().setName(normalisation.getName()).setInput(2, pool.getName())
				.build());
			changed.put(mask.getName(), normalisation.toBuilder().setName(mask.getName()).setInput(0, normalisation.getName())
				.build());
		}

		/** The pool's gradient as it comes in, where the pool is above zero; under the name of what it leads to. */
		private static NodeDef masked(final NodeDef pool) {
			return Nodes.op(RELU_GRADIENT, pool.getName(), pool.getInput(2), pool.getInput(1)).build();
		}
	}
}
