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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.load.FrozenGraph;

/** A frozen graph whose kernels and biases can be extracted, trained, and replaced. */
public final class Student {

	private final GraphDef frozen;
	private final Map<String, int[]> shapes = new LinkedHashMap<>();

	/**
	 * @param frozen bytes of a GraphDef whose convolutions and biases read constants, which
	 *          may be stored in 16 bits
	 */
	public Student(final byte[] frozen) {
		this.frozen = FrozenGraph.parse(frozen, "the student");
		final GraphNodes nodes = nodes();
		for (final NodeDef node : this.frozen.getNodeList())
			if (node.getOp().equals("Conv2D") || node.getOp().equals("BiasAdd")) {
				final NodeDef constant = nodes.constant(node.getInput(1));
				shapes.put(constant.getName(), Constants.shape(constant));
			}
	}

	GraphDef graph() {
		return frozen;
	}

	public GraphNodes nodes() {
		return new GraphNodes(frozen);
	}

	/** One convolution with its bias. */
	public static final class Layer {

		/** Name of the layer: that of its bias addition. */
		public final String name;
		/** The node whose output it reads. */
		public final String input;
		public final String kernel;
		public final String bias;
		/** Rows and columns of the kernel. */
		public final int size;
		public final int ins;
		public final int outs;
		public final int stride;

		Layer(final NodeDef convolution, final NodeDef addition, final int[] shape) {
			name = addition.getName();
			input = convolution.getInput(0);
			kernel = convolution.getInput(1);
			bias = addition.getInput(1);
			size = shape[0];
			ins = shape[2];
			outs = shape[3];
			stride = (int) convolution.getAttrOrThrow("strides").getList().getI(1);
		}
	}

	/** All convolutions with a bias, square kernels throughout, in the graph's order. */
	public List<Layer> layers() {
		final GraphNodes nodes = nodes();
		final List<Layer> result = new ArrayList<>();
		for (final NodeDef node : frozen.getNodeList()) {
			if (!node.getOp().equals("BiasAdd")) continue;
			final NodeDef convolution = nodes.get(node.getInput(0));
			result.add(new Layer(convolution, node, shapes.get(convolution.getInput(1))));
		}
		return result;
	}

	/** Names and shapes of all kernels and biases, in the graph's order. */
	public Map<String, int[]> shapes() {
		return Collections.unmodifiableMap(shapes);
	}

	/** Whether kernels and biases have the same names and shapes. */
	public boolean hasLayersOf(final Student other) {
		return shapes.keySet().equals(other.shapes.keySet()) && shapes.keySet().stream().allMatch(name -> Arrays.equals(shapes
			.get(name), other.shapes.get(name)));
	}

	/** The values of the frozen graph, in the order of {@link #shapes()}. */
	public List<float[]> weights() {
		final GraphNodes nodes = nodes();
		final List<float[]> result = new ArrayList<>();
		for (final String name : shapes.keySet())
			result.add(Constants.floats(nodes.get(name)));
		return result;
	}

	/** The same graph with other values. */
	public byte[] with(final List<float[]> weights) {
		final Map<String, float[]> values = new LinkedHashMap<>();
		int i = 0;
		for (final String name : shapes.keySet())
			values.put(name, weights.get(i++));
		final GraphDef.Builder result = frozen.toBuilder().clearNode();
		for (final NodeDef node : frozen.getNodeList()) {
			final float[] value = values.get(node.getName());
			result.addNode(value == null ? node : Constants.ofFloats(node.getName(), value, shapes.get(node.getName())));
		}
		return result.build().toByteArray();
	}

	/**
	 * The same graph with its kernels stored as float16, each read by a Cast, in half of the
	 * space. Biases, less than a hundredth of the numbers, remain float32.
	 *
	 * @throws IllegalArgumentException if float16 cannot hold a weight
	 */
	public byte[] inFloat16() {
		final GraphDef.Builder result = frozen.toBuilder().clearNode();
		for (final NodeDef node : frozen.getNodeList()) {
			final int[] shape = shapes.get(node.getName());
			if (shape == null || shape.length != 4) result.addNode(node);
			else {
				final NodeDef stored = Constants.ofFloat16(node.getName() + "/float16", Constants.floats(node), shape);
				result.addNode(stored).addNode(NodeDef.newBuilder().setName(node.getName()).setOp("Cast").addInput(stored
					.getName()).putAttr("SrcT", Constants.type(DataType.DT_HALF)).putAttr("DstT", Constants.type(
						DataType.DT_FLOAT)));
			}
		}
		return result.build().toByteArray();
	}

	/** A placeholder of a fixed shape. */
	static NodeDef placeholder(final String name, final int... shape) {
		final TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
		for (final int size : shape)
			dims.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
		return NodeDef.newBuilder().setName(name).setOp("Placeholder").putAttr("dtype", Constants.type(DataType.DT_FLOAT))
			.putAttr("shape", org.tensorflow.proto.AttrValue.newBuilder().setShape(dims).build()).build();
	}
}
