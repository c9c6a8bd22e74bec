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
package io.deepdream.engine.tensorflow.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Applies the masks of ReLUs before the gradient is split or enlarged. Requires
 * {@link ReluGradientFromOutput}. The result is bit-identical:
 * <ul>
 * <li>If all branches of a concatenation are ReLUs, the output of the concatenation
 * masks the gradients of all branches at once.</li>
 * <li>If max pooling follows a ReLU, the output of the pooling is the mask: it is
 * positive where the maximum is, and only the maximum has a gradient.</li>
 * <li>The same holds with a normalisation between ReLU and pooling, which preserves
 * the sign of each value, and in whose gradient a zero adds nothing to the neighbours.
 * </li>
 * </ul>
 */
public final class EarlyReluGradient implements GradientRewrite {

	private static final String RELU_GRADIENT = "ReluGrad";
	private static final String POOL_GRADIENT = "MaxPoolGrad";

	@Override
	public String reason() {
		return "ReLU masks are cheaper before the gradient is split or enlarged";
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		return new MaskRewrite(new MaskRewrite(graph).maskConcatenations()).maskPools();
	}

	private static final class MaskRewrite {

		private final GraphDef graph;
		private final GraphEdit edit;
		private final Map<String, List<NodeDef>> consumers;

		MaskRewrite(final GraphDef graph) {
			this.graph = graph;
			edit = new GraphEdit(graph);
			consumers = edit.nodes().consumers();
		}

		private NodeDef onlyConsumer(final NodeDef node) {
			final List<NodeDef> all = consumers.getOrDefault(node.getName(), List.of());
			return all.size() == 1 ? all.get(0) : null;
		}

		private static boolean is(final NodeDef node, final String op) {
			return node != null && node.getOp().equals(op);
		}

		GraphDef maskConcatenations() {
			for (final NodeDef concat : graph.getNodeList())
				if (is(concat, "ConcatV2")) mask(concat, concat.getInputList().subList(0, concat.getInputCount() - 1));
			return edit.result();
		}

		/** Masks the gradient of the concatenation before it is sliced into the branches. */
		private void mask(final NodeDef concat, final List<String> branches) {
			final List<NodeDef> masks = new ArrayList<>();
			String unsliced = null;
			for (final String branch : branches) {
				final NodeDef mask = maskOf(branch, branches);
				if (mask == null) return;
				final String from = edit.source(mask, 0).getInput(0);
				if (unsliced != null && !unsliced.equals(from)) return;
				unsliced = from;
				masks.add(mask);
			}
			final String masked = concat.getName() + "/masked_gradient";
			for (final NodeDef mask : masks) {
				final NodeDef slice = edit.source(mask, 0);
				edit.replace(mask, slice.toBuilder().setName(mask.getName()).setInput(0, masked));
				edit.remove(slice);
			}
			edit.replace(edit.source(masks.get(0), 0), Nodes.op(RELU_GRADIENT, masked, unsliced, concat.getName()));
		}

		/**
		 * The gradient of a branch's ReLU, if it is the only consumer of the branch's slice of
		 * the concatenation's gradient; otherwise null.
		 */
		private NodeDef maskOf(final String branch, final List<String> branches) {
			for (final NodeDef mask : consumers.getOrDefault(GraphNodes.nodeOf(branch), List.of())) {
				if (!is(mask, RELU_GRADIENT) || !mask.getInput(1).equals(branch)) continue;
				final NodeDef slice = edit.source(mask, 0);
				if (!is(slice, "Slice") || onlyConsumer(slice) != mask || !is(edit.source(slice, 2), "ShapeN")) continue;
				final NodeDef shapes = edit.source(slice, 2);
				final String index = slice.getInput(2).substring(slice.getInput(2).indexOf(':') + 1);
				final int i = index.equals(slice.getInput(2)) ? 0 : Integer.parseInt(index);
				if (shapes.getInputList().equals(branches) && branches.get(i).equals(branch)) return mask;
			}
			return null;
		}

		GraphDef maskPools() {
			for (final NodeDef mask : graph.getNodeList()) {
				if (!is(mask, RELU_GRADIENT)) continue;
				final NodeDef source = edit.source(mask, 0);
				if (source == null || onlyConsumer(source) != mask) continue;
				if (isPoolGradient(source, mask.getInput(1))) swap(mask, source);
				else if (preservesSigns(source, mask.getInput(1)) && isPoolGradient(edit.source(source, 0), source.getInput(2)) &&
					onlyConsumer(edit.source(source, 0)) == source) swap(mask, source, edit.source(source, 0));
			}
			return edit.result();
		}

		/** Whether a node is the gradient of max pooling of the given input. */
		private boolean isPoolGradient(final NodeDef node, final String pooled) {
			return is(node, POOL_GRADIENT) && node.getInput(0).equals(pooled);
		}

		/** Whether a node is the gradient of a normalisation of the given input with a positive factor. */
		private boolean preservesSigns(final NodeDef node, final String normalised) {
			if (!is(node, "LRNGrad") || !node.getInput(1).equals(normalised)) return false;
			final NodeDef lrn = edit.source(node, 2);
			return is(lrn, "LRN") && BandedNormalisation.number(lrn, "bias") > 0 && BandedNormalisation.number(lrn,
				"alpha") >= 0;
		}

		private void swap(final NodeDef mask, final NodeDef pool) {
			edit.replace(pool, masked(pool));
			edit.replace(mask, pool.toBuilder().setName(mask.getName()).setInput(2, pool.getName()));
		}

		private void swap(final NodeDef mask, final NodeDef normalisation, final NodeDef pool) {
			edit.replace(pool, masked(pool));
			edit.replace(normalisation, pool.toBuilder().setName(normalisation.getName()).setInput(2, pool.getName()));
			edit.replace(mask, normalisation.toBuilder().setName(mask.getName()).setInput(0, normalisation.getName()));
		}

		/**
		 * The incoming gradient of the pooling, masked by the output of the pooling, with the
		 * name of the pooling's gradient.
		 */
		private static NodeDef.Builder masked(final NodeDef pool) {
			return Nodes.op(RELU_GRADIENT, pool.getName(), pool.getInput(2), pool.getInput(1));
		}
	}
}
