package io.deepdream.engine.tensorflow.rewrite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

import com.google.protobuf.ByteString;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Lets the convolutions whose results are summed, such as the backward
 * convolutions of a block's branches, add to one sum in place, one after the other.
 * This saves writing a tensor for each and reading them all again. Only oneDNN's
 * convolutions can do that.
 */
public final class SumInConvolution implements GradientRewrite {

	/** Whether the TensorFlow library has such convolutions, found by running one. */
	private static final class Library {

		// TensorFlow's own kernels print an error when they are asked for one
		private static final boolean CAN = ConvolutionKernels.current().areOneDnn() && tried();

		private static boolean tried() {
			// a placeholder, since TensorFlow folds constants without running the convolution
			final NodeDef x = NodeDef.newBuilder().setOp("Placeholder").setName("x").putAttr("dtype", Constants.type(
				DataType.DT_FLOAT)).build();
			final GraphDef definition = GraphDef.newBuilder().addNode(x).addNode(Constants.ofFloats("w", new float[] { 3 }, 1, 1,
				1, 1)).addNode(Constants.ofFloats("b", new float[] { 0 }, 1)).addNode(adding(Nodes.convolution("convolved", "x", "w",
					"SAME").build(), "sum", "b", "x")).build();
			try (Graph graph = new Graph(); TFloat32 two = TFloat32.tensorOf(Shape.of(1, 1, 1, 1), t -> t.setFloat(2, 0, 0, 0,
				0)))
			{
				graph.importGraphDef(definition);
				try (Session session = new Session(graph); Result result = session.runner().feed("x", two).fetch("sum").run()) {
					return ((TFloat32) result.get(0)).getFloat(0, 0, 0, 0) == 8;
				}
			}
			catch (final RuntimeException exc) {
				return false;
			}
		}
	}

	@Override
	public String reason() {
		return "oneDNN's convolutions add to a sum in place";
	}

	/** TensorFlow has such convolutions in float32 only. */
	@Override
	public boolean supportsBfloat16() {
		return false;
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		if (!Library.CAN) return graph;
		final GraphEdit edit = new GraphEdit(graph);
		final GraphNodes nodes = edit.nodes();
		final Map<String, List<NodeDef>> readers = nodes.readers();
		final Map<String, Double> work = work(nodes);
		for (final NodeDef sum : graph.getNodeList()) {
			final List<NodeDef> convolutions = new ArrayList<>();
			final String first = sum.getOp().equals("AddN") ? startOf(sum, nodes, readers, convolutions) : null;
			if (first == null) continue;
			// what is computed first is added first, so that nothing waits for the longest branch
			convolutions.sort(Comparator.comparingDouble(node -> work.get(GraphNodes.nodeOf(node.getInput(0)))));
			String last = first;
			for (int i = 0; i < convolutions.size(); i++) {
				final NodeDef convolution = convolutions.get(i);
				final boolean end = i == convolutions.size() - 1;
				final NodeDef replaced = end ? sum : convolution;
				final String bias = convolution.getName() + "/no_bias";
				final int channels = Constants.shape(nodes.constant(convolution.getInput(1)))[3];
				edit.replace(replaced, Constants.ofFloats(bias, new float[channels], channels), adding(convolution, replaced
					.getName(), bias, last));
				if (end) edit.remove(convolution);
				last = replaced.getName();
			}
		}
		return edit.result();
	}

	/**
	 * @param convolutions receives those of a sum's inputs that can add to it
	 * @return the one input to start from, or null if the sum has to stay
	 */
	private static String startOf(final NodeDef sum, final GraphNodes nodes,
		final Map<String, List<NodeDef>> readers,
		final List<NodeDef> convolutions)
	{
		final List<String> others = new ArrayList<>();
		for (final String input : sum.getInputList()) {
			final NodeDef node = nodes.get(GraphNodes.nodeOf(input));
			if (isSummand(node, nodes, readers)) convolutions.add(node);
			else others.add(input);
		}
		// without any other input, one convolution stays as it is
		if (others.isEmpty()) others.add(convolutions.remove(0).getName());
		return others.size() == 1 && !convolutions.isEmpty() ? others.get(0) : null;
	}

	/** Whether a node is a convolution with a constant kernel and a single reader. */
	static boolean isSummand(final NodeDef node, final GraphNodes nodes, final Map<String, List<NodeDef>> readers) {
		return canAdd(node) && readers.get(node.getName()).size() == 1 && nodes.constant(node.getInput(1)) != null;
	}

	private static boolean canAdd(final NodeDef node) {
		return node.getOp().equals("Conv2D") && Nodes.isPlainConvolution(node);
	}

	/** Multiplications on the longest path to each node. */
	private static Map<String, Double> work(final GraphNodes nodes) {
		final Map<String, Double> work = new HashMap<>();
		for (final NodeDef node : nodes.sorted()) {
			double most = 0;
			for (final String source : GraphNodes.sources(node))
				most = Math.max(most, work.getOrDefault(source, 0.0));
			final NodeDef kernel = canAdd(node) ? nodes.constant(node.getInput(1)) : null;
			double products = kernel == null ? 0 : 1;
			if (kernel != null) for (final int size : Constants.shape(kernel))
				products *= size;
			work.put(node.getName(), most + products);
		}
		return work;
	}

	private static NodeDef adding(final NodeDef convolution, final String name, final String bias, final String to) {
		final AttrValue.Builder types = AttrValue.newBuilder();
		types.getListBuilder().addType(DataType.DT_FLOAT).addType(DataType.DT_FLOAT);
		final AttrValue.Builder ops = AttrValue.newBuilder();
		ops.getListBuilder().addS(ByteString.copyFromUtf8("BiasAdd")).addS(ByteString.copyFromUtf8("Add"));
		return Nodes.op("_FusedConv2D", name, convolution.getInput(0), convolution.getInput(1), bias, to).putAttr("strides",
			convolution.getAttrOrThrow("strides")).putAttr("padding", convolution.getAttrOrThrow("padding")).putAttr("num_args",
				Nodes.number(2)).putAttr("TArgs", types.build()).putAttr("fused_ops", ops.build()).build();
	}
}
