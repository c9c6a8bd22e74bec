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
package io.deepdream.engine.tensorflow.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Random;
import java.util.function.Consumer;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import com.google.protobuf.ByteString;

import io.deepdream.engine.tensorflow.load.FrozenGraph;
import io.deepdream.model.ModelSpec;

/** Builds small frozen graphs like those of 2015: with pinned devices, and an input of unknown rank. */
public final class SmallGraphs {

	private final GraphDef.Builder graph = GraphDef.newBuilder();
	private final Random random;
	private String last = "input";

	public SmallGraphs(final long seed) {
		random = new Random(seed);
		add(NodeDef.newBuilder().setName("input").setOp("Placeholder").putAttr("dtype", Constants.type(
			DataType.DT_FLOAT)));
	}

	private SmallGraphs add(final NodeDef.Builder node) {
		graph.addNode(node.setDevice("/cpu:0"));
		last = node.getName();
		return this;
	}

	private NodeDef.Builder op(final String op, final String name) {
		return NodeDef.newBuilder().setName(name).setOp(op).addInput(last).putAttr("T", Constants.type(
			DataType.DT_FLOAT));
	}

	public static AttrValue ints(final long... values) {
		final AttrValue.Builder attr = AttrValue.newBuilder();
		for (final long value : values)
			attr.getListBuilder().addI(value);
		return attr.build();
	}

	public static AttrValue text(final String value) {
		return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(value)).build();
	}

	/** The next node reads the given node. */
	public SmallGraphs from(final String node) {
		last = node;
		return this;
	}

	public SmallGraphs conv(final String name, final int kernelHeight, final int kernelWidth, final int in, final int out,
		final int stride, final String padding)
	{
		final float[] weights = new float[kernelHeight * kernelWidth * in * out];
		for (int i = 0; i < weights.length; i++)
			weights[i] = (float) (random.nextGaussian() / Math.sqrt(kernelHeight * kernelWidth * in));
		graph.addNode(Constants.ofFloats(name + "_w", weights, kernelHeight, kernelWidth, in, out));
		return add(op("Conv2D", name).addInput(name + "_w").putAttr("strides", ints(1, stride, stride, 1)).putAttr(
			"padding", text(padding)));
	}

	public SmallGraphs bias(final String name, final int channels) {
		final float[] values = new float[channels];
		for (int i = 0; i < channels; i++)
			values[i] = (float) random.nextGaussian();
		graph.addNode(Constants.ofFloats(name + "_values", values, channels));
		return add(op("BiasAdd", name).addInput(name + "_values"));
	}

	public SmallGraphs relu(final String name) {
		return add(op("Relu", name));
	}

	public SmallGraphs lrn(final String name, final int radius, final float bias, final float alpha, final float beta) {
		return add(op("LRN", name).putAttr("depth_radius", AttrValue.newBuilder().setI(radius).build()).putAttr("bias",
			number(bias)).putAttr("alpha", number(alpha)).putAttr("beta", number(beta)));
	}

	public static AttrValue number(final float value) {
		return AttrValue.newBuilder().setF(value).build();
	}

	public SmallGraphs pool(final String name, final int size, final int stride) {
		return add(op("MaxPool", name).putAttr("ksize", ints(1, size, size, 1)).putAttr("strides", ints(1, stride,
			stride, 1)).putAttr("padding", text("SAME")));
	}

	/** A Concat (first version), whose axis is the first input. */
	public SmallGraphs concat(final String name, final String a, final String b) {
		graph.addNode(Constants.ofInts(name + "/concat_dim", new int[] { 3 }));
		return add(NodeDef.newBuilder().setName(name).setOp("Concat").addInput(name + "/concat_dim").addInput(a).addInput(
			b).putAttr("N", AttrValue.newBuilder().setI(2).build()).putAttr("T", Constants.type(DataType.DT_FLOAT)));
	}

	/** A classifier head, which fits one input size only. */
	public SmallGraphs head(final int features) {
		graph.addNode(Constants.ofInts("head/shape", new int[] { -1, features }, 2));
		graph.addNode(Constants.ofFloats("head/w", new float[features * 2], features, 2));
		add(op("Reshape", "head/flat").addInput("head/shape").putAttr("Tshape", Constants.type(DataType.DT_INT32)));
		return add(op("MatMul", "head/logits").addInput("head/w"));
	}

	/** A batch normalisation with stored statistics. */
	public SmallGraphs batchNorm(final String name, final int channels) {
		return numbers(name + "_gamma", 0.5f, 2, channels).numbers(name + "_beta", -1, 1, channels).numbers(name + "_mean", -30,
			30, channels).numbers(name + "_variance", 100, 900, channels).other("FusedBatchNorm", name, n -> n.addInput(name +
				"_gamma").addInput(name + "_beta").addInput(name + "_mean").addInput(name + "_variance").putAttr("is_training",
					AttrValue.newBuilder().setB(false).build()));
	}

	/** Another operation with one input. */
	public SmallGraphs other(final String op, final String name) {
		return other(op, name, node -> {});
	}

	/**
	 * Another operation.
	 *
	 * @param more adds inputs and attributes
	 */
	public SmallGraphs other(final String op, final String name, final Consumer<NodeDef.Builder> more) {
		final NodeDef.Builder node = op(op, name);
		more.accept(node);
		return add(node);
	}

	/** A constant with uniform random numbers in a range, for another node to read. */
	public SmallGraphs numbers(final String name, final float min, final float max, final int... shape) {
		final float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
		for (int i = 0; i < values.length; i++)
			values[i] = min + (max - min) * random.nextFloat();
		return constant(Constants.ofFloats(name, values, shape));
	}

	public SmallGraphs constant(final NodeDef constant) {
		graph.addNode(constant);
		return this;
	}

	/** Replaces the node of the same name. */
	public SmallGraphs replaced(final NodeDef node) {
		for (int i = 0; i < graph.getNodeCount(); i++)
			if (graph.getNode(i).getName().equals(node.getName())) graph.setNode(i, node);
		return this;
	}

	/** Stores a constant in 16 bits, which a Cast reads, as tools that halve the size of a file do. */
	public SmallGraphs cast(final String name, final NodeDef stored) {
		return replaced(NodeDef.newBuilder().setName(name).setOp("Cast").addInput(stored.getName()).putAttr("SrcT", stored
			.getAttrOrThrow("dtype")).putAttr("DstT", Constants.type(DataType.DT_FLOAT)).build()).constant(stored);
	}

	/** The graph as the engine prepares it, with the default mean 117. */
	public GraphDef forward() {
		return FrozenGraph.prepare(build(), "input", new ModelSpec("m", null, new Properties()));
	}

	public GraphDef build() {
		return graph.build();
	}

	/** Writes the graph to a file. */
	public ModelSpec save(final Path folder, final Properties properties) {
		try {
			final Path file = folder.resolve("small.pb");
			Files.write(file, build().toByteArray());
			return new ModelSpec("small", file.toUri().toURL(), properties);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
