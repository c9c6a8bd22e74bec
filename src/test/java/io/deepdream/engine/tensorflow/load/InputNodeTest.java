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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

import com.google.protobuf.ByteString;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.compile.Differences;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of inputs of networks: each is found without help, or the message names the remedy. */
class InputNodeTest {

	@TempDir
	Path folder;

	private static AttrValue shape(final long... sizes) {
		final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (final long size : sizes)
			shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
		return AttrValue.newBuilder().setShape(shape).build();
	}

	private static NodeDef placeholder(final String name, final DataType type, final long... sizes) {
		return NodeDef.newBuilder().setName(name).setOp("Placeholder").putAttr("dtype",
			Constants.type(type)).putAttr("shape",
			shape(sizes)).build();
	}

	/** A convolution of the node "image" with 3 channels. */
	private static SmallGraphs convolution() {
		return new SmallGraphs(3).from("image").conv("a", 3, 3, 3, 4, 2, "SAME").relu("b");
	}

	/** A graph without the default input. */
	private GradientEngine open(final SmallGraphs graph, final NodeDef... inputs) {
		return Engines.open(save(graph, inputs));
	}

	private ModelSpec save(final SmallGraphs graph, final NodeDef... inputs) {
		return save(graph, new Properties(), inputs);
	}

	private ModelSpec save(final SmallGraphs graph, final Properties properties, final NodeDef... inputs) {
		final List<NodeDef> nodes = new ArrayList<>(List.of(inputs));
		graph.build().getNodeList().stream().filter(node -> !node.getName().equals("input")).forEach(nodes::add);
		final Path file = folder.resolve("net.pb");
		try {
			Files.write(file, GraphDef.newBuilder().addAllNode(nodes).build().toByteArray());
			return new ModelSpec("net", file.toUri().toURL(), properties);
		}
		catch (final IOException exc) {
			throw new AssertionError(exc);
		}
	}

	private static float[] picture() {
		return Differences.picture(5);
	}

	private static float[] activations(final GradientEngine engine, final String layer) {
		return engine.activations(layer, picture(), Differences.WIDTH, Differences.HEIGHT).values();
	}

	private static List<String> names(final GradientEngine engine) {
		return engine.layers().stream().map(LayerInfo::name).collect(Collectors.toList());
	}

	private static void assertGradient(final GradientEngine engine, final String layer) {
		Differences.assertEqualsDifferences(engine, List.of(Differences.term(engine, layer, true)),
			List.of(Differences.all(engine,
			layer)));
	}

	/** Its images are whole grey levels, of which no mean is subtracted. */
	@Test
	void uint8() {
		final SmallGraphs graph = new SmallGraphs(3).from("image_tensor").other("Cast", "image", n ->
			n.removeAttr("T").putAttr(
			"SrcT", Constants.type(DataType.DT_UINT8)).putAttr("DstT", Constants.type(DataType.DT_FLOAT))).conv("a", 3, 3,
			3, 4, 2,
				"SAME").relu("b");
		try (GradientEngine engine = open(graph, placeholder("image_tensor", DataType.DT_UINT8, -1, -1, -1, 3))) {
			assertEquals(List.of("image", "a", "b"), names(engine));
			assertArrayEquals(picture(), activations(engine, "image"), 1e-4f);
			assertGradient(engine, "b");
		}
	}

	@Test
	void placeholderWithDefault() {
		final NodeDef zeros = Constants.ofFloats("zeros", new float[48], 1, 4, 4, 3);
		final NodeDef image = NodeDef.newBuilder().setName("image").setOp("PlaceholderWithDefault").addInput("zeros").putAttr("dtype",
			Constants.type(DataType.DT_FLOAT)).putAttr("shape", shape(-1, -1, -1, 3)).build();
		try (GradientEngine engine = open(convolution(), zeros, image)) {
			assertEquals(List.of("a", "b"), names(engine));
			assertGradient(engine, "b");
		}
	}

