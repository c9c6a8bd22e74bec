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
package io.deepdream.engine.tensorflow.graph;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * The placeholder for images: float32, NHWC, 0..255 minus a mean for each channel, which is
 * an attribute of the node. The mean is subtracted while an image is copied
 * into the tensor, which is faster than subtracting it in the graph.
 */
public final class PictureNode {

	/** Prefix of the names of all nodes that DeepDream adds to a network. */
	public static final String PREFIX = "deepdream/";

	public static final String NAME = PREFIX + "picture";

	/**
	 * The image after it is padded to a size that all layers fit; in networks for which
	 * images of every size fit, there is no such node.
	 */
	public static final String PADDED = PREFIX + "padded";

	private static final String MEAN = "_mean";

	private PictureNode() {}

	/** @param mean of each channel, in 0..255 */
	public static NodeDef of(final float... mean) {
		final AttrValue.ListValue.Builder means = AttrValue.ListValue.newBuilder();
		for (final float value : mean)
			means.addF(value);
		final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (final int size : new int[] { -1, -1, -1, mean.length })
			shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
		return NodeDef.newBuilder().setName(NAME).setOp("Placeholder").putAttr("dtype", Constants.type(
			DataType.DT_FLOAT)).putAttr("shape", AttrValue.newBuilder().setShape(shape).build()).putAttr(MEAN, AttrValue
				.newBuilder().setList(means).build()).build();
	}

	/** The mean to subtract from a graph's images, one for each channel, in 0..255. */
	public static float[] mean(final GraphDef graph) {
		final AttrValue.ListValue mean = new GraphNodes(graph).get(NAME).getAttrOrThrow(MEAN).getList();
		final float[] result = new float[mean.getFCount()];
		for (int c = 0; c < result.length; c++)
			result[c] = mean.getF(c);
		return result;
	}
}
