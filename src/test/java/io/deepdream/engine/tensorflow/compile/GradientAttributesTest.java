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

import static io.deepdream.engine.tensorflow.compile.Differences.all;
import static io.deepdream.engine.tensorflow.compile.Differences.assertEqualsDifferences;
import static io.deepdream.engine.tensorflow.compile.Differences.term;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.ints;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.number;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attributes that change the derivative of an operation, with values other than the
 * default: TensorFlow's C++ gradients ignore some of them without an error.
 */
class GradientAttributesTest {

	@TempDir
	Path folder;

	private static Arguments of(final String what, final UnaryOperator<SmallGraphs> operation) {
		return Arguments.of(what, operation);
	}

	private static AttrValue bool(final boolean value) {
		return AttrValue.newBuilder().setB(value).build();
	}

	/** The input of each has 8 channels, in the non-linear range of activation functions. */
	static Stream<Arguments> operations() {
		return Stream.of(
			of("LRN, all attributes", g -> g.lrn("x", 2, 1.5f, 0.3f, 0.6f)),
			of("LRN, exponent 0.75", g -> g.lrn("x", 3, 2f, 0.2f, 0.75f)),
			of("Conv2D, dilations", g -> conv(g, 3, 3, 1, "SAME", 2, 2)),
			of("Conv2D, dilations, VALID", g -> conv(g, 3, 3, 1, "VALID", 2, 3)),
			of("Conv2D, dilations, even kernel", g -> conv(g, 2, 4, 1, "SAME", 3, 2)),
			of("Conv2D, dilation of the width alone", g -> conv(g, 3, 3, 1, "SAME", 1, 2)),
			of("Conv2D, dilations of a 1x1 kernel", g -> conv(g, 1, 1, 1, "SAME", 2, 2)),
			of("Conv2D, dilations and strides", g -> conv(g, 3, 3, 2, "SAME", 2, 2)),
			of("Conv2D, dilations and strides, VALID", g -> conv(g, 3, 2, 2, "VALID", 3, 2)),
			of("Conv2D, dilations and explicit padding", g -> g.numbers("w", -1, 1, 3, 3, 8, 6).other("Conv2D", "x",
				n -> n.addInput("w").putAttr("strides", ints(1, 1, 1, 1)).putAttr("dilations", ints(1, 2, 2,
				1)).putAttr("padding",
					text("EXPLICIT")).putAttr("explicit_paddings", ints(0, 0, 3, 1, 0, 2, 0, 0)))),
			of("Conv2D, one kernel and one input with two dilations", GradientAttributesTest::sharedKernel),
			of("DepthwiseConv2dNative, dilations", g -> depthwise(g, 1, "SAME", 2)),
			of("DepthwiseConv2dNative, dilations, VALID", g -> depthwise(g, 1, "VALID", 2)),
			of("MaxPool, strides unlike the window", g -> pool(g, "MaxPool", 3, 2, "VALID")),
			of("AvgPool, SAME", g -> pool(g, "AvgPool", 3, 2, "SAME")),
			of("AvgPool, VALID", g -> pool(g, "AvgPool", 3, 1, "VALID")),
			of("LeakyRelu, alpha", g -> g.other("LeakyRelu", "x", n -> n.putAttr("alpha", number(0.45f)))),
			of("FusedBatchNormV3 in training mode, epsilon", g -> g.numbers("gamma", 0.5f, 2, 8).numbers("beta", -1, 1, 8)
				.constant(Constants.ofFloats("none", new float[0], 0)).other("FusedBatchNormV3", "bn", n -> n.addInput("gamma")
					.addInput("beta").addInput("none").addInput("none").putAttr("epsilon", number(2f)).putAttr("is_training",
					bool(
						true)).putAttr("U", Constants.type(DataType.DT_FLOAT))).conv("x", 3, 3, 8, 6, 1, "SAME")),
			of("MirrorPad, REFLECT", g -> mirrorPad(g, "REFLECT")),
			of("MirrorPad, SYMMETRIC", g -> mirrorPad(g, "SYMMETRIC")),
			of("ConcatV2, negative axis", g -> g.relu("r").constant(Constants.ofInts("axis",
			new int[] { -1 })).other("ConcatV2",
				"x", n -> n.addInput("scaled").addInput("axis").putAttr("N", AttrValue.newBuilder().setI(2).build()).putAttr(
					"Tidx", Constants.type(DataType.DT_INT32)))),
			of("Elu", g -> g.other("Elu", "x")), of("Selu", g -> g.other("Selu", "x")), of("Softplus", g -> g.other(
				"Softplus", "x")), of("Softsign", g -> g.other("Softsign", "x")), of("Tanh", g -> g.other("Tanh", "x")),
				of("Erf",
					g -> g.other("Erf", "x")), of("Exp", g -> g.other("Exp", "x")), of("Square", g -> g.other("Square", "x")),
			of("Sqrt", g -> g.other("Exp", "e").other("Sqrt", "x")), of("Rsqrt", g -> g.other("Exp", "e").other("Rsqrt",
			"x")),
			of("Log1p", g -> g.other("Exp", "e").other("Log1p", "x")), of("Log", g -> g.other("Exp", "e").other("Log", "x")),
			of("Pow", g -> g.numbers("p", 1.7f, 1.7f).other("Exp", "e").other("Pow", "x", n -> n.addInput("p"))),
			of("Div", g -> g.other("Exp", "e").from("scaled").other("Div", "x", n -> n.addInput("e"))),
			of("RealDiv", g -> g.other("Exp", "e").from("scaled").other("RealDiv", "x", n -> n.addInput("e"))),
			of("SquaredDifference", g -> g.other("Exp", "e").from("scaled").other("SquaredDifference", "x", n ->
			n.addInput("e"))),
			of("Maximum", g -> g.other("Neg", "e").from("scaled").other("Maximum", "x", n -> n.addInput("e"))),
			of("Minimum", g -> g.other("Neg", "e").from("scaled").other("Minimum", "x", n -> n.addInput("e"))),
			of("ClipByValue", g -> g.numbers("low", -0.5f, -0.5f).numbers("high", 0.7f, 0.7f).from("scaled").other(
				"ClipByValue", "x", n -> n.addInput("low").addInput("high"))),
			of("Max over positions", g -> reduced(g, "Max")), of("Sum over positions", g -> reduced(g, "Sum")),
			of("ReverseV2 of the channels", g -> g.constant(Constants.ofInts("axis", new int[] { 3 },
			1)).from("scaled").other(
				"ReverseV2", "x", n -> n.addInput("axis").putAttr("Tidx", Constants.type(DataType.DT_INT32)))),
			of("Softmax", g -> g.other("Softmax", "x")), of("LogSoftmax", g -> g.other("LogSoftmax", "x").conv("y", 1, 1, 8,
			4, 1,
				"SAME")),
			of("Mean over channels", g -> g.constant(Constants.ofInts("axis", new int[] { -1 },
			1)).from("scaled").other("Mean", "mean",
				n -> n.addInput("axis").putAttr("Tidx", Constants.type(DataType.DT_INT32)).putAttr("keep_dims",
				bool(true))).from("scaled")
				.other("Mul", "x", n -> n.addInput("mean"))),
			of("Relu6", g -> g.other("Exp", "e").other("Square", "f").other("Relu6", "x")));
	}

