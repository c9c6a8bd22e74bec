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

import static io.deepdream.engine.tensorflow.compile.Differences.HEIGHT;
import static io.deepdream.engine.tensorflow.compile.Differences.WIDTH;
import static io.deepdream.engine.tensorflow.compile.Differences.all;
import static io.deepdream.engine.tensorflow.compile.Differences.assertEqualsDifferences;
import static io.deepdream.engine.tensorflow.compile.Differences.picture;
import static io.deepdream.engine.tensorflow.compile.Differences.term;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.ints;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.number;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.Activations;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.Region;
import io.deepdream.engine.Stride;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations of networks other than Inception: values, gradients and receptive fields. */
class GraphKindsTest {

	@TempDir
	Path folder;

	private GradientEngine open(final SmallGraphs graph) {
		return Engines.open(graph.save(folder, new Properties()));
	}

	private static SmallGraphs stem() {
		return new SmallGraphs(11).conv("stem", 3, 3, 3, 8, 1, "SAME");
	}

	/**
	 * Checks a layer's gradient against finite differences, and its receptive field
	 * against the extent of its gradient.
	 */
	private void assertGradientAndField(final SmallGraphs graph, final String layer) {
		try (GradientEngine engine = open(graph)) {
			assertEqualsDifferences(engine, List.of(term(engine, layer, true)), List.of(all(engine, layer)));
			assertEqualsDifferences(engine, List.of(term(engine, layer, false)), List.of(all(engine, layer)));
			final ReceptiveField across = engine.receptiveField(layer, Axis.WIDTH, WIDTH);
			final ReceptiveField down = engine.receptiveField(layer, Axis.HEIGHT, HEIGHT);
			for (int x = 0; x < across.positions(); x += Math.max(1, across.positions() - 1))
				assertReceptiveField(engine, layer, x, Math.min(1, down.positions() - 1), across, down);
		}
	}

	/** Checks that the gradient of a single position covers exactly its receptive field. */
	private static void assertReceptiveField(final GradientEngine engine, final String layer, final int x, final int y,
		final ReceptiveField across, final ReceptiveField down)
	{
		final float[] gradient = new float[3 * WIDTH * HEIGHT];
		try (GradientFunction f = engine.compile(List.of(term(engine, layer, true)))) {
			f.evaluate(picture(3), WIDTH, HEIGHT, List.of(new Region(x, y, 1, 1, 1)), gradient);
		}
		int left = WIDTH;
		int right = -1;
		int top = HEIGHT;
		int bottom = -1;
		for (int i = 0; i < gradient.length; i++) {
			if (gradient[i] == 0) continue;
			left = Math.min(left, i / 3 % WIDTH);
			right = Math.max(right, i / 3 % WIDTH);
			top = Math.min(top, i / 3 / WIDTH);
			bottom = Math.max(bottom, i / 3 / WIDTH);
		}
		assertEquals(Math.max(0, across.stride().pixel(x) + across.first()), left);
		assertEquals(Math.min(WIDTH - 1, across.stride().pixel(x) + across.last()), right);
		assertEquals(Math.max(0, down.stride().pixel(y) + down.first()), top);
		assertEquals(Math.min(HEIGHT - 1, down.stride().pixel(y) + down.last()), bottom);
	}

	/** The layer's activations. */
	private float[] activations(final SmallGraphs graph, final String layer) {
		try (GradientEngine engine = open(graph)) {
			return engine.activations(layer, picture(4), WIDTH, HEIGHT).values();
		}
	}

	private static void assertClose(final float[] expected, final float[] actual) {
		float largest = 0;
		for (final float value : expected)
			largest = Math.max(largest, Math.abs(value));
		assertArrayEquals(expected, actual, 1e-5f * largest);
	}

	private static SmallGraphs poolV2(final SmallGraphs graph) {
		return graph.constant(Constants.ofInts("p/ksize", new int[] { 1, 3, 3, 1 }, 4)).constant(Constants.ofInts("p/strides",
			new int[] { 1, 2, 2, 1 }, 4)).other("MaxPoolV2", "p", n -> n.addInput("p/ksize").addInput("p/strides").putAttr(
				"padding", text("SAME")));
	}

