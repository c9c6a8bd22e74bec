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
package io.deepdream.train.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import com.google.protobuf.ByteString;

import io.deepdream.engine.tensorflow.graph.Constants;

/**
 * Writes an untrained Inception v1 of any width as a frozen graph, with the node names of
 * Inception5h, without classifier heads; kernels are initialised as in K. He et al. 2015.
 */
public final class InceptionV1 {

	/** C. Szegedy et al. 2015, table 1: 1x1, 3x3 bottleneck, 3x3, 5x5 bottleneck, 5x5, pool projection. */
	private static final Map<String, int[]> BLOCKS = new LinkedHashMap<>();

	static {
		BLOCKS.put("mixed3a", new int[] { 64, 96, 128, 16, 32, 32 });
		BLOCKS.put("mixed3b", new int[] { 128, 128, 192, 32, 96, 64 });
		BLOCKS.put("mixed4a", new int[] { 192, 96, 208, 16, 48, 64 });
		BLOCKS.put("mixed4b", new int[] { 160, 112, 224, 24, 64, 64 });
		BLOCKS.put("mixed4c", new int[] { 128, 128, 256, 24, 64, 64 });
		BLOCKS.put("mixed4d", new int[] { 112, 144, 288, 32, 64, 64 });
		BLOCKS.put("mixed4e", new int[] { 256, 160, 320, 32, 128, 128 });
		BLOCKS.put("mixed5a", new int[] { 256, 160, 320, 32, 128, 128 });
		BLOCKS.put("mixed5b", new int[] { 384, 192, 384, 48, 128, 128 });
	}

	private final GraphDef.Builder graph = GraphDef.newBuilder();
	private final Random random;
	private final Map<String, Integer> channels = new LinkedHashMap<>();

	private InceptionV1(final long seed) {
		random = new Random(seed);
	}

	/**
	 * @param stem factor of the widths of the three convolutions before the blocks
	 * @param width factor of the widths of the blocks; mixed4d_3x3_bottleneck always
	 *          has its 144 channels
	 * @param widths factors of blocks and of convolutions before them that have another
	 *          one, by name
	 * @param normalised whether the stem has its two local response normalisations
	 * @return bytes of the GraphDef
	 */
	public static byte[] frozen(final double stem, final double width, final Map<String, Double> widths,
		final boolean normalised, final long seed)
	{
		final Set<String> known = new TreeSet<>(BLOCKS.keySet());
		known.addAll(List.of("conv2d0", "conv2d1", "conv2d2"));
		if (!known.containsAll(widths.keySet())) throw new IllegalArgumentException("some of " + widths.keySet() +
			" are not among " + known);
		final InceptionV1 net = new InceptionV1(seed);
		net.graph.addNode(NodeDef.newBuilder().setName("input").setOp("Placeholder").putAttr("dtype", Constants.type(
			DataType.DT_FLOAT)));
		net.channels.put("input", 3);
		net.convolution("input", "conv2d0", 7, narrowed(64, widths.getOrDefault("conv2d0", stem)), 2);
		net.pool("conv2d0", "maxpool0", 2);
		if (normalised) net.normalise("maxpool0", "localresponsenorm0");
		net.convolution(normalised ? "localresponsenorm0" : "maxpool0", "conv2d1", 1, narrowed(64, widths.getOrDefault("conv2d1", stem)), 1);
		net.convolution("conv2d1", "conv2d2", 3, narrowed(192, widths.getOrDefault("conv2d2", stem)), 1);
		if (normalised) net.normalise("conv2d2", "localresponsenorm1");
		net.pool(normalised ? "localresponsenorm1" : "conv2d2", "maxpool1", 2);
		String last = "maxpool1";
		for (final Map.Entry<String, int[]> block : BLOCKS.entrySet()) {
			final String name = block.getKey();
			if (name.equals("mixed4a") || name.equals("mixed5a")) {
				final String pool = name.equals("mixed4a") ? "maxpool4" : "maxpool10";
				net.pool(last, pool, 2);
				last = pool;
			}
			final int[] full = block.getValue();
			final double factor = widths.getOrDefault(name, width);
			net.convolution(last, name + "_1x1", 1, narrowed(full[0], factor), 1);
			net.convolution(last, name + "_3x3_bottleneck", 1, name.equals("mixed4d") ? full[1] : narrowed(full[1], factor), 1);
			net.convolution(name + "_3x3_bottleneck", name + "_3x3", 3, narrowed(full[2], factor), 1);
			net.convolution(last, name + "_5x5_bottleneck", 1, narrowed(full[3], factor), 1);
			net.convolution(name + "_5x5_bottleneck", name + "_5x5", 5, narrowed(full[4], factor), 1);
			net.pool(last, name + "_pool", 1);
			net.convolution(name + "_pool", name + "_pool_reduce", 1, narrowed(full[5], factor), 1);
			net.concat(name, List.of(name + "_1x1", name + "_3x3", name + "_5x5", name + "_pool_reduce"));
			last = name;
		}
		return net.graph.build().toByteArray();
	}