	private static SmallGraphs conv(final SmallGraphs graph, final int height, final int width, final int stride,
		final String padding, final int dilationDown, final int dilationAcross)
	{
		return graph.numbers("w", -1, 1, height, width, 8, 6).other("Conv2D", "x", n -> n.addInput("w").putAttr("strides",
			ints(
			1, stride, stride, 1)).putAttr("padding", text(padding)).putAttr("dilations", ints(1, dilationDown,
			dilationAcross,
				1)));
	}

	private static SmallGraphs sharedKernel(final SmallGraphs graph) {
		graph.numbers("w", -1, 1, 3, 3, 8, 6);
		for (final int dilation : new int[] { 2, 1, 3 })
			graph.from("scaled").other("Conv2D", "c" + dilation, n -> n.addInput("w").putAttr("strides", ints(1, 1, 1,
			1)).putAttr(
				"padding", text("SAME")).putAttr("dilations", ints(1, dilation, dilation, 1)));
		return graph.from("c1").other("AddV2", "two", n -> n.addInput("c2")).other("AddV2", "x", n -> n.addInput("c3"));
	}

	private static SmallGraphs depthwise(final SmallGraphs graph, final int stride, final String padding,
		final int dilation) {
		return graph.numbers("w", -1, 1, 3, 3, 8, 2).other("DepthwiseConv2dNative", "x", n ->
			n.addInput("w").putAttr("strides",
			ints(1, stride, stride, 1)).putAttr("padding", text(padding)).putAttr("dilations", ints(1, dilation, dilation,
			1)));
	}

	private static SmallGraphs pool(final SmallGraphs graph, final String op, final int size, final int stride,
		final String padding)
	{
		return graph.other(op, "x", n -> n.putAttr("ksize", ints(1, size, size, 1)).putAttr("strides", ints(1, stride,
			stride,
			1)).putAttr("padding", text(padding)));
	}

	private static SmallGraphs mirrorPad(final SmallGraphs graph, final String mode) {
		return graph.constant(Constants.ofInts("paddings", new int[] { 0, 0, 2, 1, 0, 3, 0, 0 }, 4,
			2)).from("scaled").other(
			"MirrorPad", "padded", n -> n.addInput("paddings").putAttr("Tpaddings",
			Constants.type(DataType.DT_INT32)).putAttr(
				"mode", text(mode))).conv("x", 3, 3, 8, 6, 1, "VALID");
	}

	private static SmallGraphs reduced(final SmallGraphs graph, final String op) {
		return graph.constant(Constants.ofInts("axes", new int[] { 1, 2 }, 2)).numbers("part", 0.01f, 0.02f,
			8).from("scaled")
			.other(op, "one", n -> n.addInput("axes").putAttr("Tidx", Constants.type(DataType.DT_INT32)).putAttr("keep_dims",
				bool(true))).other("Mul", "less", n -> n.addInput("part")).from("scaled").other("Mul", "x", n ->
				n.addInput("less"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void gradientsEqualDifferences(final String what, final UnaryOperator<SmallGraphs> operation) {
		final SmallGraphs graph = operation.apply(new SmallGraphs(11).conv("stem", 3, 3, 3, 8, 1, "SAME").numbers("small",
			0.01f, 0.02f, 8).from("stem").other("Mul", "scaled", n -> n.addInput("small")));
		try (GradientEngine engine = Engines.open(graph.save(folder, new Properties()))) {
			assertEqualsDifferences(engine, List.of(term(engine, "x", true)), List.of(all(engine, "x")));
			assertEqualsDifferences(engine, List.of(term(engine, "x", false)), List.of(all(engine, "x")));
		}
	}
}
