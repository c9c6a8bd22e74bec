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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.engine.tensorflow.objective.LayerObjectives;
import io.deepdream.engine.tensorflow.objective.TermKind;
import io.deepdream.engine.tensorflow.rewrite.BackwardConvolution;
import io.deepdream.engine.tensorflow.rewrite.BandedNormalisation;
import io.deepdream.engine.tensorflow.rewrite.EarlyReluGradient;
import io.deepdream.engine.tensorflow.rewrite.GradientRewrite;
import io.deepdream.engine.tensorflow.rewrite.GradientRewrites;
import io.deepdream.engine.tensorflow.rewrite.JointConvolution;
import io.deepdream.engine.tensorflow.rewrite.ReluGradientFromOutput;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamException;
import io.deepdream.params.Precision;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rewrites of gradient graphs, alone and together, and the detection of wrong ones. */
class GradientRewriteTest {

	@TempDir
	Path folder;

	@BeforeAll
	static void loadTensorFlow() {
		Engines.open(ModelCatalogue.find("compact-inception")).close();
	}

	/** No rewrite, each rewrite alone, all rewrites except each one, and all. */
	static Stream<Variant> combinations() {
		final List<Variant> sets = new ArrayList<>(List.of(Variant.REFERENCE,
			Variant.ALL));
		for (final GradientRewrite one : GradientRewrites.ALL) {
			sets.add(Variant.of(one.getClass()));
			sets.add(Variant.ALL.without(one.getClass()));
		}
		return sets.stream();
	}

	/** A stem with stride 2, both exponents of normalisation, and a block whose three 1x1 convolutions share an input. */
	static SmallGraphs network() {
		return new SmallGraphs(3).conv("stem", 7, 7, 3, 16, 2, "SAME").bias("stem_b", 16).relu("stem_relu").pool("pool", 3, 2)
			.lrn("norm0", 2, 1f, 2e-5f, 0.75f).conv("inner", 3, 3, 16, 24, 1, "SAME").bias("inner_b", 24).relu("inner_relu").lrn(
				"norm1", 5, 2f, 1e-4f, 0.5f).from("norm1").conv("a", 1, 1, 24, 6, 1, "SAME").bias("a_b", 6).relu("a_relu").from(
					"norm1").conv("b", 1, 1, 24, 5, 1, "SAME").bias("b_b", 5).relu("b_relu").from("norm1").conv("c", 1, 1, 24, 7,
						1, "VALID").bias("c_b", 7).relu("c_relu").from("b_relu").conv("b3", 3, 3, 5, 9, 1, "SAME").relu("b3_relu")
			.concat("ab", "a_relu", "b3_relu").concat("mixed", "ab", "c_relu").conv("top", 1, 1, 22, 4, 1, "SAME").bias(
				"top_b", 4);
	}

	/** A stem with normalisation before its pooling, and two blocks with pooling between them. */
	private static SmallGraphs pooledNetwork() {
		return new SmallGraphs(4).conv("stem", 5, 5, 3, 16, 2, "SAME").relu("stem_relu").lrn("norm", 2, 1f, 1e-4f, 0.75f).pool(
			"pool1", 3, 2).conv("a", 1, 1, 16, 6, 1, "SAME").relu("a_relu").from("pool1").conv("b", 1, 1, 16, 5, 1, "SAME").relu(
				"b_relu").conv("b3", 3, 3, 5, 9, 1, "SAME").relu("b3_relu").concat("block1", "a_relu", "b3_relu").pool("pool2", 3,
					2).conv("c", 1, 1, 15, 8, 1, "SAME").relu("c_relu").from("pool2").conv("d", 1, 1, 15, 3, 1, "SAME").concat(
						"block2", "c_relu", "d").conv("top", 3, 3, 11, 4, 1, "SAME");
	}