	/** Rounds to a multiple of 8, for which convolution kernels are fastest. */
	private static int narrowed(final int full, final double factor) {
		return Math.max(8, (int) Math.round(full * factor / 8) * 8);
	}

	private static AttrValue ints(final long... values) {
		final AttrValue.Builder attr = AttrValue.newBuilder();
		for (final long value : values)
			attr.getListBuilder().addI(value);
		return attr.build();
	}

	private static NodeDef.Builder op(final String op, final String name, final String... inputs) {
		return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(List.of(inputs)).putAttr("T", Constants.type(
			DataType.DT_FLOAT));
	}

	private static AttrValue same() {
		return AttrValue.newBuilder().setS(ByteString.copyFromUtf8("SAME")).build();
	}

	private static AttrValue number(final float value) {
		return AttrValue.newBuilder().setF(value).build();
	}

	private void convolution(final String input, final String name, final int size, final int outs, final int stride) {
		final int ins = channels.get(input);
		final float[] kernel = new float[size * size * ins * outs];
		final double deviation = Math.sqrt(2.0 / (size * size * ins));
		for (int i = 0; i < kernel.length; i++)
			kernel[i] = (float) (deviation * random.nextGaussian());
		graph.addNode(Constants.ofFloats(name + "_w", kernel, size, size, ins, outs));
		graph.addNode(Constants.ofFloats(name + "_b", new float[outs], outs));
		graph.addNode(op("Conv2D", name + "_pre_relu/conv", input, name + "_w").putAttr("strides", ints(1, stride, stride,
			1)).putAttr("padding", same()));
		graph.addNode(op("BiasAdd", name + "_pre_relu", name + "_pre_relu/conv", name + "_b"));
		graph.addNode(op("Relu", name, name + "_pre_relu"));
		channels.put(name, outs);
	}

	private void pool(final String input, final String name, final int stride) {
		graph.addNode(op("MaxPool", name, input).putAttr("ksize", ints(1, 3, 3, 1)).putAttr("strides", ints(1, stride,
			stride, 1)).putAttr("padding", same()));
		channels.put(name, channels.get(input));
	}

	private void normalise(final String input, final String name) {
		graph.addNode(op("LRN", name, input).putAttr("depth_radius", AttrValue.newBuilder().setI(2).build()).putAttr(
			"bias", number(1)).putAttr("alpha", number(2e-5f)).putAttr("beta", number(0.75f)));
		channels.put(name, channels.get(input));
	}

	private void concat(final String name, final List<String> parts) {
		graph.addNode(Constants.ofInts(name + "/concat_dim", new int[] { 3 }));
		graph.addNode(NodeDef.newBuilder().setName(name).setOp("ConcatV2").addAllInput(parts).addInput(name +
			"/concat_dim").putAttr("N", AttrValue.newBuilder().setI(parts.size()).build()).putAttr("T", Constants.type(
				DataType.DT_FLOAT)).putAttr("Tidx", Constants.type(DataType.DT_INT32)));
		channels.put(name, parts.stream().mapToInt(channels::get).sum());
	}
}
