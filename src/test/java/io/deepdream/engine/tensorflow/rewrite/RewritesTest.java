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
package io.deepdream.engine.tensorflow.rewrite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;

import org.junit.jupiter.api.Test;

/** Each rewrite by itself. GradientTest and ReferenceTest verify the gradients. */
class RewritesTest {

	private static NodeDef node(final GraphDef graph, final String name) {
		return new GraphNodes(graph).get(name);
	}

	@Test
	void lrnGradGetsTheAttributesOfItsLrn() {
		final GraphDef.Builder graph = new SmallGraphs(1).lrn("one", 5, 2f, 1e-4f, 0.5f).lrn("two", 2, 1f, 2e-5f, 0.75f)
			.build().toBuilder();
		graph.addNode(NodeDef.newBuilder().setName("grad").setOp("LRNGrad").addInput("two").addInput("input").addInput(
			"one").putAttr("bias", AttrValue.newBuilder().setF(1).build()));
		final NodeDef grad = node(new LrnGradientAttributes().apply(graph.build()), "grad");
		assertEquals(5, grad.getAttrOrThrow("depth_radius").getI());
		assertEquals(2f, grad.getAttrOrThrow("bias").getF());
		assertEquals(1e-4f, grad.getAttrOrThrow("alpha").getF());
		assertEquals(0.5f, grad.getAttrOrThrow("beta").getF());
	}

	@Test
	void kernelsAreRotatedAndTransposed() {
		// [2 rows, 1 column, 2 in, 3 out]
		final float[] kernel = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
		assertArrayEquals(new float[] { 7, 10, 8, 11, 9, 12, 1, 4, 2, 5, 3, 6 }, BackwardConvolution.rotate(kernel, new int[] {
			2, 1, 2, 3 }));
	}

	private static GraphDef backward(final int stride) {
		return new SmallGraphs(1).conv("f", 3, 3, 4, 8, 1, "SAME").build().toBuilder().addNode(NodeDef.newBuilder().setName(
			"b").setOp("Conv2DBackpropInput").addInput("sizes").addInput("f_w").addInput("dy").putAttr("strides",
				SmallGraphs.ints(1, stride, stride, 1)).putAttr("padding", SmallGraphs.text("SAME"))).build();
	}

	@Test
	void onlyStrideOneBecomesAForwardConvolution() {
		final NodeDef forward = node(new BackwardConvolution().apply(backward(1)), "b");
		assertEquals("Conv2D", forward.getOp());
		assertEquals(List.of("dy", "deepdream/b/rotated"), forward.getInputList());
		assertEquals("Conv2DBackpropInput", node(new BackwardConvolution().apply(backward(2)), "b").getOp());
	}

	/** The kernel 1 2 3 (one row) with stride 2 has the 2x2 blocks 1 2 and 3 0, in reverse order. */
	@Test
	void blocksOfAKernelAreReversedAndPadded() {
		assertArrayEquals(new float[] { 3, 0, 0, 0, 1, 2, 0, 0 }, StridedBackwardConvolution.blocks(new float[] { 1, 2, 3 },
			new int[] { 1, 3, 1, 1 }, 2));
	}
}