	/**
	 * Normalisations of many channels, which are summed in blocks, and a block whose
	 * backward convolutions are joined.
	 */
	private static SmallGraphs wideNetwork() {
		return new SmallGraphs(5).conv("stem", 3, 3, 3, 144, 2, "SAME").relu("stem_relu").lrn("norm", 2, 1f, 2e-3f, 0.75f).conv(
			"wide", 1, 1, 144, 304, 1, "SAME").relu("wide_relu").lrn("norm2", 16, 2f, 1e-3f, 0.5f).from(
				"norm2").conv("a", 1, 1, 304, 6, 1, "SAME").relu("a_relu").from("norm2").conv("b", 1, 1, 304, 5, 1, "VALID").relu(
					"b_relu").conv("b3", 3, 3, 5, 9, 1, "SAME").relu("b3_relu").from("norm2").conv("c", 3, 3, 304, 7,
						1, "SAME").concat("ab", "a_relu", "b3_relu").concat("mixed", "ab", "c").conv("top", 1, 1, 22, 4, 1,
							"SAME");
	}

	private GradientEngine open(final Variant variant) {
		return open(network(), variant);
	}

	private GradientEngine open(final SmallGraphs network, final Variant variant) {
		return new TensorFlowEngine(network.save(folder, new Properties()), List.of(variant));
	}

	/** {@link GradientTest} verifies the reference graph, and {@link ReferenceTest} that of a large network. */
	@Tag("slow")
	@ParameterizedTest
	@MethodSource("combinations")
	void everyCombinationPreservesTheGradient(final Variant variant) {
		try (GradientEngine reference = open(Variant.REFERENCE); GradientEngine rewritten = open(variant)) {
			for (final String layer : new String[] { "stem", "mixed", "top_b", "b_b", "a_relu" })
				for (final boolean square : new boolean[] { false, true })
					assertSame(reference, rewritten, Differences.term(reference, layer, square));
			assertSame(reference, rewritten, Differences.term(reference, "b_b", false), Differences.term(reference, "mixed", true));
		}
	}

	/** Compares the gradients for an odd and an even size, whose SAME paddings differ. */
	private static void assertSame(final GradientEngine reference, final GradientEngine rewritten, final Term... terms)
	{
		try (GradientFunction f = reference.compile(List.of(terms)); GradientFunction g = rewritten.compile(List.of(terms))) {
			for (int even = 0; even < 2; even++) {
				final int width = Differences.WIDTH - even;
				final int height = Differences.HEIGHT - even;
				final List<Region> regions = new ArrayList<>();
				for (final Term term : terms)
					regions.add(new Region(0, 0, reference.receptiveField(term.layer(), Axis.WIDTH, width).positions(), reference.receptiveField(term
						.layer(), Axis.HEIGHT, height).positions() - regions.size(), 1));
				final float[] x = Differences.picture(1);
				final float[] expected = new float[3 * width * height];
				final float[] actual = new float[expected.length];
				final double score = f.evaluate(x, width, height, regions, expected);
				assertEquals(List.of(), g.warnings());
				assertEquals(score, g.evaluate(x, width, height, regions, actual), 1e-4 * Math.abs(score));
				float largest = 0;
				for (final float value : expected)
					largest = Math.max(largest, Math.abs(value));
				assertTrue(largest > 0);
				assertArrayEquals(expected, actual, 1e-4f * largest);
			}
		}
	}

	@Test
	void earlyMasksPreserveTheGradient() {
		try (GradientEngine reference = open(pooledNetwork(), Variant.REFERENCE); GradientEngine rewritten = open(
			pooledNetwork(), Variant.of(ReluGradientFromOutput.class, EarlyReluGradient.class));
				GradientEngine all = open(pooledNetwork(), Variant.ALL))
		{
			for (final String layer : new String[] { "stem_relu", "norm", "block1", "a_relu", "pool2", "top" }) {
				assertSame(reference, rewritten, Differences.term(reference, layer, true));
				assertSame(reference, all, Differences.term(reference, layer, false));
			}
			assertSame(reference, all, Differences.term(reference, "a_relu", false), Differences.term(reference, "top", true));
		}
	}

