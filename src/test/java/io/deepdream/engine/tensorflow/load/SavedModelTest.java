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

import static io.deepdream.engine.tensorflow.graph.SmallGraphs.ints;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.op.nn.Relu;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.Activations;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.tensorflow.compile.Differences;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SavedModels of TensorFlow 2, which contain functions, and of TensorFlow 1, which do not. */
class SavedModelTest {

	@TempDir
	Path folder;

	private static Path ofPython() throws URISyntaxException {
		return Paths.get(SavedModelTest.class.getResource("/saved-model/saved_model.pb").toURI()).getParent();
	}

	private GradientEngine open(final byte[] frozen) throws IOException {
		final Path file = folder.resolve("frozen.pb");
		Files.write(file, frozen);
		final Properties p = new Properties();
		p.setProperty("mean", "0");
		return Engines.open(new ModelSpec("frozen", file.toUri().toURL(), p));
	}

	/** Compares with values from Python's TensorFlow, computed when the model was saved by make.py. */
	@Test
	void functionsAndVariablesOfTensorFlow2() throws Exception {
		final float[] image = new float[8 * 8 * 3];
		for (int i = 0; i < image.length; i++)
			image[i] = i % 17;
		try (GradientEngine engine = open(Engines.freeze(ofPython(), ""))) {
			final Activations joined = engine.activations("joined", image, 8, 8);
			final Activations last = engine.activations("last", image, 8, 8);
			final int at = 1 * 4 + 2;
			assertArrayEquals(new float[] { 0, 0, 22.117233f, 52.990463f }, Arrays.copyOfRange(joined.values(), 4 * at, 4 * at +
				4), 1e-4f);
			assertArrayEquals(new float[] { -108.1098f, -94.75882f, -7.5456624f, -6.0999007f, -127.4895f }, Arrays.copyOfRange(
				last.values(), 5 * at, 5 * at + 5), 1e-3f);
			double sum = 0;
			for (final float value : last.values())
				sum += Math.abs(value);
			assertEquals(4391.3564, sum, 0.05);
			assertEquals(engine.layers(), engine.layersWithGradient());
		}
	}

	@Test
	void containsNoFunctionsOrVariables() throws Exception {
		final GraphDef frozen = GraphDef.parseFrom(Engines.freeze(ofPython(), ""));
		assertEquals(0, frozen.getLibrary().getFunctionCount());
		for (final NodeDef node : frozen.getNodeList())
			assertFalse(node.getOp().matches("(Stateful)?PartitionedCall|VarHandleOp|ReadVariableOp"), node.getName());
	}

