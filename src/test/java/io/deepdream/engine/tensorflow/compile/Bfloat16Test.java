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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImgs;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.Shared;
import io.deepdream.dream.Dreamer;
import io.deepdream.dream.Objective;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.objective.TermKind;
import io.deepdream.engine.tensorflow.rewrite.BandedNormalisation;
import io.deepdream.engine.tensorflow.rewrite.Bfloat16;
import io.deepdream.engine.tensorflow.rewrite.SumInConvolution;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.Parameter;
import io.deepdream.params.Precision;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.ObjectiveSettings;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients in bfloat16, which TensorFlow supports on every processor, although slowly. */
@Tag("slow")
class Bfloat16Test {

	private static final int SIDE = 224;

	@TempDir
	Path folder;

	@BeforeAll
	static void loadTensorFlow() {
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
	}

	/** Definition of the format: sign, 8 bits of exponent, 7 bits of mantissa; rounding to the nearest, ties to even. */
	@Test
	void weightsAreRoundedToTheNearest() {
		final float[] values = { 1, -2, 0, 1 + 1 / 256f, 1 + 3 / 256f, 1 + 1 / 255f, 1e-40f, -3.1415927f };
		final byte[] bytes = Constants.ofBfloat16("c", values, values.length).getAttrOrThrow("value").getTensor()
			.getTensorContent().toByteArray();
		final int[] halves = new int[values.length];
		for (int i = 0; i < halves.length; i++)
			halves[i] = bytes[2 * i] & 0xff | (bytes[2 * i + 1] & 0xff) << 8;
		assertArrayEquals(new int[] { 0x3f80, 0xc000, 0, 0x3f80, 0x3f82, 0x3f81, 0x0001, 0xc049 }, halves);
	}

	private static Set<String> ops(final GraphDef graph, final DataType type) {
		return graph.getNodeList().stream().filter(n -> n.containsAttr("T") && n.getAttrOrThrow("T").getType() == type).map(
			NodeDef::getOp).collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void convertsConvolutionsAndOperationsBetweenThemOnly() {
		final List<TermKind> terms = TermKind.of(List.of(new Term("mixed", new float[22], Term.SQUARE)));
		final GraphDef before = ObjectiveGraph.of(new Prune(List.of("mixed")).apply(GradientRewriteTest.network().forward()), terms, Variant.ALL.without(SumInConvolution.class));
		final GraphDef after = new Bfloat16(ObjectiveGraph.RESULTS).apply(before);
		final Set<String> bfloat16 = ops(after, DataType.DT_BFLOAT16);
		assertTrue(bfloat16.containsAll(Set.of("Conv2D", "BiasAdd", "Relu", "ReluGrad", "MaxPool", "MaxPoolGrad", "ConcatV2",
			"AddN", "Slice")), bfloat16.toString());
		final Set<String> float32 = ops(after, DataType.DT_FLOAT);
		assertTrue(float32.containsAll(Set.of("Rsqrt", "RealDiv", "Mul", "MatMul", "Sum")), float32.toString());
		assertFalse(bfloat16.contains("Rsqrt"), bfloat16.toString());
		for (final NodeDef node : after.getNodeList())
			if (node.getOp().equals("Conv2D")) assertEquals(BandedNormalisation.isSum(node), node.getAttrOrThrow("T")
				.getType() == DataType.DT_FLOAT, node.getName());
		final long convolutions = before.getNodeList().stream().filter(n -> n.getOp().equals("Conv2D")).count();
		final long casts = after.getNodeList().stream().filter(n -> n.getOp().equals("Cast")).count();
		assertTrue(casts > 0 && casts < 2 * convolutions, casts + " casts, " + convolutions + " convolutions");
	}

	private static float[] photograph(final String name) throws IOException {
		final java.awt.image.BufferedImage image = ImageIO.read(new File(Shared.file("images/natural/" + name).toString()));
		return Pictures.fromARGB(ArrayImgs.argbs(image.getRGB((image.getWidth() - SIDE) / 2, (image.getHeight() -
			SIDE) / 2, SIDE, SIDE, null, 0, SIDE), SIDE, SIDE)).data();
	}

	private static float[] gradient(final GradientEngine engine, final GradientFunction function, final String layer,
		final float[] x)
	{
		final float[] g = new float[x.length];
		function.evaluate(x, SIDE, SIDE, List.of(new Region(0, 0, engine.receptiveField(layer, Axis.WIDTH, SIDE).positions(), engine
			.receptiveField(layer, Axis.HEIGHT, SIDE).positions(), 1)), g);
		return g;
	}

	private static Term squares(final GradientEngine engine, final String layer) {
		final float[] weights = new float[engine.layers().stream().filter(l -> l.name().equals(layer)).mapToInt(
			LayerInfo::channels).findFirst().orElseThrow()];
		Arrays.fill(weights, 1);
		return new Term(layer, weights, Term.SQUARE);
	}

	private static double relativeError(final float[] expected, final float[] actual) {
		double difference = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += Math.pow((double) actual[i] - expected[i], 2);
			norm += Math.pow(expected[i], 2);
		}
		return Math.sqrt(difference / norm);
	}

