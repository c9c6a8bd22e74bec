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
package io.deepdream.imagej.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

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
import org.tensorflow.types.TFloat32;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.DecoderGraphs;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.model.ModelCatalogue;

import org.junit.jupiter.api.Test;

/** The outputs of imported networks: which are layers, their names, and the default layer. */
class OutputsTest extends TemporaryStore {

	private String file(final SmallGraphs graph) throws IOException {
		return Files.write(folder.resolve("net.pb"), graph.build().toByteArray()).toString();
	}

	private static Operand<TFloat32> conv(final Ops tf, final Session session, final String name, final Operand<TFloat32> in,
		final int from, final int to)
	{
		final Shape shape = Shape.of(3, 3, from, to);
		final Variable<TFloat32> kernel = tf.withName(name + "_kernel").variable(shape, TFloat32.class);
		final float[] values = new float[(int) shape.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) Math.sin(i + to) / 3;
		session.runner().addTarget(tf.assign(kernel, tf.reshape(tf.constant(values), tf.constant(shape)))).run();
		return tf.withName(name).nn.conv2d(in, kernel, List.of(1L, 1L, 1L, 1L), "SAME");
	}

	/** Probability and distances as two outputs, and a class of the whole image as the third; with a configuration of StarDist. */
	private Path starDist(final Map<String, String> keys) throws IOException {
		final Path model = folder.resolve("cells");
		try (Graph graph = new Graph(); Session session = new Session(graph)) {
			final Ops tf = Ops.create(graph);
			final Placeholder<TFloat32> in = tf.withName("x").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, 1)));
			final Operand<TFloat32> inner = tf.withName("inner").nn.relu(conv(tf, session, "first", in, 1, 8));
			final Operand<TFloat32> dist = conv(tf, session, "rays", inner, 8, 4);
			final Operand<TFloat32> prob = tf.withName("score").math.sigmoid(conv(tf, session, "logit", inner, 8, 1));
			final Operand<TFloat32> kind = tf.withName("kind").math.mean(inner, tf.constant(new int[] { 1, 2 }));
			SavedModelBundle.exporter(model.resolve("TF_SavedModel").toString()).withFunction(SessionFunction.create(Signature.builder()
				.key("serving_default").input("input", in).output(keys.get("prob"), prob).output(keys.get("dist"), dist).output(keys.get(
					"kind"), kind).build(), session)).export();
		}
		Files.writeString(model.resolve("config.json"), "{\"n_dim\": 2, \"axes\": \"YXC\", \"n_channel_in\": 1, \"n_rays\": 4}");
		return model;
	}

	private static Map<String, List<String>> names(final String model) {
		try (DeepDream deepDream = DeepDream.open(model)) {
			return deepDream.layers().stream().collect(Collectors.toMap(LayerInfo::name, LayerInfo::channelNames));
		}
	}

	/** The keys of Keras 2, of which the second is the first in the alphabet, and those of Keras 3. */
	@Test
	void severalOutputs() throws IOException {
		for (final Map<String, String> keys : List.of(Map.of("prob", "prob", "dist", "dist", "kind", "kind"), Map.of("prob", "output_2",
			"dist", "output_10", "kind", "output_11")))
		{
			final String report = run("action=import model=cells file=[" + starDist(keys) + "]");
			assertTrue(report.contains("\noutput " + keys.get("prob") + ": layer score\noutput " + keys.get("dist") + ": layer rays\noutput " +
				keys.get("kind") + ": no layer, because it has one value for the whole image\n"), report);
			assertTrue(report.contains("\nrays\t4\t1\t5\tdistance 1, distance 2, distance 3, distance 4"), report);
			assertEquals("score", ModelCatalogue.find("cells").layer());
			assertEquals(Map.of("first", List.of(), "inner", List.of(), "rays", List.of("distance 1", "distance 2", "distance 3",
				"distance 4"), "logit", List.of("probability"), "score", List.of("probability")), names("cells"));
			run("action=remove model=cells");
		}
	}

	/** Names follow channels through concatenations and what works on each channel, up to a convolution. */
	@Test
	void namesOfLayersBeforeTheOutput() throws IOException {
		final String graph = file(new SmallGraphs(3).conv("a", 3, 3, 3, 4, 1, "SAME").conv("p", 1, 1, 4, 1, 1, "SAME").bias("pb", 1).other(
			"Sigmoid", "ps").from("a").conv("d", 1, 1, 4, 3, 1, "SAME").relu("dr").concat("joined", "ps", "dr"));
		final Properties properties = new Properties();
		properties.setProperty("output-channels", "q, r 1, r 2, r 3");
		try (Writer writer = new FileWriter(folder.resolve("net.properties").toFile())) {
			properties.store(writer, null);
		}
		final List<String> rays = List.of("r 1", "r 2", "r 3");
		assertEquals(Map.of("a", List.of(), "p", List.of("q"), "pb", List.of("q"), "ps", List.of("q"), "d", rays, "dr", rays, "joined",
			List.of("q", "r 1", "r 2", "r 3")), names(graph));
	}

	/** Of a decoder its output, also where the graph goes on with an index of classes. */
	@Test
	void defaultLayerOfADecoder() throws IOException {
		final SmallGraphs classes = DecoderGraphs.unet("Conv2DBackpropInput").other("Softmax", "soft").constant(
			Constants.ofInts("axis", new int[] { 3 })).other("ArgMax", "index", n -> n.addInput("axis")
				.putAttr("Tidx", DecoderGraphs.INT32).putAttr("output_type", DecoderGraphs.INT32));
		run("action=import model=unet file=[" + file(DecoderGraphs.unet("ResizeBilinear")) + "]");
		assertEquals("out", ModelCatalogue.find("unet").layer());
		run("action=import model=classes file=[" + file(classes) + "]");
		assertEquals("soft", ModelCatalogue.find("classes").layer());
	}

	/** Without a reduction, the last layer is an image, unless it is pooled. */
	@Test
	void defaultLayerOfNetworksWithoutStrides() throws IOException {
		final SmallGraphs denoiser = new SmallGraphs(3).conv("a", 3, 3, 3, 8, 1, "SAME").relu("b").conv("c", 3, 3, 8, 8, 1, "SAME").relu("d")
			.conv("e", 3, 3, 8, 3, 1, "SAME");
		run("action=import model=denoiser file=[" + file(denoiser) + "]");
		assertEquals("e", ModelCatalogue.find("denoiser").layer());
		final SmallGraphs classifier = denoiser.constant(Constants.ofInts("plane", new int[] { 1, 2 },
			2)).other("Mean", "pooled", n -> n.addInput("plane").putAttr("Tidx", DecoderGraphs.INT32));
		run("action=import model=classifier file=[" + file(classifier) + "]");
		assertEquals("d", ModelCatalogue.find("classifier").layer());
	}

	/** An output whose gradient vanishes in the whole test image, since the input is scaled wrongly, gives way to the layer before. */
	@Test
	void saturatedOutput() throws IOException {
		final SmallGraphs graph = DecoderGraphs.unet("ResizeBilinear").constant(Constants.ofFloats(
			"factor", new float[] { 1e6f })).other("Mul", "strong", n -> n.addInput("factor")).other("Sigmoid", "mask");
		final String report = run("action=import model=saturated file=[" + file(graph) + "]");
		assertEquals("strong", ModelCatalogue.find("saturated").layer());
		assertTrue(report.contains("note: the gradient of the output, layer mask, vanishes in the whole test image: check mean and range"),
			report);
		assertFalse(run("action=import model=usual file=[" + file(DecoderGraphs.unet("ResizeBilinear").other("Sigmoid", "mask")) + "]")
			.contains("vanishes"));
		assertEquals("mask", ModelCatalogue.find("usual").layer());
	}
}