	private static SmallGraphs dropout(final String form) {
		final SmallGraphs graph = convolution().other("Shape", "size", n -> n.putAttr("out_type", Constants.type(
			DataType.DT_INT32))).from("size").other("RandomUniform", "random", n -> n.putAttr("T", Constants.type(
				DataType.DT_INT32)).putAttr("dtype", Constants.type(DataType.DT_FLOAT)));
		graph.constant(Constants.ofFloats("one", new float[] { 1 })).constant(Constants.ofFloats("zero",
			new float[] { 0 }));
		if (form.equals("floor")) graph.from("keep_prob").other("Add", "sum", n -> n.addInput("random")).other("Floor",
			"mask");
		else {
			graph.from("one").other("Sub", "rate", n -> n.addInput("keep_prob")).from("random").other("GreaterEqual", "kept",
				n -> n.addInput("rate"));
			if (form.equals("cast")) graph.other("Cast", "mask", n -> n.removeAttr("T").putAttr("SrcT", Constants.type(
				DataType.DT_BOOL)).putAttr("DstT", Constants.type(DataType.DT_FLOAT)));
		}
		graph.from("b").other("RealDiv", "scaled", n -> n.addInput("keep_prob"));
		if (form.equals("select")) graph.from("kept").other("SelectV2", "dropped", n ->
			n.addInput("scaled").addInput("zero"));
		else graph.other("Mul", "dropped", n -> n.addInput("mask"));
		return graph.conv("c", 3, 3, 4, 5, 1, "SAME");
	}

	/** As TensorFlow 1.0, 1.13 and 2 write it: the layers behind the dropout exist, and nothing is dropped. */
	@ParameterizedTest
	@ValueSource(strings = { "floor", "cast", "select" })
	void scalarProbabilityOfDropout(final String form) {
		try (GradientEngine engine = open(dropout(form), placeholder("image", DataType.DT_FLOAT, -1, -1, -1, 3),
			placeholder(
			"keep_prob", DataType.DT_FLOAT)))
		{
			assertTrue(names(engine).containsAll(List.of("b", "c")), names(engine).toString());
			assertArrayEquals(activations(engine, "b"), activations(engine, "scaled"), 0);
			assertArrayEquals(activations(engine, "c"), activations(engine, "c"), 0);
			assertGradient(engine, "c");
		}
	}

	/** In old graphs, placeholders have no shape. */
	@Test
	void imageOfUnknownShapeBesideAProbability() {
		try (GradientEngine engine = open(dropout("floor"), placeholder("image", DataType.DT_FLOAT),
			placeholder("keep_prob",
			DataType.DT_FLOAT)))
		{
			assertTrue(names(engine).contains("c"));
		}
	}

	/** As the Inception v3 of 2015: the graph decodes and resamples a file itself. */
	@Test
	void decodedImage() {
		final NodeDef file = NodeDef.newBuilder().setName("contents").setOp("Const").putAttr("dtype", Constants.type(
			DataType.DT_STRING)).putAttr("value", AttrValue.newBuilder().setTensor(TensorProto.newBuilder().setDtype(
				DataType.DT_STRING).addStringVal(ByteString.copyFromUtf8(""))).build()).build();
		final NodeDef decoder = NodeDef.newBuilder().setName("DecodeJpeg").setOp("DecodeJpeg").addInput("contents").build();
		final SmallGraphs graph = new SmallGraphs(3).constant(Constants.ofInts("axis",
			new int[] { 0 })).constant(Constants.ofInts(
			"side", new int[] { 299, 299 }, 2)).numbers("mean", 128, 128).from("DecodeJpeg").other("Cast", "floats", n -> n
				.removeAttr("T").putAttr("SrcT", Constants.type(DataType.DT_UINT8)).putAttr("DstT", Constants.type(
					DataType.DT_FLOAT))).other("ExpandDims", "batch", n -> n.addInput("axis").putAttr("Tdim", Constants.type(
						DataType.DT_INT32))).other("ResizeBilinear", "resized", n -> n.addInput("side")).other("Sub", "image",
						n -> n
							.addInput("mean")).conv("a", 3, 3, 3, 4, 2, "SAME").relu("b");
		try (GradientEngine engine = open(graph, file, decoder)) {
			assertEquals(List.of("image", "a", "b"), names(engine));
			assertGradient(engine, "b");
		}
	}