	@Test
	void maxPoolWithTensorArgumentsIsTheOneWithAttributes() {
		assertClose(activations(stem().pool("p", 3, 2), "p"), activations(poolV2(stem()), "p"));
		try (GradientEngine engine = open(poolV2(stem()))) {
			assertEqualsDifferences(engine, List.of(term(engine, "p", true)), List.of(all(engine, "p")));
			assertEquals(Stride.of(2), engine.receptiveField("p", Axis.WIDTH, 100).stride());
		}
	}

	private static Consumer<NodeDef.Builder> explicit(final String weights, final int stride, final int top, final int bottom,
		final int left, final int right)
	{
		return n -> n.addInput(weights).putAttr("strides", ints(1, stride, stride, 1)).putAttr("padding", text("EXPLICIT"))
			.putAttr("explicit_paddings", ints(0, 0, top, bottom, left, right, 0, 0));
	}

	@Test
	void explicitPaddingOfOneIsSameForThree() {
		final float[] same = activations(stem().conv("c", 3, 3, 8, 4, 1, "SAME"), "c");
		// the same weights, because they are drawn in the same order
		final SmallGraphs explicit = stem().conv("spare", 3, 3, 8, 4, 1, "SAME").from("stem").other("Conv2D", "c", explicit(
			"spare_w", 1, 1, 1, 1, 1));
		assertClose(same, activations(explicit, "c"));
	}

	@Test
	void explicitPaddingThatIsUneven() {
		final SmallGraphs graph = stem().numbers("w", -1, 1, 4, 3, 8, 5).other("Conv2D", "c", explicit("w", 2, 3, 0, 1, 2));
		assertGradientAndField(graph, "c");
	}

