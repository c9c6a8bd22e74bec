package io.deepdream.engine.tensorflow;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/**
 * A layer that is a 1x1 convolution, with or without bias, seen from its input: a
 * weighted sum of its channels is one of the input's channels, with the weights
 * multiplied by the kernel. So neither the convolution nor its backward pass need
 * be computed for an objective that is linear in the layer.
 */
final class LinearTarget {

	private final String input;
	private final String kernel;
	private final String bias;

	private LinearTarget(final String input, final String kernel, final String bias) {
		this.input = input;
		this.kernel = kernel;
		this.bias = bias;
	}

	/** Null if the layer is something else. */
	static LinearTarget of(final GraphDef graph, final String layer) {
		final GraphNodes nodes = new GraphNodes(graph);
		final NodeDef node = nodes.get(layer);
		final boolean biased = node.getOp().equals("BiasAdd");
		final NodeDef convolution = biased ? nodes.get(GraphNodes.nodeOf(node.getInput(0))) : node;
		if (convolution == null || !convolution.getOp().equals("Conv2D") || !Nodes.allOnes(convolution, "strides") ||
			"NCHW".equals(Nodes.text(convolution, "data_format"))) return null;
		final NodeDef kernel = nodes.constant(convolution.getInput(1));
		if (kernel == null || Constants.shape(kernel)[0] != 1 || Constants.shape(kernel)[1] != 1) return null;
		final NodeDef bias = biased ? nodes.constant(node.getInput(1)) : null;
		if (biased && bias == null) return null;
		return new LinearTarget(convolution.getInput(0), kernel.getName(), biased ? bias.getName() : null);
	}

	/** What the convolution reads. */
	Output<TFloat32> input(final Graph graph) {
		final int colon = input.indexOf(':');
		return graph.operation(GraphNodes.nodeOf(input)).output(colon < 0 ? 0 : Integer.parseInt(input.substring(colon +
			1)));
	}

	/** [n, 1, 1, channels of the layer] to [n, 1, 1, channels of the input] */
	Operand<TFloat32> weights(final Graph graph, final Ops tf, final Operand<TFloat32> channels) {
		final Output<TFloat32> w = graph.operation(kernel).output(0);
		final int ins = (int) w.shape().size(2);
		final int outs = (int) w.shape().size(3);
		return tf.reshape(tf.linalg.matMul(tf.reshape(channels, tf.array(-1, outs)), tf.reshape(w, tf.array(ins, outs)),
			MatMul.transposeB(true)), tf.array(-1, 1, 1, ins));
	}

	/** [n]: what the bias adds to the sum over all rows and columns; null without bias. */
	Operand<TFloat32> constant(final Graph graph, final Ops tf, final Operand<TFloat32> rowsAndColumns,
		final Operand<TFloat32> channels)
	{
		if (bias == null) return null;
		final Output<TFloat32> b = graph.operation(bias).output(0);
		return tf.math.mul(tf.sum(rowsAndColumns, tf.array(0, 1, 2, 3)), tf.sum(tf.math.mul(channels, b), tf.array(1, 2,
			3)));
	}
}