	private String message(final SmallGraphs graph, final NodeDef... inputs) {
		final ModelSpec spec = save(graph, inputs);
		return assertThrows(DreamException.class, () -> Engines.open(spec).close()).getMessage();
	}

	/** The placeholder states the channels, or the first kernel does, also behind the scaling of the input. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void inputChannels(final int channels) {
		final SmallGraphs plain = new SmallGraphs(3).from("image").conv("a", 3, 3, channels, 4, 2, "SAME");
		final SmallGraphs scaled = new SmallGraphs(3).numbers("factor", 0.1f, 0.2f).from("image").other("Mul", "scaled", n -> n.addInput(
			"factor")).numbers("k", -1, 1, 3, 3, channels, 2).other("DepthwiseConv2dNative", "a", n -> n.addInput("k").putAttr(
				"strides", SmallGraphs.ints(1, 1, 1, 1)).putAttr("padding", SmallGraphs.text("SAME")));
		for (final SmallGraphs graph : List.of(plain, scaled))
			for (final NodeDef input : List.of(placeholder("image", DataType.DT_FLOAT, -1, -1, -1, channels), placeholder("image",
				DataType.DT_FLOAT, -1, -1, -1, -1), placeholder("image", DataType.DT_FLOAT)))
				try (GradientEngine engine = open(graph, input)) {
					assertEquals(channels, engine.inputChannels());
					assertGradient(engine, "a");
				}
	}

	/** Three, unless the properties state the number. */
	@Test
	void inputChannelsThatTheGraphDoesNotState() {
		final SmallGraphs graph = new SmallGraphs(3).numbers("unused", 0, 1, 3).from("image").other("Square", "a");
		final NodeDef input = placeholder("image", DataType.DT_FLOAT);
		final Properties two = new Properties();
		two.setProperty("input-channels", "2");
		try (GradientEngine engine = open(graph, input); GradientEngine stated = Engines.open(save(graph, two, input))) {
			assertEquals(3, engine.inputChannels());
			assertEquals(2, stated.inputChannels());
		}
	}

	@Test
	void inputChannelsThatContradictTheGraph() {
		final SmallGraphs graph = new SmallGraphs(3).from("image").conv("a", 3, 3, 1, 4, 2, "SAME");
		final Properties two = new Properties();
		two.setProperty("input-channels", "2");
		final ModelSpec spec = save(graph, two, placeholder("image", DataType.DT_FLOAT, -1, -1, -1, 1));
		final String message = assertThrows(DreamException.class, () -> Engines.open(spec).close()).getMessage();
		assertTrue(message.contains("input-channels = 2") && message.contains("with 1 channel:"), message);
	}

	/** Grey levels of one channel are neither centred nor scaled. */
	@Test
	void uint8OfOneChannel() {
		final SmallGraphs graph = new SmallGraphs(3).from("image_tensor").other("Cast", "image", n -> n.removeAttr("T").putAttr(
			"SrcT", Constants.type(DataType.DT_UINT8)).putAttr("DstT", Constants.type(DataType.DT_FLOAT))).conv("a", 3, 3, 1, 4, 2,
				"SAME");
		try (GradientEngine engine = open(graph, placeholder("image_tensor", DataType.DT_UINT8, -1, -1, -1, 1))) {
			final float[] picture = Differences.picture(5, 1);
			assertArrayEquals(picture, engine.activations("image", picture, Differences.WIDTH, Differences.HEIGHT).values(), 1e-4f);
		}
	}

	@Test
	void channelsBeforeRows() {
		final String message = message(new SmallGraphs(3).from("image").conv("a", 3, 3, 3, 4, 2, "SAME"),
			placeholder("image",
			DataType.DT_FLOAT, -1, 3, 224, 224));
		assertTrue(message.contains("NHWC"), message);
	}