	@Test
	void explicitPaddingOfAMaximum() {
		final SmallGraphs graph = stem().other("MaxPool", "p", n -> n.putAttr("ksize", ints(1, 3, 3, 1)).putAttr("strides",
			ints(1, 1, 1, 1)).putAttr("padding", text("EXPLICIT")).putAttr("explicit_paddings", ints(0, 0, 1, 1, 1, 1, 0, 0)));
		assertClose(activations(stem().pool("p", 3, 1), "p"), activations(graph, "p"));
		try (GradientEngine engine = open(graph)) {
			assertEqualsDifferences(engine, List.of(term(engine, "p", true)), List.of(all(engine, "p")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pad", "PadV2", "MirrorPad" })
	void paddingsAsNodes(final String op) {
		final SmallGraphs graph = stem().constant(Constants.ofInts("paddings", new int[] { 0, 0, 2, 1, 0, 3, 0, 0 }, 4, 2))
			.numbers("value", 1, 1).other(op, "padded", n -> {
				n.addInput("paddings").putAttr("Tpaddings", Constants.type(DataType.DT_INT32));
				if (op.equals("PadV2")) n.addInput("value");
				if (op.equals("MirrorPad")) n.putAttr("mode", text("REFLECT"));
			}).conv("c", 3, 3, 8, 6, 2, "VALID");
		if (!op.equals("MirrorPad")) assertGradientAndField(graph, "c");
		else try (GradientEngine engine = open(graph)) {
			assertEqualsDifferences(engine, List.of(term(engine, "c", true)), List.of(all(engine, "c")));
		}
	}

	private static SmallGraphs statistics(final SmallGraphs graph) {
		return graph.numbers("gamma", 0.5f, 2, 8).numbers("beta", -1, 1, 8).numbers("mean", -30, 30, 8).numbers("variance",
			100, 900, 8);
	}

	private static SmallGraphs batchNorm(final String op, final boolean training) {
		final SmallGraphs graph = statistics(stem());
		return graph.other(op, "bn", n -> {
			n.addInput("gamma").addInput("beta").addInput(training ? "none" : "mean").addInput(training ? "none" : "variance")
				.putAttr("epsilon", number(0.5f)).putAttr("is_training", AttrValue.newBuilder().setB(training).build());
			if (!op.equals("FusedBatchNorm")) n.putAttr("U", Constants.type(DataType.DT_FLOAT));
		}).constant(Constants.ofFloats("none", new float[0], 0)).conv("c", 3, 3, 8, 6, 2, "SAME");
	}

	@ParameterizedTest
	@ValueSource(strings = { "FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3" })
	void batchNormalisationOfEveryVersion(final String op) {
		final SmallGraphs graph = batchNorm(op, false);
		final float[] before = activations(graph, "stem");
		final float[] after = activations(graph, "bn");
		final GraphNodes nodes = new GraphNodes(graph.build());
		for (int i = 0; i < after.length; i += 37) {
			final int c = i % 8;
			final double expected = (before[i] - value(nodes, "mean", c)) / Math.sqrt(value(nodes, "variance", c) + 0.5) * value(
				nodes, "gamma", c) + value(nodes, "beta", c);
			assertEquals(expected, after[i], 1e-4);
		}
		assertGradientAndField(graph, "c");
	}

	private static double value(final GraphNodes nodes, final String name, final int index) {
		return Constants.floats(nodes.get(name))[index];
	}

	/** Of a network frozen in training mode by mistake: every position depends on the whole image. */
	@ParameterizedTest
	@ValueSource(strings = { "FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3" })
	void batchNormalisationInTrainingMode(final String op) {
		try (GradientEngine engine = open(batchNorm(op, true))) {
			assertEqualsDifferences(engine, List.of(term(engine, "c", true)), List.of(all(engine, "c")));
			assertTrue(engine.receptiveField("c", Axis.WIDTH, 100).size() > 100);
		}
	}

	private static Consumer<NodeDef.Builder> with(final String... inputs) {
		return n -> {
			for (final String input : inputs)
				n.addInput(input);
		};
	}

	@Test
	void batchNormalisationWrittenOut() {
		final SmallGraphs graph = statistics(stem()).numbers("eps", 0.5f, 0.5f).from("variance").other("AddV2", "v", with(
			"eps")).other("Rsqrt", "rsqrt").other("Mul", "factor", with("gamma")).from("mean").other("Mul", "shift", with(
				"factor")).from("beta").other("Sub", "summand", with("shift")).from("stem").other("Mul", "scaled", with("factor"))
			.other("AddV2", "bn", with("summand"));
		assertClose(activations(batchNorm("FusedBatchNormV3", false), "bn"), activations(graph, "bn"));
		assertGradientAndField(graph, "bn");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Relu6", "LeakyRelu", "Elu", "Selu", "Sigmoid", "Tanh", "Softplus" })
	void activations(final String op) {
		// scaled to the non-linear range
		assertGradientAndField(stem().numbers("small", 0.02f, 0.03f, 8).other("Mul", "scaled", with("small")).other(op, "act").conv("c",
			3, 3, 8, 6, 1, "SAME"), "c");
	}

	/** As in Keras: IdentityN with a custom gradient. */
	@Test
	void swish() {
		final SmallGraphs graph = stem().numbers("small", 0.02f, 0.03f, 8).other("Mul", "x", with("small")).other("Sigmoid",
			"gate").other("Mul", "product", with("x")).other("IdentityN", "swish", n -> {
				n.addInput("x").clearAttr();
				final AttrValue.Builder types = AttrValue.newBuilder();
				types.getListBuilder().addType(DataType.DT_FLOAT).addType(DataType.DT_FLOAT);
				n.putAttr("T", types.build());
			}).conv("c", 3, 3, 8, 6, 1, "SAME");
		assertGradientAndField(graph, "c");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void depthwiseConvolutions(final int stride) {
		assertGradientAndField(stem().numbers("dw", -1, 1, 3, 3, 8, 2).other("DepthwiseConv2dNative", "d", n -> n.addInput("dw").putAttr(
			"strides", ints(1, stride, stride, 1)).putAttr("padding", text("SAME"))).conv("c", 1, 1, 16, 6, 1, "SAME"), "c");
	}

	private static SmallGraphs grouped(final SmallGraphs graph, final int groups, final int stride, final int dilation) {
		return graph.numbers("gw", -1, 1, 3, 3, 8 / groups, 16).other("Conv2D", "g", n ->
			n.addInput("gw").putAttr("strides",
			ints(1, stride, stride, 1)).putAttr("padding", text("SAME")).putAttr("dilations", ints(1, dilation, dilation,
			1)));
	}

	/** As in ResNeXt; with 8 groups, each has one channel. */
	@ParameterizedTest
	@CsvSource({ "2,1,1", "4,2,1", "8,1,1", "8,2,1", "4,1,2", "8,1,2" })
	void groupedConvolutions(final int groups, final int stride, final int dilation) {
		assertGradientAndField(grouped(stem(), groups, stride, dilation).conv("c", 1, 1, 16, 6, 1, "SAME"), "c");
		// each group reads its own channels
		final SmallGraphs graph = grouped(stem(), groups, stride, dilation);
		final GraphNodes nodes = new GraphNodes(graph.build());
		final float[] kernel = Constants.floats(nodes.get("gw"));
		try (GradientEngine engine = open(graph)) {
			final Activations before = engine.activations("stem", picture(4), WIDTH, HEIGHT);
			final Activations after = engine.activations("g", picture(4), WIDTH, HEIGHT);
			final ReceptiveField across = engine.receptiveField("g", Axis.WIDTH, WIDTH);
			final ReceptiveField down = engine.receptiveField("g", Axis.HEIGHT, HEIGHT);
			final int stem = 1;
			for (int c = 0; c < 16; c += 5) {
				double expected = 0;
				for (int y = 0; y < 3; y++)
					for (int x = 0; x < 3; x++)
						for (int i = 0; i < 8 / groups; i++)
							expected += before.get(3 * stride + across.first() + stem + x * dilation, 3 * stride + down.first() +
							stem + y *
								dilation, c / (16 / groups) * (8 / groups) + i) * kernel[((y * 3 + x) * (8 / groups) + i) * 16 + c];
				assertEquals(expected, after.get(3, 3, c), 1e-3);
			}
			assertEquals("g", engine.layers().get(1).name());
			assertTrue(engine.layers().get(1).op().contains("Conv"), engine.layers().get(1).op());
		}
	}

	/** A residual block of ResNet: two branches with different kernels and equal strides are added. */
	@Test
	void residuals() {
		final SmallGraphs graph = stem().constant(Constants.ofInts("paddings", new int[] { 0, 0, 1, 1, 1, 1, 0, 0 }, 4, 2))
			.other("Pad", "padded", n -> n.addInput("paddings").putAttr("Tpaddings", Constants.type(DataType.DT_INT32))).conv(
				"long", 3, 3, 8, 6, 2, "VALID").relu("r").conv("long2", 3, 3, 6, 6, 1, "SAME").from("stem").conv("short", 1, 1, 8, 6,
					2, "VALID").other("AddV2", "sum", with("long2"));
		assertGradientAndField(graph, "sum");
	}

	private static SmallGraphs squeeze(final boolean keepDims) {
		final SmallGraphs graph = stem().constant(Constants.ofInts("axes", new int[] { 1, 2 }, 2)).other("Mean", "mean",
			n -> n.addInput("axes").putAttr("Tidx", Constants.type(DataType.DT_INT32)).putAttr("keep_dims", AttrValue
				.newBuilder().setB(keepDims).build()));
		if (!keepDims) graph.constant(Constants.ofInts("to4", new int[] { -1, 1, 1, 8 }, 4)).other("Reshape", "four",
			n -> n.addInput("to4").putAttr("Tshape", Constants.type(DataType.DT_INT32)));
		return graph.conv("reduce", 1, 1, 8, 3, 1, "SAME").relu("r").conv("expand", 1, 1, 3, 8, 1, "SAME").numbers("small",
			0.02f, 0.03f, 8).other("Mul", "gate0", with("small")).other("Sigmoid", "gate").from("stem").other("Mul", "excited",
				with("gate")).conv("c", 3, 3, 8, 6, 2, "SAME");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void squeezeAndExcitation(final boolean keepDims) {
		try (GradientEngine engine = open(squeeze(keepDims))) {
			assertEqualsDifferences(engine, List.of(term(engine, "c", true)), List.of(all(engine, "c")));
			// values without spatial axes are not layers
			for (final LayerInfo layer : engine.layers())
				assertFalse(List.of("mean", "four", "reduce", "r", "expand", "gate").contains(layer.name()), layer.name());
			final ReceptiveField field = engine.receptiveField("c", Axis.WIDTH, 200);
			assertTrue(field.first() + field.stride().pixel(field.positions() - 1) <= 0 && field.last() >= 199);
		}
		assertGradientAndField(squeeze(keepDims), "c");
	}

	@Test
	void deviationsOfEachChannel() {
		final Properties torch = new Properties();
		torch.setProperty("range", "0, 1");
		torch.setProperty("mean", "0.485, 0.456, 0.406");
		torch.setProperty("std", "0.229, 0.224, 0.225");
		try (GradientEngine engine = Engines.open(stem().save(folder, torch)); GradientFunction f = engine.compile(List.of(
			new Term("stem", new float[] { 1, 0, 0, 0, 0, 0, 0, 0 }, Term.MEAN))))
		{
			// the centre of the kernel, by the chain rule
			final float[] g = new float[3 * WIDTH * HEIGHT];
			f.evaluate(picture(1), WIDTH, HEIGHT, List.of(new Region(5, 5, 1, 1, 1)), g);
			final float[] kernel = Constants.floats(new GraphNodes(stem().build()).constant("stem_w"));
			final double[] std = { 0.229, 0.224, 0.225 };
			for (int c = 0; c < 3; c++)
				assertEquals(kernel[(4 * 3 + c) * 8] / 255 / std[c], g[(5 * WIDTH + 5) * 3 + c], 1e-6);
		}
	}

	private static final AttrValue BOOL = Constants.type(DataType.DT_BOOL);

	/** As in Keras on TensorFlow 1: a placeholder selects batch statistics or stored ones. */
	private static SmallGraphs learningPhase() {
		final SmallGraphs graph = statistics(stem());
		graph.constant(NodeDef.newBuilder().setName("keras_learning_phase").setOp("Placeholder").putAttr("dtype", BOOL).build());
		graph.constant(NodeDef.newBuilder().setName("pred_id").setOp("Identity").addInput("keras_learning_phase").putAttr("T",
			BOOL).build());
		for (final String name : new String[] { "stem", "gamma", "beta", "mean", "variance" })
			graph.from(name).other("Switch", "switch/" + name, with("pred_id"));
		final String[] training = { "switch/gamma:1", "switch/beta:1", "none", "none" };
		final String[] inference = { "switch/gamma", "switch/beta", "switch/mean", "switch/variance" };
		graph.constant(Constants.ofFloats("none", new float[0], 0));
		for (final boolean train : new boolean[] { true, false })
			graph.other("FusedBatchNorm", train ? "bn/train" : "bn/inference", n -> {
				n.clearInput().addInput(train ? "switch/stem:1" : "switch/stem:0").putAttr("epsilon", number(0.5f)).putAttr(
					"is_training", AttrValue.newBuilder().setB(train).build());
				with(train ? training : inference).accept(n);
			});
		return graph.other("Merge", "bn", n -> n.clearInput().addInput("bn/inference").addInput("bn/train").putAttr("N", AttrValue
			.newBuilder().setI(2).build())).conv("c", 3, 3, 8, 6, 2, "SAME");
	}

	@Test
	void trainingBranchesAreRemoved() {
		final SmallGraphs plain = batchNorm("FusedBatchNorm", false);
		assertClose(activations(plain, "bn"), activations(learningPhase(), "bn/inference"));
		assertGradientAndField(learningPhase(), "c");
		try (GradientEngine engine = open(learningPhase())) {
			assertFalse(engine.layers().stream().anyMatch(layer -> layer.name().equals("bn/train")));
		}
	}

	/** The order of the nodes in the file is arbitrary. */
	@Test
	void nodesInAnyOrder() {
		final List<NodeDef> nodes = new java.util.ArrayList<>(squeeze(true).build().getNodeList());
		java.util.Collections.reverse(nodes);
		final GraphNodes reversed = new GraphNodes(org.tensorflow.proto.GraphDef.newBuilder().addAllNode(nodes).build());
		final List<NodeDef> sorted = reversed.sorted();
		assertEquals(nodes.size(), sorted.size());
		final java.util.Set<String> visited = new java.util.HashSet<>();
		for (final NodeDef node : sorted) {
			assertTrue(visited.containsAll(GraphNodes.sources(node)), node.getName());
			visited.add(node.getName());
		}
		assertTrue(reversed.downstreamOf("mean", sorted).containsAll(List.of("mean", "gate", "excited", "c")));
		assertFalse(reversed.downstreamOf("mean", sorted).contains("stem"));
	}
}
