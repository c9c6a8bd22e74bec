package io.deepdream.engine.tensorflow.rewrite;

import java.util.HashMap;
import java.util.Map;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.GraphNodes;

/**
 * Lets the gradient of a ReLU read the ReLU's output instead of its input, which
 * TensorFlow's C++ gradient reads. Both are above zero in the same places, and
 * without another reader of the input, convolution, bias and ReLU run as one.
 */
public final class ReluGradientFromOutput implements GradientRewrite {

	/** oneDNN's convolutions with a fused ReLU are slow without AVX2. */
	@Override
	public boolean paysWith(final ConvolutionKernels kernels) {
		return kernels != ConvolutionKernels.ONEDNN_AVX;
	}

	@Override
	public String reason() {
		return "convolution, bias and ReLU run as one if nothing else reads the ReLU's input";
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final Map<String, String> outputs = new HashMap<>();
		for (final NodeDef node : graph.getNodeList())
			if (node.getOp().equals("Relu")) outputs.put(GraphNodes.nodeOf(node.getInput(0)), node.getName());
		final GraphDef.Builder result = graph.toBuilder();
		for (final NodeDef.Builder node : result.getNodeBuilderList()) {
			if (!node.getOp().equals("ReluGrad")) continue;
			final String output = outputs.get(GraphNodes.nodeOf(node.getInput(1)));
			if (output != null) node.setInput(1, output);
		}
		return result.build();
	}
}