	/** However the graph shows it: by the shape of its input, the layout of its first operation, or a transposition. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void channelsBeforeRowsInAnyNumber(final int channels) {
		final NodeDef fixed = placeholder("image", DataType.DT_FLOAT, -1, channels, 64, 48);
		final NodeDef free = placeholder("image", DataType.DT_FLOAT, -1, channels, -1, -1);
		final NodeDef unknown = placeholder("image", DataType.DT_FLOAT);
		final SmallGraphs layout = new SmallGraphs(3).numbers("k", -1, 1, 3, 3, channels, 2).numbers("factor", 0.1f, 0.2f).from("image")
			.other("Mul", "scaled", n -> n.addInput("factor")).other("Conv2D", "a", n -> n.addInput("k").putAttr("strides", SmallGraphs
				.ints(1, 1, 1, 1)).putAttr("padding", SmallGraphs.text("SAME")).putAttr("data_format", SmallGraphs.text("NCHW")));
		final SmallGraphs transposed = new SmallGraphs(3).constant(Constants.ofInts("axes", new int[] { 0, 2, 3, 1 }, 4)).from("image")
			.other("Transpose", "rows", n -> n.addInput("axes").putAttr("Tperm", Constants.type(DataType.DT_INT32))).conv("a", 3, 3,
				channels, 4, 2, "SAME");
		for (final SmallGraphs graph : List.of(layout, transposed))
			for (final NodeDef input : List.of(fixed, free, unknown)) {
				final String message = message(graph, input);
				assertTrue(message.contains("channels before the rows (NCHW)") && message.contains("NHWC"), message);
			}
	}

	/** Without any other sign, one or three rows are channels. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void shapesOfChannelsBeforeRows(final int channels) {
		final SmallGraphs other = new SmallGraphs(3).numbers("unused", 0, 1, 3).from("image").other("Square", "a");
		for (final NodeDef input : List.of(placeholder("image", DataType.DT_FLOAT, -1, channels, 64, 48), placeholder("image",
			DataType.DT_FLOAT, -1, channels, -1, -1)))
		{
			final String message = message(other, input);
			assertTrue(message.contains("channels before the rows (NCHW)"), message);
		}
	}

	/** Images of one row are possible where the first kernel has as many channels. */
	@Test
	void imagesOfOneRow() {
		try (GradientEngine engine = open(new SmallGraphs(3).from("image").conv("a", 1, 3, 5, 4, 1, "SAME"), placeholder("image",
			DataType.DT_FLOAT, -1, 1, -1, 5)))
		{
			assertEquals(5, engine.inputChannels());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "VariableV2", "VarHandleOp" })
	void variablesInsteadOfConstants(final String op) {
		final NodeDef.Builder variable = NodeDef.newBuilder().setName("w").setOp(op).putAttr("dtype", Constants.type(
			DataType.DT_FLOAT)).putAttr("shape", shape(3, 3, 3, 4));
		final SmallGraphs graph = new SmallGraphs(3).numbers("unused", 0, 1, 3).constant(variable.build());
		if (op.equals("VarHandleOp")) graph.constant(NodeDef.newBuilder().setName("w/read").setOp("ReadVariableOp").addInput("w").putAttr(
			"dtype", Constants.type(DataType.DT_FLOAT)).build());
		else graph.constant(Nodes.op("Identity", "w/read", "w").build());
		graph.from("image").other("Conv2D", "a", n -> n.addInput("w/read").putAttr("strides", SmallGraphs.ints(1, 1, 1,
			1)).putAttr(
			"padding", SmallGraphs.text("SAME")));
		final String message = message(graph, placeholder("image", DataType.DT_FLOAT, -1, -1, -1, 3));
		assertTrue(message.contains("variable w") && message.contains("SavedModel"), message);
	}

	@Test
	void severalImages() {
		final String message = message(convolution(), placeholder("image", DataType.DT_FLOAT, -1, -1, -1, 3),
			placeholder("other",
			DataType.DT_FLOAT, -1, -1, -1, 3));
		assertTrue(message.contains("several inputs (image, other)") && message.contains("input=..."), message);
	}
}