	@Test
	void rewritesOfWideLayersPreserveTheGradient() {
		final Variant joint = Variant.of(BackwardConvolution.class,
			JointConvolution.class);
		try (GradientEngine reference = open(wideNetwork(), Variant.REFERENCE); GradientEngine one = open(
			wideNetwork(), joint); GradientEngine sums = open(wideNetwork(), Variant.of(BandedNormalisation.class));
				GradientEngine all = open(wideNetwork(), Variant.ALL))
		{
			for (final String layer : new String[] { "norm", "norm2", "mixed", "top" })
				for (final GradientEngine rewritten : List.of(one, sums, all))
					assertSame(reference, rewritten, Differences.term(reference, layer, true));
			// two backward convolutions of three
			assertSame(reference, all, Differences.term(reference, "ab", false), Differences.term(reference, "norm2", true));
		}
	}

	/** Three branches read norm2; the backward convolutions of two 1x1 convolutions are joined. */
	@Test
	void backwardConvolutionsOfDeepLayersAreJoined() {
		final Variant variant = Variant.of(BackwardConvolution.class,
			JointConvolution.class);
		final GraphNodes nodes = new GraphNodes(ObjectiveGraph.of(wideNetwork().forward(), List.of(new TermKind("top", LayerObjectives.named(Term.MEAN))), variant));
		final List<int[]> kernels = new ArrayList<>();
		for (final NodeDef node : nodes.all())
			if (node.getOp().equals("AddN")) for (final String input : node.getInputList())
				kernels.add(Constants.shape(nodes.constant(nodes.get(input).getInput(1))));
		assertEquals(2, kernels.size());
		assertArrayEquals(new int[] { 3, 3, 7, 304 }, kernels.get(0));
		assertArrayEquals(new int[] { 1, 1, 11, 304 }, kernels.get(1));
	}

	/**
	 * The masks: the output of the pooling for the stem and block1; separate masks in
	 * block2, which has a branch without ReLU, and for a ReLU without subsequent pooling.
	 */
	@Test
	void masksAreAppliedEarly() {
		final GraphDef forward = pooledNetwork().forward();
		final Set<String> masks = new TreeSet<>();
		for (final NodeDef node : ObjectiveGraph.of(forward, List.of(new TermKind("top", LayerObjectives.named(Term.MEAN))),
			Variant.ALL).getNodeList())
			if (node.getOp().equals("ReluGrad")) masks.add(node.getInput(1));
		assertEquals(Set.of("pool1", "pool2", "b_relu", "c_relu"), masks);
	}

	/** Three branches read norm1: the gradient of one starts the sum, and two are added to it. */
	@Test
	void backwardConvolutionsAddToOneSum() {
		final GraphDef forward = network().forward();
		final Set<String> ops = new TreeSet<>();
		int adding = 0;
		for (final NodeDef node : ObjectiveGraph.of(forward, List.of(new TermKind("top_b", LayerObjectives.named(Term.MEAN))),
			Variant.ALL).getNodeList())
		{
			ops.add(node.getOp());
			if (node.getOp().equals("_FusedConv2D")) adding++;
		}
		if (ops.contains("_FusedConv2D")) {
			assertEquals(2, adding);
			assertFalse(ops.contains("AddN"), ops.toString());
		}
		else assertTrue(ops.contains("AddN"), ops.toString());
	}

	/** Compares the score with the activations of a region. */
	@Test
	void scoresAreWeightedSumsOverRegions() {
		try (GradientEngine engine = open(Variant.ALL)) {
			final float[] x = Differences.picture(4);
			final float[] values = engine.activations("top_b", x, Differences.WIDTH, Differences.HEIGHT).values();
			final Region region = new Region(1, 0, 2, 3, 0.25f);
			final int width = engine.receptiveField("top_b", Axis.WIDTH, Differences.WIDTH).positions();
			double expected = 0;
			for (int v = 0; v < 3; v++)
				for (int u = 1; u < 3; u++)
					expected += 0.25 * (values[4 * (v * width + u)] - 3 * values[4 * (v * width + u) + 2]);
			try (GradientFunction f = engine.compile(List.of(new Term("top_b", new float[] { 1, 0, -3, 0 }, Term.MEAN)))) {
				assertEquals(expected, f.evaluate(x, Differences.WIDTH, Differences.HEIGHT, List.of(region),
					new float[x.length]), 1e-4 * Math.abs(expected));
			}
		}
	}

