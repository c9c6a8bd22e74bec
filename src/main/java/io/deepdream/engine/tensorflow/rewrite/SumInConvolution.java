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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

import com.google.protobuf.ByteString;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Fuses sums of convolutions, such as the backward convolutions of a block's branches:
 * each convolution adds its result to one tensor in place, one after the other. This
 * saves writing a tensor for each convolution and reading all of them for the sum.
 * Requires oneDNN's convolutions.
 */
public final class SumInConvolution implements GradientRewrite {

	/** Detects whether the TensorFlow library supports fused sums, by running one. */
	private static final class Library {

		// TensorFlow's own kernels would print an error
		private static final boolean SUPPORTED = ConvolutionKernels.current().areOneDnn() && runFusedSum();

		private static boolean runFusedSum() {
			// a placeholder instead of a constant, which TensorFlow would fold without running the convolution
			final NodeDef x = NodeDef.newBuilder().setOp("Placeholder").setName("x").putAttr("dtype", Constants.type(
				DataType.DT_FLOAT)).build();
			final GraphDef definition = GraphDef.newBuilder().addNode(x).addNode(Constants.ofFloats("w", new float[] { 3 }, 1, 1,
				1, 1)).addNode(Constants.ofFloats("b", new float[] { 0 }, 1)).addNode(fusedSum(Nodes.convolution("convolved", "x", "w",
					"SAME").build(), "sum", "b", "x")).build();
			try (Graph graph = new Graph(); TFloat32 two = TFloat32.tensorOf(Shape.of(1, 1, 1, 1), t -> t.setFloat(2, 0, 0, 0,
				0)))
			{
				graph.importGraphDef(definition);
				try (Session session = new Session(graph); Result result = session.runner().feed("x", two).fetch("sum").run()) {
					return ((TFloat32) result.get(0)).getFloat(0, 0, 0, 0) == 8;
				}
			}
			catch (final RuntimeException exc) {
				return false;
			}
		}
	}

	@Override
	public String reason() {
		return "oneDNN's convolutions can add their results in place";
	}

	/** TensorFlow supports fused sums in float32 only. */
	@Override
	public boolean supportsBfloat16() {
		return false;
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		if (!Library.SUPPORTED) return graph;
		final GraphEdit edit = new GraphEdit(graph);
		final GraphNodes nodes = edit.nodes();
		final Map<String, List<NodeDef>> consumers = nodes.consumers();
		final Map<String, Double> costs = costs(nodes);
		for (final NodeDef sum : graph.getNodeList()) {
			final List<NodeDef> convolutions = new ArrayList<>();
			final String first = sum.getOp().equals("AddN") ? firstSummand(sum, nodes, consumers, convolutions) : null;
			if (first == null) continue;
			// in the order of their cost, so that no addition waits for the most expensive branch
			convolutions.sort(Comparator.comparingDouble(node -> costs.get(GraphNodes.nodeOf(node.getInput(0)))));
			String last = first;
			for (int i = 0; i < convolutions.size(); i++) {
				final NodeDef convolution = convolutions.get(i);
				final boolean isLast = i == convolutions.size() - 1;
				final NodeDef replaced = isLast ? sum : convolution;
				final String bias = convolution.getName() + "/no_bias";
				final int channels = Constants.shape(nodes.constant(convolution.getInput(1)))[3];
				edit.replace(replaced, Constants.ofFloats(bias, new float[channels], channels), fusedSum(convolution, replaced
					.getName(), bias, last));
				if (isLast) edit.remove(convolution);
				last = replaced.getName();
			}
		}
		return edit.result();
	}

	/**
	 * @param convolutions receives the inputs of a sum that can be fused
	 * @return the remaining input, to which they are added; null if the sum cannot be
	 *          fused
	 */
	private static String firstSummand(final NodeDef sum, final GraphNodes nodes,
		final Map<String, List<NodeDef>> consumers,
		final List<NodeDef> convolutions)
	{
		final List<String> others = new ArrayList<>();
		for (final String input : sum.getInputList()) {
			final NodeDef node = nodes.get(GraphNodes.nodeOf(input));
			if (isSummand(node, nodes, consumers)) convolutions.add(node);
			else others.add(input);
		}
		// without another input, the first convolution is not fused
		if (others.isEmpty()) others.add(convolutions.remove(0).getName());
		return others.size() == 1 && !convolutions.isEmpty() ? others.get(0) : null;
	}

	/** Whether a node is a convolution with a constant kernel and a single consumer. */
	static boolean isSummand(final NodeDef node, final GraphNodes nodes, final Map<String, List<NodeDef>> consumers) {
		return isFusable(node) && consumers.get(node.getName()).size() == 1 && nodes.constant(node.getInput(1)) != null;
	}

	private static boolean isFusable(final NodeDef node) {
		return node.getOp().equals("Conv2D") && Nodes.isPlainConvolution(node);
	}

	/** Number of multiplications on the most expensive path to each node, per position. */
	private static Map<String, Double> costs(final GraphNodes nodes) {
		final Map<String, Double> costs = new HashMap<>();
		for (final NodeDef node : nodes.sorted()) {
			double maximum = 0;
			for (final String source : GraphNodes.sources(node))
				maximum = Math.max(maximum, costs.getOrDefault(source, 0.0));
			final NodeDef kernel = isFusable(node) ? nodes.constant(node.getInput(1)) : null;
			double multiplications = kernel == null ? 0 : 1;
			if (kernel != null) for (final int size : Constants.shape(kernel))
				multiplications *= size;
			costs.put(node.getName(), maximum + multiplications);
		}
		return costs;
	}

	private static NodeDef fusedSum(final NodeDef convolution, final String name, final String bias, final String summand) {
		final AttrValue.Builder types = AttrValue.newBuilder();
		types.getListBuilder().addType(DataType.DT_FLOAT).addType(DataType.DT_FLOAT);
		final AttrValue.Builder ops = AttrValue.newBuilder();
		ops.getListBuilder().addS(ByteString.copyFromUtf8("BiasAdd")).addS(ByteString.copyFromUtf8("Add"));
		return Nodes.op("_FusedConv2D", name, convolution.getInput(0), convolution.getInput(1), bias, summand).putAttr("strides",
			convolution.getAttrOrThrow("strides")).putAttr("padding", convolution.getAttrOrThrow("padding")).putAttr("num_args",
				Nodes.number(2)).putAttr("TArgs", types.build()).putAttr("fused_ops", ops.build()).build();
	}
}
