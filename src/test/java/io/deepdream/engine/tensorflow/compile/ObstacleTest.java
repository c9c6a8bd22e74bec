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

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

import io.deepdream.DeepDream;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.DecoderGraphs;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that exists in the graph but is not a layer is named with the operation in the way. */
class ObstacleTest {

	private static final AttrValue INT32 = Constants.type(DataType.DT_INT32);

	@TempDir
	Path folder;

	private static SmallGraphs convolution() {
		return new SmallGraphs(1).conv("a", 3, 3, 3, 4, 2, "SAME").relu("b");
	}

	/** Enlarged to a fixed size by an operation that is not supported. */
	private static SmallGraphs bicubic() {
		return convolution().constant(Constants.ofInts("size", new int[] { 64, 64 }, 2)).other("ResizeBicubic", "up", n ->
			n.addInput(
			"size")).conv("c", 3, 3, 4, 5, 1, "SAME").relu("d");
	}

	private String message(final SmallGraphs graph, final String layer) {
		try (DeepDream deepDream = DeepDream.open(graph.save(folder, new Properties()), DreamListener.SILENT)) {
			return assertThrows(DreamException.class, () -> deepDream.check(DreamParams.parse("layer=" +
				layer))).getMessage();
		}
	}

	@Test
	void anOperationThatIsNotSupported() {
		final String message = message(bicubic(), "d");
		assertTrue(message.contains("operation ResizeBicubic (node up)") && message.contains("such as b"), message);
		assertTrue(message(bicubic(), "up").contains("does not support its operation ResizeBicubic"), message(bicubic(),
			"up"));
		try (GradientEngine engine = Engines.open(bicubic().save(folder, new Properties()))) {
			assertEquals(List.of("there are no layers behind ResizeBicubic (node up), which is not supported"),
				engine.obstacles());
		}
	}

	/** A misspelt name is no obstacle. */
	@Test
	void aNodeThatDoesNotExist() {
		assertTrue(message(bicubic(), "bb").contains("There is no layer \"bb\""), message(bicubic(), "bb"));
	}

	@Test
	void anInputWithoutAValue() {
		final SmallGraphs graph = convolution().constant(NodeDef.newBuilder().setName("threshold").setOp("Placeholder").putAttr("dtype",
			Constants.type(DataType.DT_FLOAT)).putAttr("shape", AttrValue.newBuilder().setShape(TensorShapeProto.newBuilder()
				.addDim(TensorShapeProto.Dim.newBuilder().setSize(4))).build()).build()).other("Maximum", "limited", n ->
				n.addInput(
					"threshold")).conv("c", 3, 3, 4, 5, 1, "SAME");
		final String message = message(graph, "c");
		assertTrue(message.contains("input threshold, which has no value"), message);
	}

	@Test
	void aPooledValue() {
		final SmallGraphs graph = convolution().constant(Constants.ofInts("axes", new int[] { 1, 2 }, 2)).other("Mean",
			"pooled",
			n -> n.addInput("axes").putAttr("Tidx", INT32));
		assertTrue(message(graph, "pooled").contains("one value for the whole image"), message(graph, "pooled"));
	}

	@Test
	void aVariable() {
		final SmallGraphs graph = convolution().constant(NodeDef.newBuilder().setName("w").setOp("VariableV2").putAttr("dtype", Constants
			.type(DataType.DT_FLOAT)).putAttr("shape", AttrValue.newBuilder().setShape(TensorShapeProto.newBuilder().addDim(
				TensorShapeProto.Dim.newBuilder().setSize(1)).addDim(TensorShapeProto.Dim.newBuilder().setSize(1)).addDim(
					TensorShapeProto.Dim.newBuilder().setSize(4)).addDim(TensorShapeProto.Dim.newBuilder().setSize(2))).build()).build()).other(
						"Conv2D", "c", n -> n.addInput("w").putAttr("strides", SmallGraphs.ints(1, 1, 1, 1)).putAttr("padding",
						SmallGraphs
							.text("SAME"))).relu("d");
		assertTrue(message(graph, "d").contains("the variable w"), message(graph, "d"));
	}

	/** A super-resolution network enlarges the image itself. */
	@Test
	void positionsBetweenPixels() {
		final SmallGraphs graph = new SmallGraphs(1).conv("a", 3, 3, 3, 12, 1, "SAME").other("DepthToSpace", "up", n ->
			n.putAttr(
			"block_size", AttrValue.newBuilder().setI(2).build()));
		try (GradientEngine engine = Engines.open(graph.save(folder, new Properties()))) {
			assertEquals(List.of(), engine.obstacles());
			assertEquals(List.of("a 1", "up 1/2"), engine.layers().stream().map(layer -> layer.name() + " " + layer.stride())
				.collect(Collectors.toList()));
		}
	}

	/** Between enlarging the rows and the columns, tiles could not begin at the same multiples along both axes. */
	@Test
	void differentStridesOfRowsAndColumns() {
		final SmallGraphs magnified = DecoderGraphs.tiles(new SmallGraphs(11).conv("stem", 3, 3, 3, 8, 1, "SAME").relu("down"));
		assertTrue(message(magnified, "up1").contains("different strides"), message(magnified, "up1"));
		final SmallGraphs graph = DecoderGraphs.tiles(DecoderGraphs.encoder());
		assertTrue(message(graph, "up1").contains("different strides"), message(graph, "up1"));
		try (GradientEngine engine = Engines.open(graph.save(folder, new Properties()))) {
			assertEquals(List.of("stem", "down", "up2", "c"),
				engine.layers().stream().map(LayerInfo::name).collect(Collectors.toList()));
			assertEquals(List.of(), engine.obstacles());
		}
	}

	/** The parts of a known operation, and what leads to a classifier, are no obstacles. */
	@Test
	void classifierHeadsAreNotReported() {
		try (GradientEngine engine = Engines.open(convolution().head(7).save(folder, new Properties()))) {
			assertEquals(List.of(), engine.obstacles());
		}
		try (GradientEngine engine = Engines.open(convolution().other("FakeQuantWithMinMaxArgs", "fq",
			NodeDef.Builder::clearAttr)
			.conv("c", 1, 1, 4, 2, 1, "SAME").save(folder, new Properties())))
		{
			assertEquals(List.of("layers that depend on the image only through FakeQuantWithMinMaxArgs (node fq) have no gradient"), engine.obstacles());
		}
	}
}
