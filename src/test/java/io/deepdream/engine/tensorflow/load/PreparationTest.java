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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Properties;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.model.ModelSpec;

import org.junit.jupiter.api.Test;

/** The rewrites that prepare a graph, each by itself. */
class PreparationTest {

	private static NodeDef node(final GraphDef graph, final String name) {
		return new GraphNodes(graph).get(name);
	}

	@Test
	void devicesAreCleared() {
		final GraphDef graph = new SmallGraphs(1).relu("r").build();
		assertEquals("/cpu:0", node(graph, "r").getDevice());
		for (final NodeDef n : new ClearDevices().apply(graph).getNodeList())
			assertEquals("", n.getDevice());
	}

	@Test
	void theAxisOfConcatBecomesTheLastInput() {
		final GraphDef graph = new SmallGraphs(1).relu("a").from("input").relu("b").concat("c", "a", "b").build();
		final NodeDef c = node(new ConcatToV2().apply(graph), "c");
		assertEquals("ConcatV2", c.getOp());
		assertEquals(List.of("a", "b", "c/concat_dim"), c.getInputList());
		assertEquals(DataType.DT_INT32, c.getAttrOrThrow("Tidx").getType());
		assertEquals(2, c.getAttrOrThrow("N").getI());
	}

	@Test
	void theInputIsReplacedAndItsConsumersRemain() {
		final GraphDef graph = new SmallGraphs(1).conv("a", 1, 1, 3, 4, 1, "SAME").build();
		final GraphDef result = new InputConvention("input", new ModelSpec("m", null,
			new Properties())).apply(graph);
		assertEquals("Identity", node(result, "input").getOp());
		assertEquals("input", node(result, "a").getInput(0));
		assertTrue(new GraphNodes(result).upstreamOf(List.of("a")).contains(PictureNode.NAME));
		assertArrayEquals(new float[] { 117, 117, 117 }, PictureNode.mean(result));
	}

	@Test
	void theMeanOfABgrNetworkIsReversed() {
		final Properties properties = new Properties();
		properties.setProperty("mean", "104,117,123");
		properties.setProperty("order", "BGR");
		assertArrayEquals(new float[] { 123, 117, 104 }, PictureNode.mean(new InputConvention("input",
			new ModelSpec("m", null, properties)).apply(new SmallGraphs(1).relu("r").build())));
	}
}
