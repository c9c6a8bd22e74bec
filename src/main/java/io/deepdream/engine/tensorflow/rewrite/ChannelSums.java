package io.deepdream.engine.tensorflow.rewrite;

import java.util.Arrays;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.Nodes;

/**
 * Sums over neighbouring channels as convolutions. Of few channels, by a 1x1
 * convolution with a banded kernel. Of many, that would mostly multiply by zeros:
 * there, blocks of channels are taken for columns, each of which sees its
 * neighbours in a 1x3 convolution.
 */
final class ChannelSums {

	/** Channels of a block: as many as the widest processors multiply at a time. */
	private static final int BLOCK = 16;
	/** Channels from which blocks are faster. */
	private static final int MANY = 128;

	private final int channels;
	private final long radius;
	private final boolean blocks;

	/** @param radius how far the furthest neighbour is that counts */
	ChannelSums(final int channels, final long radius) {
		this.channels = channels;
		this.radius = radius;
		blocks = channels >= MANY && channels % BLOCK == 0 && radius <= BLOCK;
	}

	/**
	 * Writes result = bias + weight * sum.
	 *
	 * @param input [pictures, rows, columns, channels]
	 * @param convolution its name
	 * @param result name of what has the input's shape
	 */
	void write(final String input, final float weight, final float bias, final String convolution, final String result,
		final GraphDef.Builder graph)
	{
		final int size = blocks ? BLOCK : channels;
		final float[] biases = new float[size];
		Arrays.fill(biases, bias);
		final String biased = blocks ? convolution + "/biased" : result;
		graph.addNode(Constants.ofFloats(convolution + "/band", band(blocks ? 3 : 1, size, weight), 1, blocks ? 3 : 1, size,
			size));
		graph.addNode(Constants.ofFloats(convolution + "/bias", biases, size));
		graph.addNode(Nodes.convolution(convolution, blocks ? convolution + "/blocks" : input, convolution + "/band", "SAME"));
		// TensorFlow adds it within the convolution, so that adding nothing costs nothing
		graph.addNode(Nodes.op("BiasAdd", biased, convolution, convolution + "/bias"));
		if (!blocks) return;
		graph.addNode(Constants.ofInts(convolution + "/as_blocks", new int[] { 1, -1, channels / BLOCK, BLOCK }, 4));
		graph.addNode(Nodes.op("Shape", convolution + "/shape", input).putAttr("out_type", Constants.type(
			DataType.DT_INT32)));
		graph.addNode(reshape(convolution + "/blocks", input, convolution + "/as_blocks"));
		graph.addNode(reshape(result, biased, convolution + "/shape"));
	}

	private static NodeDef.Builder reshape(final String name, final String input,
		final String shape)
	{
		return Nodes.op("Reshape", name, input, shape).putAttr("Tshape", Constants.type(DataType.DT_INT32));
	}

	/** [columns, in, out]: the weight where two channels are no further apart than the radius, 0 elsewhere. */
	private float[] band(final int columns, final int size, final float weight) {
		final float[] band = new float[columns * size * size];
		for (int column = 0; column < columns; column++)
			for (int in = 0; in < size; in++)
				for (int out = 0; out < size; out++)
					if (Math.abs((column - columns / 2) * size + in - out) <= radius) band[(column * size + in) * size + out] = weight;
		return band;
	}
}