	/** A compiler that corrupts the graphs of some variants. */
	private static ObjectiveCompiler corrupting(final GraphDef forward, final Set<Variant> wrong,
		final UnaryOperator<GraphDef> corrupt)
	{
		return new ObjectiveCompiler(new Object(), forward, new GraphGeometry(forward), Variant.VARIANTS,
			PassedChecks.none()) {

			@Override
			GraphDef graph(final GraphDef needed, final List<TermKind> terms, final Variant variant) {
				final GraphDef right = super.graph(needed, terms, variant);
				return wrong.contains(variant) ? corrupt.apply(right) : right;
			}
		};
	}

	private static List<String> warnings(final ObjectiveCompiler compiler, final List<TermKind> terms) {
		try (CompiledObjective compiled = compiler.compile(new ObjectiveKind(terms, Precision.EXACT))) {
			return compiled.warnings();
		}
	}

	/** Corrupts a graph like a library that drops the last third of the channels in the backward pass. */
	static GraphDef withoutTail(final GraphDef graph) {
		return withoutTail(graph, kernel -> true);
	}

	/** @param which selects kernels by their index, from the last layer */
	static GraphDef withoutTail(final GraphDef graph, final IntPredicate which) {
		final GraphDef.Builder result = graph.toBuilder();
		int kernels = 0;
		int corrupting = 0;
		for (final NodeDef.Builder node : result.getNodeBuilderList())
			if (node.getName().endsWith("/rotated") && which.test(kernels++)) {
				final NodeDef constant = node.build();
				final int[] shape = Constants.shape(constant);
				final float[] kernel = Constants.floats(constant);
				for (int i = 0; i < kernel.length; i++)
					if (i % shape[3] >= shape[3] * 2 / 3) kernel[i] = 0;
				node.mergeFrom(Constants.ofFloats(node.getName(), kernel, shape));
				corrupting++;
			}
		assertTrue(corrupting > 0);
		return result.build();
	}

	static final List<TermKind> TERMS = TermKind.of(List.of(new Term("mixed", new float[22], Term.SQUARE)));
	static final ObjectiveKind KIND = new ObjectiveKind(TERMS, Precision.EXACT);

	@Test
	void aWrongKernelIsDetectedAndAvoided() {
		final ObjectiveCompiler compiler = corrupting(network().forward(), Set.of(Variant.ALL), GradientRewriteTest::withoutTail);
		try (CompiledObjective compiled = compiler.compile(KIND); SelfCheck check = new SelfCheck(network().forward(),
			new GraphGeometry(network().forward()), TERMS))
		{
			assertTrue(check.error(compiled) < ObjectiveCompiler.TOLERANCE);
			assertEquals(1, compiled.warnings().size());
			final String warning = compiled.warnings().get(0);
			assertTrue(warning.contains("mixed") && warning.contains("slower"), warning);
			// About shows it
			final List<String> diagnostics = Diagnostics.list(compiler.failedChecks());
			assertTrue(diagnostics.contains(warning), diagnostics.toString());
		}
	}

	/** These errors do not show along the gradient itself, to which the missing part does not contribute. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 8, 9, 11 })
	void aMissingPartOfOneKernelIsDetected(final int kernel) {
		final List<TermKind> terms = List.of(new TermKind("mixed4b", LayerObjectives.named(Term.MEAN)));
		final GraphDef forward = ForwardGraph.of(ModelCatalogue.find(ModelCatalogue.EMBEDDED), "mixed4b");
		final ObjectiveKind kind = new ObjectiveKind(terms, Precision.EXACT);
		final GraphDef right = ObjectiveGraph.of(forward, terms, Variant.of(BackwardConvolution.class));
		try (SelfCheck check = new SelfCheck(forward, new GraphGeometry(forward), terms);
				CompiledObjective good = new CompiledObjective(kind, right, Precision.EXACT, List.of());
				CompiledObjective bad = new CompiledObjective(kind, withoutTail(right, k -> k == kernel), Precision.EXACT, List
					.of()))
		{
			assertTrue(check.error(good) < ObjectiveCompiler.TOLERANCE);
			assertTrue(check.error(bad) > ObjectiveCompiler.TOLERANCE);
		}
	}

	/** A zero gradient is correct only if the score is constant. */
	@Test
	void aZeroGradientIsDetected() {
		final ObjectiveCompiler zeroed = corrupting(network().forward(), Set.of(Variant.ALL), graph -> {
			final GraphDef.Builder result = graph.toBuilder();
			for (final NodeDef.Builder node : result.getNodeBuilderList())
				if (node.getName().endsWith("/blocks") && node.getOp().equals("Const")) {
					final int[] shape = Constants.shape(node.build());
					node.mergeFrom(Constants.ofFloats(node.getName(), new float[shape[0] * shape[1] * shape[2] * shape[3]],
						shape));
				}
			return result.build();
		});
		assertEquals(1, warnings(zeroed, TERMS).size());
		final ObjectiveCompiler dead = new ObjectiveCompiler(new Object(), deadNetwork().forward(), new GraphGeometry(
			deadNetwork().forward()), Variant.VARIANTS, PassedChecks.none());
		assertEquals(List.of(), warnings(dead, List.of(new TermKind("dead", LayerObjectives.named(Term.MEAN)))));
	}

