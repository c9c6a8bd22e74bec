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

import java.util.Set;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Prepares dilated convolutions for a correct gradient.
 * <ul>
 * <li>Depthwise convolutions, and convolutions with strides too, get a larger kernel
 * with zeros instead of dilations. TensorFlow's gradient of a depthwise convolution
 * ignores {@code dilations}, and oneDNN ends the process if the sizes then disagree.
 * </li>
 * <li>The others keep their dilations, since a larger kernel would be slow. Each gets
 * its kernel under a name of its own, so that its backward convolution can be
 * recognised.</li>
 * </ul>
 */
final class DilatedConvolutions implements GraphRewrite {

	private static final Set<String> CONVOLUTIONS = Set.of("Conv2D", "DepthwiseConv2dNative");

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			if (!CONVOLUTIONS.contains(node.getOp()) || Nodes.allOnes(node, "dilations")) continue;
			final NodeDef kernel = edit.nodes().constant(node.getInput(1));
			// NCHW convolutions are not layers
			if (kernel == null || Nodes.text(node, "data_format").equals("NCHW")) continue;
			final String name = PictureNode.PREFIX + node.getName() + "/kernel";
			final int down = (int) node.getAttrOrThrow("dilations").getList().getI(1);
			final int across = (int) node.getAttrOrThrow("dilations").getList().getI(2);
			final int[] shape = Constants.shape(kernel);
			final boolean needless = shape[0] == 1 && shape[1] == 1;
			if (!needless && node.getOp().equals("Conv2D") && Nodes.allOnes(node, "strides")) edit.replace(node, Nodes.op(
				"Identity", name, node.getInput(1)), node.toBuilder().setInput(1, name));
			else edit.replace(node, enlarged(name, Constants.floats(kernel), shape, down, across),
				node.toBuilder().setInput(1,
				name).removeAttr("dilations"));
		}
		return edit.result();
	}

	/** @param shape rows, columns, in, out */
	private static NodeDef enlarged(final String name, final float[] kernel, final int[] shape, final int down,
		final int across)
	{
		final int rows = (shape[0] - 1) * down + 1;
		final int columns = (shape[1] - 1) * across + 1;
		final int values = shape[2] * shape[3];
		final float[] result = new float[rows * columns * values];
		for (int y = 0; y < shape[0]; y++)
			for (int x = 0; x < shape[1]; x++)
				System.arraycopy(kernel, (y * shape[1] + x) * values, result, (y * down * columns + x * across) * values,
				values);
		return Constants.ofFloats(name, result, rows, columns, shape[2], shape[3]);
	}
}
