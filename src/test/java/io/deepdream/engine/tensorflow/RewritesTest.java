package io.deepdream.engine.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import org.junit.jupiter.api.Test;

/** Each rewrite by itself. That they keep the gradient right is shown by {@link GradientTest} and {@link ReferenceTest}. */
class RewritesTest {

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
	void theAxisOfConcatGoesLast() {
		final GraphDef graph = new SmallGraphs(1).relu("a").from("input").relu("b").concat("c", "a", "b").build();
		final NodeDef c = node(new ConcatToV2().apply(graph), "c");
		assertEquals("ConcatV2", c.getOp());
		assertEquals(List.of("a", "b", "c/concat_dim"), c.getInputList());
		assertEquals(DataType.DT_INT32, c.getAttrOrThrow("Tidx").getType());
		assertEquals(2, c.getAttrOrThrow("N").getI());
	}

	@Test
	void headsArePruned() {
		final GraphDef graph = new SmallGraphs(1).conv("a", 1, 1, 3, 4, 1, "SAME").head(100).build();
		final GraphDef pruned = new Prune(List.of("a")).apply(graph);
		assertNull(node(pruned, "head/logits"));
		assertNull(node(pruned, "head/w"));
		assertNotNull(node(pruned, "a_w"));
		assertNotNull(node(pruned, "input"));
	}

	@Test
	void lrnGradTakesTheAttributesOfItsOwnLrn() {
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
	void kernelsAreTurnedAndTransposed() {
		// [2 rows, 1 column, 2 in, 3 out]
		final float[] kernel = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
		assertArrayEquals(new float[] { 7, 10, 8, 11, 9, 12, 1, 4, 2, 5, 3, 6 }, BackwardConvolution.turn(kernel, new int[] {
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
		assertEquals(List.of("dy", "b/turned"), forward.getInputList());
		assertEquals("Conv2DBackpropInput", node(new BackwardConvolution().apply(backward(2)), "b").getOp());
	}

	@Test
	void constantsAreReadInAllTheWaysTheyAreStored() {
		final NodeDef.Builder splat = Constants.ofFloats("s", new float[0], 2, 3).toBuilder();
		final AttrValue.Builder value = splat.getAttrOrThrow("value").toBuilder();
		value.getTensorBuilder().clearTensorContent().addFloatVal(1).addFloatVal(7);
		splat.putAttr("value", value.build());
		assertArrayEquals(new float[] { 1, 7, 7, 7, 7, 7 }, Constants.floats(splat.build()));
		assertArrayEquals(new float[] { 3, -4 }, Constants.floats(Constants.ofFloats("t", new float[] { 3, -4 }, 2)));
		assertArrayEquals(new int[] { 2, 3 }, Constants.shape(splat.build()));
	}

	@Test
	void theInputIsReplacedAndItsReadersStay() {
		final GraphDef graph = new SmallGraphs(1).conv("a", 1, 1, 3, 4, 1, "SAME").build();
		final GraphDef result = new InputConvention("input", new io.deepdream.model.ModelSpec("m", null,
			new java.util.Properties())).apply(graph);
		assertEquals("Identity", node(result, "input").getOp());
		assertEquals("input", node(result, "a").getInput(0));
		assertTrue(new GraphNodes(result).upstreamOf(List.of("a")).contains(InputConvention.PICTURE));
		assertArrayEquals(new float[] { 117, 117, 117 }, InputConvention.mean(result));
	}

	@Test
	void theMeanOfABgrNetworkIsTurnedRound() {
		final java.util.Properties properties = new java.util.Properties();
		properties.setProperty("mean", "104,117,123");
		properties.setProperty("order", "BGR");
		assertArrayEquals(new float[] { 123, 117, 104 }, InputConvention.mean(new InputConvention("input",
			new io.deepdream.model.ModelSpec("m", null, properties)).apply(new SmallGraphs(1).relu("r").build())));
	}
}