	/** Its last layer is always zero. */
	private static SmallGraphs deadNetwork() {
		return new SmallGraphs(6).constant(Constants.ofFloats("lower", new float[] { -1e6f, -1e6f }, 2)).from("input").conv(
			"stem", 3, 3, 3, 2, 1, "SAME").other("BiasAdd", "lowered", node -> node.addInput("lower")).relu("dead");
	}

	/** For deep layers, in which kinks are densest. */
	@ParameterizedTest
	@CsvSource({ "mixed5a_3x3_pre_relu, true", "mixed5b_5x5_bottleneck_pre_relu, false", "mixed5b_pool_reduce, false" })
	void correctGradientsPass(final String layer, final boolean square) {
		try (GradientEngine engine = new TensorFlowEngine(ModelCatalogue.find(ModelCatalogue.EMBEDDED),
			Variant.VARIANTS); GradientFunction f = engine.compile(List.of(Differences.term(engine, layer, square))))
		{
			assertEquals(List.of(), f.warnings());
		}
	}

	@Test
	void withoutACorrectVariantTheLayerIsRefused() {
		final ObjectiveCompiler compiler = corrupting(network().forward(), Set.copyOf(Variant.VARIANTS.subList(0, 3)),
			GradientRewriteTest::withoutTail);
		compiler.compile(KIND).close();
		final Set<Variant> all = Set.copyOf(Variant.VARIANTS);
		final ObjectiveCompiler allWrong = corrupting(network().forward(), all, graph -> {
			final GraphDef.Builder result = graph.toBuilder();
			for (final NodeDef.Builder node : result.getNodeBuilderList())
				if (node.getOp().equals("ReluGrad")) node.setOp("Relu").removeAttr("T").clearInput().addInput(graph.getNodeList()
					.stream().filter(n -> n.getName().equals(node.getName())).findFirst().get().getInput(0)).putAttr("T", Constants
						.type(org.tensorflow.proto.DataType.DT_FLOAT));
			return result.build();
		});
		final String message = assertThrows(DreamException.class, () -> allWrong.compile(KIND)).getMessage();
		assertTrue(message.contains("layer mixed") && message.contains("choose another layer"), message);
		assertEquals(List.of(message), allWrong.failedChecks());
		// the outcome is cached, and compiling again refuses with the same sentence
		assertEquals(message, assertThrows(DreamException.class, () -> allWrong.compile(KIND)).getMessage());
	}

	@Test
	void guidedTermsAreChecked() {
		final List<TermKind> guided = TermKind.of(List.of(Term.guided("mixed", new float[22], 1)));
		final ObjectiveCompiler right = new ObjectiveCompiler(new Object(), network().forward(), new GraphGeometry(network().forward()),
			Variant.VARIANTS, PassedChecks.none());
		assertEquals(List.of(), warnings(right, guided));
		final ObjectiveCompiler wrong = corrupting(network().forward(), Set.of(Variant.ALL), GradientRewriteTest::withoutTail);
		assertEquals(1, warnings(wrong, guided).size());
	}
}
