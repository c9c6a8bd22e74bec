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
 * Replaces the backward convolution of a convolution with stride s in both directions
 * by a forward convolution with stride 1 that computes the s*s pixels of every block
 * as channels, DepthToSpace, and a crop to the input's size (W. Shi et al. 2016,
 * arXiv:1609.07009). oneDNN's own kernel is slow for the three channels of an image,
 * and can be wrong like that of stride 1 (see {@link BackwardConvolution}).
 */
public final class StridedBackwardConvolution implements GradientRewrite {

	@Override
	public String reason() {
		return "oneDNN's backward convolutions with a stride are slow for the three channels of an image";
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			final NodeDef kernel = stride(node) > 1 ? edit.nodes().constant(node.getInput(1)) : null;
			if (kernel != null) edit.replace(node, forward(node, kernel, stride(node)));
		}
		return edit.result();
	}

	/** The stride of a backward convolution that is replaced; 0 for other nodes. */
	private static int stride(final NodeDef node) {
		if (!node.getOp().equals("Conv2DBackpropInput") || !Nodes.isPlainConvolution(node)) return 0;
		final List<Long> strides = node.getAttrOrThrow("strides").getList().getIList();
		return strides.get(1).equals(strides.get(2)) ? strides.get(1).intValue() : 0;
	}

	private static List<NodeDef> forward(final NodeDef backward, final NodeDef kernel, final int stride) {
		final String name = PictureNode.PREFIX + backward.getName();
		final int[] shape = Constants.shape(kernel);
		final int rows = (shape[0] + stride - 1) / stride;
		final int columns = (shape[1] + stride - 1) / stride;
		final List<NodeDef> nodes = new ArrayList<>();
		nodes.add(Constants.ofFloats(name + "/blocks", blocks(Constants.floats(kernel), shape, stride), rows, columns,
			shape[3], stride * stride * shape[2]));
		final boolean same = Nodes.text(backward, "padding").equals("SAME");
		final int top = same ? minPadding(shape[0], stride) : 0;
		final int left = same ? minPadding(shape[1], stride) : 0;
		// all blocks that contain a pixel of the input, for every size of the input; without padding, up to s - 1
		// pixels at the input's end are outside every window, and their gradient is a block of zeros
		nodes.add(Nodes.convolution(name + "/convolved", backward.getInput(2), name + "/blocks", "EXPLICIT").putAttr(
			"explicit_paddings", Nodes.ints(0, 0, rows - 1 - top / stride, same ? blocksAfterOutput(top, stride) : rows, columns - 1 -
				left / stride, same ? blocksAfterOutput(left, stride) : columns, 0, 0)).build());
		nodes.add(Nodes.op("DepthToSpace", name + "/pixels", name + "/convolved").putAttr("block_size", Nodes.number(
			stride)).build());
		nodes.addAll(padding(backward, shape, stride, top / stride * stride, left / stride * stride));
		nodes.add(Nodes.op("Slice", backward.getName(), name + "/pixels", name + "/before",
			backward.getInput(0)).putAttr("Index",
			Constants.type(DataType.DT_INT32)).build());
		return nodes;
	}

	/** Rows of SAME padding before an input whose size is a multiple of the stride, the minimum for all sizes. */
	private static int minPadding(final int kernel, final int stride) {
		return Math.max(0, kernel - stride) / 2;
	}

	/**
	 * Blocks after the last position of the output, for an input whose size is a multiple
	 * of the stride, the maximum for all sizes.
	 */
	private static int blocksAfterOutput(final int padding, final int stride) {
		return Math.floorDiv(padding - 1, stride) + 1;
	}

	/**
	 * Nodes that compute, from the input's size, the number of rows and columns to crop
	 * before the input.
	 *
	 * @param top rows of padding without a block
	 * @param left columns of padding without a block
	 */
	private static List<NodeDef> padding(final NodeDef backward, final int[] kernel, final int stride, final int top,
		final int left)
	{
		final String name = PictureNode.PREFIX + backward.getName();
		final List<NodeDef> nodes = new ArrayList<>();
		if (!Nodes.text(backward, "padding").equals("SAME")) {
			nodes.add(Constants.ofInts(name + "/before", new int[4], 4));
			return nodes;
		}
		nodes.add(Constants.ofInts(name + "/stride", new int[] { 0, stride, stride, 0 }, 4));
		nodes.add(Constants.ofInts(name + "/kernel_minus_stride", new int[] { 0, kernel[0] - stride, kernel[1] - stride, 0 }, 4));
		nodes.add(Constants.ofInts(name + "/spatial", new int[] { 0, 1, 1, 0 }, 4));
		nodes.add(Constants.ofInts(name + "/zero", new int[] { 0 }));
		nodes.add(Constants.ofInts(name + "/two", new int[] { 2 }));
		nodes.add(Nodes.op("Shape", name + "/positions", backward.getInput(2)).putAttr("out_type", Constants.type(
			DataType.DT_INT32)).build());
		// (positions - 1) * stride + kernel - size
		nodes.add(integer("Mul", name + "/strided", name + "/positions", name + "/stride"));
		nodes.add(integer("AddV2", name + "/covered", name + "/strided", name + "/kernel_minus_stride"));
		nodes.add(integer("Mul", name + "/size", backward.getInput(0), name + "/spatial"));
		nodes.add(integer("Sub", name + "/excess", name + "/covered", name + "/size"));
		nodes.add(integer("Maximum", name + "/padded", name + "/excess", name + "/zero"));
		nodes.add(integer("FloorDiv", name + "/all_before", name + "/padded", name + "/two"));
		nodes.add(Constants.ofInts(name + "/without_block", new int[] { 0, top, left, 0 }, 4));
		nodes.add(integer("Sub", name + "/before", name + "/all_before", name + "/without_block"));
		return nodes;
	}

	private static NodeDef integer(final String op, final String name, final String... inputs) {
		return Nodes.op(DataType.DT_INT32, op, name, inputs).build();
	}

	/**
	 * Converts a kernel from [rows, columns, in, out] to [rows / s, columns / s, out, s *
	 * s * in], with the blocks in reverse order, and zeros where a block extends beyond
	 * the kernel.
	 */
	static float[] blocks(final float[] kernel, final int[] shape, final int s) {
		final int rows = (shape[0] + s - 1) / s;
		final int columns = (shape[1] + s - 1) / s;
		final int ins = shape[2];
		final int outs = shape[3];
		final float[] result = new float[rows * columns * outs * s * s * ins];
		for (int y = 0; y < shape[0]; y++)
			for (int x = 0; x < shape[1]; x++)
				for (int i = 0; i < ins; i++)
					for (int o = 0; o < outs; o++) {
						final int block = (rows - 1 - y / s) * columns + columns - 1 - x / s;
						final int pixel = y % s * s + x % s;
						result[((block * outs + o) * s * s + pixel) * ins + i] = kernel[((y * shape[1] + x) * ins + i) * outs + o];
					}
		return result;
	}
}