	private static double cosine(final float[] a, final float[] b) {
		double dot = 0;
		double aa = 0;
		double bb = 0;
		for (int i = 0; i < a.length; i++) {
			dot += (double) a[i] * b[i];
			aa += (double) a[i] * a[i];
			bb += (double) b[i] * b[i];
		}
		return dot / Math.sqrt(aa * bb);
	}

	/**
	 * Compares with the exact gradient: the difference is smaller than the effect of
	 * rounding the photograph to other grey levels.
	 */
	private static void assertNear(final String model, final String... layers) throws IOException {
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(model))) {
			for (final String layer : layers) {
				final List<Term> terms = List.of(squares(engine, layer));
				try (GradientFunction exact = engine.compile(terms); GradientFunction fast = engine.compile(terms,
					Precision.FAST))
				{
					assertEquals(List.of(), fast.warnings());
					assertEquals(Precision.FAST, fast.precision());
					for (final String photograph : new String[] { "chelsea.png", "deepdream_sky1024px.jpg", "coffee.png" }) {
						final float[] x = photograph(photograph);
						final float[] expected = gradient(engine, exact, layer, x);
						final float[] actual = gradient(engine, fast, layer, x);
						final Random random = new Random(1);
						for (int i = 0; i < x.length; i++)
							x[i] += random.nextFloat() - 0.5f;
						final double error = relativeError(expected, actual);
						final float[] rounded = gradient(engine, exact, layer, x);
						final double rounding = relativeError(expected, rounded);
						final double cosine = cosine(expected, actual);
						final double roundingCosine = cosine(expected, rounded);
						final String what = layer + " of " + photograph + ": error " + error + ", cosine " + cosine +
							"; by rounding the photograph " + rounding + ", " + roundingCosine;
						// the error is dominated by kinks and depends on the processor; rounding the photograph has the
						// same effect
						assertTrue(error < rounding && cosine > roundingCosine, what);
						// the computation did not use float32
						assertTrue(error > 0.01, what);
					}
				}
			}
		}
	}

	@Test
	void gradientsOfGoogLeNetAreCloserThanThoseOfARoundedPhotograph() throws IOException {
		assertNear(Shared.googleNet(), "mixed3b", "mixed4c", "mixed5a");
	}

	@Test
	void gradientsOfTheEmbeddedNetworkAreCloserThanThoseOfARoundedPhotograph() throws IOException {
		assertNear(ModelCatalogue.EMBEDDED, "mixed3b", "mixed4c");
	}

	private static float[] even(final int n, final float value) {
		final float[] result = new float[n];
		Arrays.fill(result, value);
		return result;
	}

	@Test
	void extremeImagesHaveFiniteGradients() {
		final int n = 3 * SIDE * SIDE;
		final float[] noise = new float[n];
		final float[] checks = new float[n];
		final Random random = new Random(1);
		for (int i = 0; i < n; i++) {
			noise[i] = (float) (1e4 * random.nextGaussian());
			checks[i] = (i / 3 + i / 3 / SIDE) % 2 * 255;
		}
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)); GradientFunction fast = engine
			.compile(List.of(squares(engine, "mixed5a")), Precision.FAST))
		{
			for (final float[] x : List.of(even(n, 0), even(n, 255), even(n, 117), checks, noise))
				for (final float value : gradient(engine, fast, "mixed5a", x))
					assertTrue(Float.isFinite(value));
		}
	}

	/** The values of gradient ascent from noise are unbounded. */
	@ParameterizedTest
	@ValueSource(strings = { "start=noise channels=21 iterations=200", "start=noise smooth=4 iterations=200",
		"iterations=200 jitter=8" })
	void longDreamsStayFinite(final String options) {
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED))) {
			final DreamParams params = DreamParams.parse("layer=mixed4c octaves=1 width=96 height=96 precision=fast " + options);
			final Objective objective = new Objective(ObjectiveSettings.parse("mixed4c", params.get(Parameter.CHANNELS),
				ObjectiveType.AUTO), engine
				.layers());
			final Dreamer dreamer = new Dreamer(engine, objective, DreamSettings.of(params), DreamListener.SILENT, 1L << 40);
			final io.deepdream.dream.Dream dream = options.contains("noise") ? dreamer.fromNoise() : dreamer.fromPicture(
				Picture.of(even(3 * 96 * 96, 128), 96, 96));
			assertEquals(Precision.FAST, dream.precision());
			assertEquals(200, dream.scores().size());
			assertTrue(dream.scores().stream().allMatch(Double::isFinite));
			assertTrue(dream.scores().get(199) > dream.scores().get(0));
			for (final float value : dream.picture().data())
				assertTrue(Float.isFinite(value));
		}
	}

	/** With a library whose bfloat16 convolutions drop channels, float32 is used, with a warning. */
	@Test
	void aFailedCheckFallsBackToExactWithAWarning() {
		final GraphDef forward = GradientRewriteTest.network().forward();
		final ObjectiveCompiler compiler = new ObjectiveCompiler(new Object(), forward, new GraphGeometry(forward),
			Variant.VARIANTS, PassedChecks.none())
		{

			@Override
			GraphDef toBfloat16(final GraphDef graph) {
				return super.toBfloat16(GradientRewriteTest.withoutTail(graph));
			}
		};
		final List<TermKind> terms = TermKind.of(List.of(new Term("mixed", new float[22], Term.SQUARE)));
		try (CompiledObjective compiled = compiler.compile(new ObjectiveKind(terms, Precision.FAST))) {
			assertEquals(Precision.EXACT, compiled.precision());
			assertEquals(1, compiled.warnings().size());
			assertTrue(compiled.warnings().get(0).contains("precision=exact is used instead"), compiled.warnings().get(0));
		}
		try (CompiledObjective compiled = compiler.compile(new ObjectiveKind(terms, Precision.EXACT))) {
			assertEquals(List.of(), compiled.warnings());
		}
	}

	@Test
	void bothPrecisionsOfAnObjectiveAreCompiled() {
		try (GradientEngine engine = new TensorFlowEngine(GradientRewriteTest.network().save(folder, new Properties()), List.of(
			Variant.ALL)))
		{
			final List<Term> terms = List.of(squares(engine, "mixed"));
			try (GradientFunction exact = engine.compile(terms); GradientFunction fast = engine.compile(terms,
				Precision.FAST))
			{
				assertEquals(Precision.EXACT, exact.precision());
				assertEquals(Precision.FAST, fast.precision());
				final Random random = new Random(3);
				final float[] x = new float[3 * SIDE * SIDE];
				for (int i = 0; i < x.length; i++)
					x[i] = 255 * random.nextFloat();
				final double error = relativeError(gradient(engine, exact, "mixed", x), gradient(engine, fast, "mixed", x));
				assertTrue(error > 1e-3 && error < 0.1, "error " + error);
			}
		}
	}
}
