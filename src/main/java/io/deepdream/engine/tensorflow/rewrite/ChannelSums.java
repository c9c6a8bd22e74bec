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
import java.util.Arrays;
import java.util.List;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.NodeDefOrBuilder;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Computes sums over neighbouring channels by convolutions. For few channels, it is a
 * 1x1 convolution with a banded kernel. For many channels, most of that kernel would
 * be zero; instead, blocks of channels are treated as columns, and a 1x3 convolution
 * sums over a block and its neighbours.
 */
final class ChannelSums {

	/** Channels of a block: the number of float32 values in an AVX-512 vector. */
	private static final int BLOCK = 16;
	/** Minimum number of channels for which blocks are faster. */
	private static final int MIN_CHANNELS_FOR_BLOCKS = 128;

	private final int channels;
	private final long radius;
	private final boolean blocks;

	/**
	 * @param channels number of channels
	 * @param radius largest distance of the channels in a sum
	 */
	ChannelSums(final int channels, final long radius) {
		this.channels = channels;
		this.radius = radius;
		blocks = channels >= MIN_CHANNELS_FOR_BLOCKS && channels % BLOCK == 0 && radius <= BLOCK;
	}

	/**
	 * Nodes that compute result = bias + weight * sum.
	 *
	 * @param input name of a tensor [batch, height, width, channels]
	 * @param convolution name of the convolution
	 * @param result name of the result, which has the shape of the input
	 */
	List<NodeDefOrBuilder> nodes(final String input, final float weight, final float bias, final String convolution,
		final String result)
	{
		final List<NodeDefOrBuilder> nodes = new ArrayList<>();
		final int size = blocks ? BLOCK : channels;
		final float[] biases = new float[size];
		Arrays.fill(biases, bias);
		final String biased = blocks ? convolution + "/biased" : result;
		nodes.add(Constants.ofFloats(convolution + "/band", band(blocks ? 3 : 1, size, weight), 1, blocks ? 3 : 1, size,
			size));
		nodes.add(Constants.ofFloats(convolution + "/bias", biases, size));
		nodes.add(Nodes.convolution(convolution, blocks ? convolution + "/blocks" : input, convolution + "/band", "SAME"));
		// TensorFlow fuses the bias with the convolution, so that a bias of zero is free
		nodes.add(Nodes.op("BiasAdd", biased, convolution, convolution + "/bias"));
		if (!blocks) return nodes;
		nodes.add(Constants.ofInts(convolution + "/as_blocks", new int[] { 1, -1, channels / BLOCK, BLOCK }, 4));
		nodes.add(Nodes.op("Shape", convolution + "/shape", input).putAttr("out_type", Constants.type(
			DataType.DT_INT32)));
		nodes.add(reshape(convolution + "/blocks", input, convolution + "/as_blocks"));
		nodes.add(reshape(result, biased, convolution + "/shape"));
		return nodes;
	}

	private static NodeDef.Builder reshape(final String name, final String input,
		final String shape)
	{
		return Nodes.op("Reshape", name, input, shape).putAttr("Tshape", Constants.type(DataType.DT_INT32));
	}

	/** [columns, in, out]: the weight for channels whose distance is at most the radius, otherwise 0. */
	private float[] band(final int columns, final int size, final float weight) {
		final float[] band = new float[columns * size * size];
		for (int column = 0; column < columns; column++)
			for (int in = 0; in < size; in++)
				for (int out = 0; out < size; out++)
					if (Math.abs((column - columns / 2) * size + in - out) <= radius) band[(column * size + in) * size + out] = weight;
		return band;
	}
}
