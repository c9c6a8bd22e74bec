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
package io.deepdream.train.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/**
 * Computes a network in bfloat16, which processors with AMX or AVX512-BF16 run
 * several times faster than float32. The first convolution stays float32, since
 * bfloat16 cannot distinguish grey level 128 from 128.5, and so do normalisations.
 * The graph converts the weights, so that a training keeps them in float32.
 */
final class HalfPrecision implements GraphRewrite {

	private static final Set<String> OPS = Set.of("Conv2D", "BiasAdd", "Relu", "MaxPool", "AvgPool", "ConcatV2");

	@Override
	public GraphDef apply(final GraphDef graph) {
		final Map<String, Integer> depth = convolutionsBefore(graph);
		final Set<String> half = new HashSet<>();
		for (final NodeDef node : graph.getNodeList())
			if (OPS.contains(node.getOp()) && (depth.get(node.getName()) > 1 || node.getOp().contains("Pool"))) half.add(
				node.getName());
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		final Set<String> casts = new HashSet<>();
		for (final NodeDef node : graph.getNodeList()) {
			final NodeDef.Builder changed = node.toBuilder();
			final boolean isHalf = half.contains(node.getName());
			if (isHalf) changed.putAttr("T", Constants.type(DataType.DT_BFLOAT16));
			// the axis of ConcatV2 stays an integer
			final int inputs = node.getOp().equals("ConcatV2") ? node.getInputCount() - 1 : node.getInputCount();
			for (int i = 0; i < inputs; i++) {
				final String from = node.getInput(i);
				if (from.startsWith("^") || half.contains(from) == isHalf) continue;
				final String cast = from + (isHalf ? "/bfloat16" : "/float32");
				if (casts.add(cast)) result.addNode(NodeDef.newBuilder().setName(cast).setOp("Cast").addInput(from).putAttr(
					"SrcT", Constants.type(isHalf ? DataType.DT_FLOAT : DataType.DT_BFLOAT16)).putAttr("DstT", Constants.type(
						isHalf ? DataType.DT_BFLOAT16 : DataType.DT_FLOAT)));
				changed.setInput(i, cast);
			}
			result.addNode(changed);
		}
		return result.build();
	}

	/** Maximum number of convolutions on a path from the input to each node, itself included. */
	private static Map<String, Integer> convolutionsBefore(final GraphDef graph) {
		final Map<String, Integer> depth = new HashMap<>();
		final GraphNodes nodes = new GraphNodes(graph);
		for (final NodeDef node : graph.getNodeList())
			depth(node, nodes, depth);
		return depth;
	}

	private static int depth(final NodeDef node, final GraphNodes nodes, final Map<String, Integer> known) {
		final Integer found = known.get(node.getName());
		if (found != null) return found;
		int depth = 0;
		for (final String source : GraphNodes.sources(node))
			depth = Math.max(depth, depth(nodes.get(source), nodes, known));
		if (node.getOp().equals("Conv2D")) depth++;
		known.put(node.getName(), depth);
		return depth;
	}
}