	/** A copy of the SavedModel with a changed description. */
	private Path changed(final Consumer<org.tensorflow.proto.SavedModel.Builder> change) throws Exception {
		final Path copy = folder.resolve("copy");
		Files.createDirectories(copy.resolve("variables"));
		for (final String file : new String[] { "saved_model.pb", "variables/variables.index",
			"variables/variables.data-00000-of-00001" })
			Files.copy(ofPython().resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
		final org.tensorflow.proto.SavedModel.Builder model = org.tensorflow.proto.SavedModel.parseFrom(Files.readAllBytes(copy.resolve(
			"saved_model.pb"))).toBuilder();
		change.accept(model);
		Files.write(copy.resolve("saved_model.pb"), model.build().toByteArray());
		return copy;
	}

	private static GraphDef frozen(final Path saved, final String signature) throws IOException {
		return GraphDef.parseFrom(Engines.freeze(saved, signature));
	}

	/** So that the checksum in the Info of a result identifies the network, whoever imported it. */
	@Test
	void theSameModelBecomesTheSameFile() throws Exception {
		final byte[] once = Engines.freeze(ofPython(), "");
		for (int i = 0; i < 5; i++)
			assertArrayEquals(once, Engines.freeze(ofPython(), ""));
	}

	@Test
	void theTagsOfTheOnlyGraphAreUsed() throws Exception {
		final Path saved = changed(model ->
			model.getMetaGraphsBuilder(0).getMetaInfoDefBuilder().clearTags().addTags("train").addTags(
			"tpu"));
		assertEquals(frozen(ofPython(), ""), frozen(saved, ""));
	}

	@Test
	void theTagsOfSeveralGraphsAreNamed() throws Exception {
		final Path saved = changed(model -> {
			model.addMetaGraphs(model.getMetaGraphs(0));
			model.getMetaGraphsBuilder(0).getMetaInfoDefBuilder().clearTags().addTags("train");
			model.getMetaGraphsBuilder(1).getMetaInfoDefBuilder().clearTags().addTags("eval");
		});
		final String message = assertThrows(DreamException.class, () -> Engines.freeze(saved, "")).getMessage();
		assertTrue(message.contains("train") && message.contains("eval") && message.contains("tag serve"), message);
	}

	private Path withSignatures(final String... names) throws Exception {
		return changed(model -> {
			final SignatureDef signature = model.getMetaGraphs(0).getSignatureDefOrThrow("serving_default");
			model.getMetaGraphsBuilder(0).removeSignatureDef("serving_default");
			for (final String name : names)
				model.getMetaGraphsBuilder(0).putSignatureDef(name, signature);
		});
	}

	@Test
	void aSignatureIsChosenByItsName() throws Exception {
		final Path several = withSignatures("features", "logits");
		final String message = assertThrows(DreamException.class, () -> Engines.freeze(several, "")).getMessage();
		assertTrue(message.contains("features, logits") && message.contains("signature=features"), message);
		assertEquals(frozen(ofPython(), ""), frozen(several, "logits"));
		final String unknown = assertThrows(DreamException.class, () -> Engines.freeze(several, "logit")).getMessage();
		assertTrue(unknown.contains("did you mean \"logits\""), unknown);
		assertEquals(frozen(ofPython(), ""), frozen(withSignatures("other"), ""));
	}

	@Test
	void variablesOfTensorFlow1() throws Exception {
		final Path saved = folder.resolve("saved");
		try (Graph graph = new Graph(); Session session = new Session(graph)) {
			final Ops tf = Ops.create(graph);
			final Placeholder<TFloat32> in = tf.withName("x").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1,
				-1, 3)));
			final Variable<TFloat32> kernel = tf.withName("kernel").variable(Shape.of(1, 1, 3, 2), TFloat32.class);
			final Operand<TFloat32> values = tf.reshape(tf.constant(new float[] { 1, 2, 3, 4, 5, 6 }), tf.array(1, 1, 3, 2));
			session.runner().addTarget(tf.assign(kernel, values)).run();
			final Conv2d<TFloat32> conv = tf.withName("conv").nn.conv2d(in, kernel, List.of(1L, 1L, 1L, 1L), "SAME");
			final Relu<TFloat32> out = tf.withName("out").nn.relu(conv);
			SavedModelBundle.exporter(saved.toString()).withFunction(SessionFunction.create(Signature.builder().key(
				"serving_default").input("in", in).output("out", out).build(), session)).export();
		}
		try (GradientEngine engine = open(Engines.freeze(saved, ""))) {
			assertArrayEquals(new float[] { 1 * 1 + 3 * 2 + 5 * 3, 2 * 1 + 4 * 2 + 6 * 3 }, engine.activations("conv",
				new float[] { 1, 2, 3 }, 1, 1).values(), 1e-4f);
		}
	}

	@Test
	void refusesOtherFolders() throws IOException {
		assertTrue(assertThrows(DreamException.class, () -> Engines.freeze(folder,
			"")).getMessage().contains("is not a SavedModel"));
		Files.writeString(folder.resolve("saved_model.pb"), "a text");
		final String message = assertThrows(DreamException.class, () -> Engines.freeze(folder, "")).getMessage();
		assertTrue(message.contains("cannot be frozen") && message.contains(folder.toString()), message);
		// as a model, it is refused with a hint to import it
		assertTrue(assertThrows(DreamException.class, () -> ModelCatalogue.find(folder.toString())).getMessage().contains(
			"import it"));
	}

	/** Receptive fields of split channels. */
	@Test
	void splitChannelsKeepTheirAxes() throws Exception {
		final SmallGraphs graph = new SmallGraphs(2).conv("a", 3, 3, 3, 8, 1, "SAME");
		graph.constant(Constants.ofInts("axis", new int[] { 3 })).other("Split", "halves", n -> n.clearInput().addInput("axis")
			.addInput("a").putAttr("num_split", org.tensorflow.proto.AttrValue.newBuilder().setI(2).build())).numbers("w", -1,
				1, 3, 3, 4, 2).other("Conv2D", "b", n -> n.clearInput().addInput("halves:1").addInput("w").putAttr("strides", ints(
					1, 2, 2, 1)).putAttr("padding", text("SAME")));
		try (GradientEngine engine = Engines.open(graph.save(folder, new Properties()))) {
			Differences.assertEqualsDifferences(engine, List.of(Differences.term(engine, "b", true)), List.of(Differences.all(
				engine, "b")));
		}
	}
}
