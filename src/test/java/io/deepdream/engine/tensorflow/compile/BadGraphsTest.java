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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import com.google.protobuf.InvalidProtocolBufferException;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unusable graphs: each is reported in one message before any computation. */
class BadGraphsTest {

	@TempDir
	Path folder;

	private String error(final String name, final byte[] content) throws IOException {
		final Path file = folder.resolve(name);
		Files.write(file, content);
		final String message = assertThrows(DreamException.class, () -> Engines.open(ModelCatalogue.find(file
			.toString())).close()).getMessage();
		assertTrue(message.contains(name), message);
		return message;
	}

	private static SmallGraphs good() {
		return new SmallGraphs(1).conv("a", 3, 3, 3, 4, 1, "SAME").relu("b");
	}

	@Test
	void aTextFile() throws IOException {
		assertTrue(error("notes.pb", "This is a text, not a graph.\n".repeat(50).getBytes(StandardCharsets.UTF_8))
			.contains("is not a frozen TensorFlow graph"));
	}

	@Test
	void anEmptyFile() throws IOException {
		assertTrue(error("empty.pb", new byte[0]).contains("no frozen TensorFlow graph"));
	}

	@Test
	void aTruncatedFileAtEveryLength() throws IOException {
		final byte[] whole = good().build().toByteArray();
		for (int n = 1; n < whole.length; n++)
			if (!endsWithANode(whole, n)) error("cut.pb", Arrays.copyOf(whole, n));
	}

	/** Whether the truncated file is a smaller complete graph. */
	private static boolean endsWithANode(final byte[] whole, final int n) {
		try {
			return GraphDef.parseFrom(Arrays.copyOf(whole, n)).getSerializedSize() == n;
		}
		catch (final InvalidProtocolBufferException exc) {
			return false;
		}
	}

	@Test
	void aGraphWithoutInput() throws IOException {
		final GraphDef.Builder graph = good().build().toBuilder();
		final NodeDef constant = Constants.ofFloats("input", new float[3], 1, 1, 1, 3);
		graph.setNode(0, constant);
		assertTrue(error("closed.pb", graph.build().toByteArray()).contains("no input"));
	}

	@Test
	void aGraphWithSeveralInputs() throws IOException {
		final GraphDef.Builder graph = good().build().toBuilder();
		graph.addNode(graph.getNode(0).toBuilder().setName("other"));
		final String message = error("two.pb", graph.build().toByteArray());
		assertTrue(message.contains("input, other"), message);
	}

	@Test
	void aWrongInputNameInTheProperties() {
		final Properties properties = new Properties();
		properties.setProperty("input", "inptu");
		final ModelSpec spec = good().save(folder, properties);
		assertTrue(assertThrows(DreamException.class, () -> Engines.open(spec)).getMessage().contains(
			"did you mean input?"));
	}

	@Test
	void anOpThatTensorFlowRefuses() throws IOException {
		final GraphDef.Builder graph = good().build().toBuilder();
		graph.setNode(graph.getNodeCount() - 1, graph.getNode(graph.getNodeCount() - 1).toBuilder().putAttr("T",
			Constants.type(DataType.DT_STRING)));
		assertTrue(error("odd.pb", graph.build().toByteArray()).contains("TensorFlow cannot use the graph"));
	}

	@Test
	void aWrongChecksum() {
		final Properties properties = new Properties();
		properties.setProperty("sha256", "00");
		final ModelSpec spec = good().save(folder, properties);
		assertTrue(assertThrows(DreamException.class, () -> Engines.open(spec)).getMessage().contains("SHA-256"));
	}

	@Test
	void classifierHeadsAreRemoved() {
		try (GradientEngine engine = Engines.open(good().head(7).save(folder, new Properties()))) {
			assertEquals(List.of("a", "b"), engine.layers().stream().map(LayerInfo::name).collect(Collectors.toList()));
			assertEquals("a", engine.layers().get(1).beforeSaturation());
		}
	}

	private static String compileError(final GradientEngine engine, final String layer, final int channels) {
		return assertThrows(DreamException.class, () -> engine.compile(List.of(new Term(layer, new float[channels],
			Term.MEAN)))).getMessage();
	}

	@Test
	void anOperationWithoutGradientIsReportedWithTheOtherLayers() {
		for (final String op : new String[] { "StopGradient", "FakeQuantWithMinMaxArgs" })
			try (GradientEngine engine = Engines.open(good().other(op, "wall", n -> {
				if (!op.equals("StopGradient")) n.clearAttr();
			}).conv("c", 1, 1, 4, 2, 1, "SAME").relu("d").from("b").conv("e", 3, 3, 4, 5, 1, "SAME").save(folder,
				new Properties())))
			{
				final String message = compileError(engine, "d", 2);
				assertTrue(message.contains("layer d ") && message.contains("operation " + op + " (node wall)"), message);
				assertTrue(message.endsWith("choose one of a, b, e."), message);
				assertEquals(List.of("a", "b", "e"), engine.layersWithGradient().stream().map(LayerInfo::name).collect(Collectors
					.toList()));
				engine.compile(List.of(new Term("e", new float[5], Term.MEAN))).close();
			}
	}

	@Test
	void aNetworkWithoutAnyGradientIsReported() {
		try (GradientEngine engine = Engines.open(new SmallGraphs(1).other("StopGradient", "wall").conv("c", 3, 3, 3, 2, 1,
			"SAME").save(folder, new Properties())))
		{
			assertTrue(compileError(engine, "c", 2).endsWith("no layer of this one has a gradient."));
		}
	}
}
