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

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Replaces the backward convolution of every convolution with stride 1,
 * Conv2DBackpropInput, by the equivalent forward convolution: the kernel is rotated by
 * 180 degrees, and its input and output channels are swapped. oneDNN's backward
 * convolution is silently wrong, by up to 40%, if the channel count is not a multiple
 * of the vector length (TensorFlow 2.18, x86); its forward convolution is correct and
 * not slower.
 */
public final class BackwardConvolution implements GradientRewrite {

	@Override
	public String reason() {
		return "oneDNN's backward convolutions are wrong for some channel counts";
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			final NodeDef kernel = applies(node) ? edit.nodes().constant(node.getInput(1)) : null;
			if (kernel != null) edit.replace(node, forward(node, kernel));
		}
		return edit.result();
	}

	private static boolean applies(final NodeDef node) {
		return node.getOp().equals("Conv2DBackpropInput") && Nodes.allOnes(node, "strides") && Nodes.isPlainConvolution(node);
	}

	/** @param backward with strides of 1; its dilations are those of the forward convolution */
	static List<NodeDef> forward(final NodeDef backward, final NodeDef kernel) {
		final int[] shape = Constants.shape(kernel);
		final boolean same = Nodes.text(backward, "padding").equals("SAME");
		final List<NodeDef> nodes = new ArrayList<>();
		// a transposed convolution is a layer, whose auxiliary nodes could have names of other layers
		final String name = PictureNode.PREFIX + backward.getName();
		final NodeDef rotated = Constants.ofFloats(name + "/rotated", rotate(Constants.floats(kernel), shape), shape[0],
			shape[1], shape[3], shape[2]);
		nodes.add(rotated);
		String gradient = backward.getInput(2);
		final boolean symmetric = same && shape[0] % 2 == 1 && shape[1] % 2 == 1 || shape[0] == 1 && shape[1] == 1;
		if (!symmetric) {
			// the padding of the backward convolution, of size kernel - 1 - padding on each side
			final int[] paddings = new int[8];
			for (int axis = 0; axis < 2; axis++) {
				final int extent = (shape[axis] - 1) * dilation(backward, axis);
				final int before = same ? extent / 2 : 0;
				final int after = same ? extent - before : 0;
				paddings[2 + 2 * axis] = extent - before;
				paddings[3 + 2 * axis] = extent - after;
			}
			nodes.add(Constants.ofInts(name + "/paddings", paddings, 4, 2));
			nodes.add(Nodes.op("Pad", name + "/padded", gradient, name + "/paddings").putAttr("Tpaddings", Constants.type(
				DataType.DT_INT32)).build());
			gradient = name + "/padded";
		}
		final NodeDef.Builder convolution = Nodes.convolution(backward.getName(), gradient, rotated.getName(),
			symmetric ? "SAME" : "VALID");
		if (!Nodes.allOnes(backward, "dilations")) convolution.putAttr("dilations", backward.getAttrOrThrow("dilations"));
		nodes.add(convolution.build());
		return nodes;
	}

	private static int dilation(final NodeDef node, final int axis) {
		return Nodes.allOnes(node, "dilations") ? 1 : (int) node.getAttrOrThrow("dilations").getList().getI(1 + axis);
	}

	/** Rotates a kernel by 180 degrees and transposes it, from [rows, columns, in, out] to [rows, columns, out, in]. */
	static float[] rotate(final float[] kernel, final int[] shape) {
		final float[] result = new float[kernel.length];
		final int ins = shape[2];
		final int outs = shape[3];
		for (int y = 0; y < shape[0]; y++)
			for (int x = 0; x < shape[1]; x++) {
				final int from = (y * shape[1] + x) * ins * outs;
				final int to = ((shape[0] - 1 - y) * shape[1] + shape[1] - 1 - x) * ins * outs;
				for (int i = 0; i < ins; i++)
					for (int o = 0; o < outs; o++)
						result[to + o * ins + i] = kernel[from + i * outs + o];
			}
		return result;
	}
}
