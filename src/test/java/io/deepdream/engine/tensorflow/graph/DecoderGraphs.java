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

import static io.deepdream.engine.tensorflow.graph.SmallGraphs.ints;
import static io.deepdream.engine.tensorflow.graph.SmallGraphs.text;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

import org.junit.jupiter.params.provider.Arguments;

/** Small networks that enlarge, crop and rearrange layers. */
public final class DecoderGraphs {

	public static final AttrValue INT32 = Constants.type(DataType.DT_INT32);

	private DecoderGraphs() {}

	private static Arguments of(final String what, final UnaryOperator<SmallGraphs> decoder) {
		return Arguments.of(what, decoder);
	}

	private static AttrValue bool(final boolean value) {
		return AttrValue.newBuilder().setB(value).build();
	}

	/** Each enlarges the layer "down", of stride 2 and 8 channels, and ends with the layer "c". */
	public static Stream<Arguments> decoders() {
		return Stream.of(of("ResizeNearestNeighbor", g -> resize(g, "ResizeNearestNeighbor", 2, false)),
			of("ResizeNearestNeighbor with half-pixel centres", g -> resize(g, "ResizeNearestNeighbor", 2, true)),
			of("ResizeBilinear", g -> resize(g, "ResizeBilinear", 2, false)),
			of("ResizeBilinear with half-pixel centres", g -> resize(g, "ResizeBilinear", 2, true)),
			of("Conv2DTranspose, SAME, 3x3", g -> transpose(g, 3, 2, "SAME")),
			of("Conv2DTranspose, SAME, 2x2", g -> transpose(g, 2, 2, "SAME")),
			of("Conv2DTranspose, SAME, 4x4", g -> transpose(g, 4, 2, "SAME")),
			of("Conv2DTranspose, VALID, 3x3", g -> transpose(g, 3, 2, "VALID")),
			of("Conv2DTranspose, VALID, 2x2", g -> transpose(g, 2, 2, "VALID")),
			of("Conv2DTranspose of stride 1", g -> transpose(g, 3, 1, "SAME")),
			of("DepthToSpace", g -> g.other("DepthToSpace", "up", n -> n.putAttr("block_size", number(2))).conv("c", 3, 3,
			2, 5, 1,
				"SAME")),
			of("SpaceToDepth", g -> g.other("SpaceToDepth", "blocks", n -> n.putAttr("block_size", number(2))).conv("c", 3,
			3, 32, 5,
				1, "SAME")),
			of("Tile and Reshape by axis", DecoderGraphs::tiles), of("Tile and Reshape at once", DecoderGraphs::tilesAtOnce),
			of("StridedSlice", DecoderGraphs::crop), of("Slice", g -> g.constant(Constants.ofInts("from", new int[] { 0, 1,
			2, 0 }, 4))
				.constant(Constants.ofInts("size", new int[] { -1, 6, 7, -1 }, 4)).other("Slice", "cropped", n ->
				n.addInput("from")
					.addInput("size").putAttr("Index", INT32)).conv("c", 3, 3, 8, 5, 1, "SAME")),
			of("StridedSlice of every second row", g -> g.constant(Constants.ofInts("from", new int[] { 0, 1, 0, 0 },
			4)).constant(
				Constants.ofInts("to", new int[] { 0, 0, 0, 0 }, 4)).constant(Constants.ofInts("step", new int[] { 1, 2, 2,
				1 }, 4))
				.other("StridedSlice", "part", n -> n.addInput("from").addInput("to").addInput("step").putAttr("Index",
				INT32).putAttr(
					"begin_mask", number(13)).putAttr("end_mask", number(15))).conv("c", 3, 3, 8, 5, 1, "SAME")),
			of("cropped after it was padded", g -> crop(g.constant(Constants.ofInts("paddings", new int[] { 0, 0, 3, 1, 0,
			2, 0, 0 },
				4, 2)).from("down").other("Pad", "padded", n -> n.addInput("paddings").putAttr("Tpaddings", INT32)))),
			of("SpaceToBatchND, SAME", g -> spaceToBatch(g, true, false)), of("SpaceToBatchND, VALID", g -> spaceToBatch(g,
			false, false)),
			of("SpaceToBatchND around a depthwise convolution", g -> spaceToBatch(g, true, true)),
			of("reduced after it was enlarged", g -> resize(g, "ResizeBilinear", 4, true).conv("d", 3, 3, 5, 4, 2,
			"SAME").conv("c0",
				3, 3, 4, 4, 2, "SAME").relu("c1").from("c0").other("Square", "c2").numbers("small", 1e-3f, 2e-3f).other("Mul",
				"c3",
					n -> n.addInput("small"))),
			of("ResizeNearestNeighbor to a half", g -> reduced(g, "ResizeNearestNeighbor", false)), of(
				"ResizeNearestNeighbor to a half with half-pixel centres", g -> reduced(g, "ResizeNearestNeighbor", true)), of(
					"ResizeBilinear to a half", g -> reduced(g, "ResizeBilinear", false)), of(
						"ResizeBilinear to a half with half-pixel centres", g -> reduced(g, "ResizeBilinear", true)),
			of("Softmax over channels", g -> g.numbers("small", 0.01f, 0.02f).from("down").other("Mul", "less", n ->
			n.addInput(
				"small")).other("Softmax", "probabilities").conv("c", 3, 3, 8, 5, 1, "SAME")));
	}

	/** Each has several positions for each pixel of the image, or for a few pixels, and ends with the layer "c". */
	public static Stream<Arguments> magnifiers() {
		return Stream.of(of("ESPCN, 2 positions for a pixel", g -> espcn(g, 2)), of("ESPCN, 3 positions for a pixel", g ->
			espcn(g, 3)),
			of("ResizeNearestNeighbor, 2 positions for a pixel", g -> resize(encoder(g, 1), "ResizeNearestNeighbor", 2, false)),
			of("ResizeBilinear, 2 positions for a pixel", g -> resize(encoder(g, 1), "ResizeBilinear", 2, true)),
			of("ResizeBilinear, 4 positions for 2 pixels", g -> resize(encoder(g, 2), "ResizeBilinear", 4, true)),
			of("DepthToSpace, 3 positions for 2 pixels", g -> depthToSpace(encoder(g, 2), 3, 9)),
			of("ResizeBilinear, 2 positions for 3 pixels", g -> resize(encoder(g, 3), "ResizeBilinear", 2, true)),
			of("Conv2DTranspose, SAME, 4x4, 2 positions for a pixel", g -> transpose(encoder(g, 1), 4, 2, "SAME")),
			of("Conv2DTranspose, VALID, 3x3, 2 positions for a pixel", g -> transpose(encoder(g, 1), 3, 2, "VALID")),
			of("Tile and Reshape by axis, 2 positions for a pixel", g -> tiles(encoder(g, 1))),
			of("without padding, 2 positions for a pixel", g -> g.conv("stem", 5, 5, 3, 8, 1, "VALID").relu("down").other(
				"DepthToSpace", "up", n -> n.putAttr("block_size", number(2))).conv("c", 3, 3, 2, 5, 1, "VALID")),
			of("reduced again, a position for a pixel", g -> resize(encoder(g, 1), "ResizeBilinear", 4, true).conv("d", 3, 3,
				5, 4, 2, "SAME").conv("c0", 3, 3, 4, 4, 2, "SAME")));
	}

	private static SmallGraphs encoder(final SmallGraphs graph, final int stride) {
		return graph.conv("stem", 3, 3, 3, 8, stride, "SAME").relu("down");
	}

	/** The sub-pixel convolution of W. Shi et al. 2016: the channels of each position become a block of positions. */
	public static SmallGraphs espcn(final SmallGraphs graph, final int factor) {
		return graph.conv("stem", 5, 5, 3, 8, 1, "SAME").relu("down").conv("blocks", 3, 3, 8, 2 * factor * factor, 1, "SAME")
			.other("DepthToSpace", "c", n -> n.putAttr("block_size", number(factor)));
	}

	private static SmallGraphs depthToSpace(final SmallGraphs graph, final int factor, final int channels) {
		return graph.conv("blocks", 3, 3, 8, channels, 1, "SAME").other("DepthToSpace", "up", n -> n.putAttr("block_size",
			number(factor))).conv("c", 3, 3, channels / factor / factor, 5, 1, "SAME");
	}

	/** A U-Net whose output has twice the image's rows and columns. */
	public static SmallGraphs magnifyingUNet() {
		final SmallGraphs graph = unet("ResizeBilinear");
		enlarge(graph, "ResizeBilinear", "out", "up", 2);
		return graph.conv("c", 3, 3, 2, 5, 1, "SAME");
	}

	private static AttrValue number(final long value) {
		return AttrValue.newBuilder().setI(value).build();
	}

	/** A number of rows or columns of a node, times a factor, as TensorFlow computes it for images of any size. */
	public static SmallGraphs length(final SmallGraphs graph, final String name, final String of, final int index,
		final int factor)
	{
		for (int i = 0; i < 2; i++)
			graph.constant(Constants.ofInts(name + "/at" + i, new int[] { index + i }, 1));
		return graph.constant(Constants.ofInts(name + "/one", new int[] { 1 }, 1)).constant(Constants.ofInts(name +
			"/factor",
			new int[] { factor })).from(of).other("Shape", name + "/shape", n -> n.putAttr("out_type",
			INT32)).other("StridedSlice", name +
				"/length", n -> n.putAttr("T", INT32).putAttr("Index", INT32).addInput(name + "/at0").addInput(name +
				"/at1").addInput(
					name + "/one").putAttr("shrink_axis_mask", number(1))).other("Mul", name, n -> n.putAttr("T",
					INT32).addInput(name +
						"/factor"));
	}

	private static SmallGraphs resize(final SmallGraphs graph, final String op, final int factor,
		final boolean halfPixelCenters) {
		length(length(graph, "rows", "down", 1, factor), "columns", "down", 2, factor);
		return graph.from("rows").other("Pack", "size", n -> n.putAttr("T", INT32).putAttr("N",
			number(2)).addInput("columns")).from("down")
			.other(op, "up", n -> n.addInput("size").putAttr("half_pixel_centers", bool(halfPixelCenters))).conv("c", 3, 3,
			8, 5, 1,
				"SAME");
	}

	private static SmallGraphs reduced(final SmallGraphs graph, final String op, final boolean halfPixelCenters) {
		graph.constant(Constants.ofInts("half", new int[] { 2 }));
		length(length(graph, "rows", "down", 1, 1), "columns", "down", 2, 1);
		for (final String name : new String[] { "rows", "columns" })
			graph.from(name).other("FloorDiv", name + "/half", n -> n.putAttr("T", INT32).addInput("half"));
		return graph.from("rows/half").other("Pack", "size", n -> n.putAttr("T", INT32).putAttr("N",
			number(2)).addInput("columns/half"))
			.from("down").other(op, "smaller", n -> n.addInput("size").putAttr("half_pixel_centers",
			bool(halfPixelCenters))).conv("c",
				3, 3, 8, 5, 1, "SAME");
	}

	/** Enlarges the layer "down" to twice its size, the outer positions to the outer ones. */
	public static SmallGraphs alignedCorners(final SmallGraphs graph, final String op) {
		length(length(graph, "rows", "down", 1, 2), "columns", "down", 2, 2);
		return graph.from("rows").other("Pack", "size", n -> n.putAttr("T", INT32).putAttr("N",
			number(2)).addInput("columns")).from("down")
			.other(op, "up", n -> n.addInput("size").putAttr("align_corners", bool(true))).conv("c", 3, 3, 8, 5, 1, "SAME");
	}

	/** Enlarges the layer "down" to twice its size. */
	public static SmallGraphs resized(final SmallGraphs graph) {
		return resize(graph, "ResizeBilinear", 2, true);
	}

	private static SmallGraphs transpose(final SmallGraphs graph, final int kernel, final int stride,
		final String padding) {
		final int more = padding.equals("VALID") ? Math.max(0, kernel - stride) : 0;
		graph.constant(Constants.ofInts("channels", new int[] { 6 })).constant(Constants.ofInts("more",
			new int[] { more }));
		length(length(length(graph, "batch", "down", 0, 1), "rows0", "down", 1, stride), "columns0", "down", 2, stride);
		for (final String name : new String[] { "rows", "columns" })
			graph.from(name + "0").other("AddV2", name, n -> n.putAttr("T", INT32).addInput("more"));
		return graph.from("batch").other("Pack", "size", n -> n.putAttr("T", INT32).putAttr("N",
			number(4)).addInput("rows").addInput(
			"columns").addInput("channels")).numbers("w", -1, 1, kernel, kernel, 6,
			8).from("size").other("Conv2DBackpropInput",
				"c", n -> n.addInput("w").addInput("down").putAttr("strides", ints(1, stride, stride, 1)).putAttr("padding",
				text(
					padding)));
	}

	/** As Keras 3 writes UpSampling2D. */
	public static SmallGraphs tiles(final SmallGraphs graph) {
		String from = "down";
		for (int axis = 1; axis <= 2; axis++) {
			final String name = "up" + axis;
			final String in = from;
			final int inserted = axis + 1;
			final int[] copies = { 1, 1, 1, 1, 1 };
			copies[inserted] = 2;
			length(length(length(graph, name + "/n", in, 0, 1), name + "/h", in, 1, axis == 1 ? 2 : 1), name + "/w", in, 2,
				axis == 2
				? 2 : 1);
			graph.constant(Constants.ofInts(name + "/axis", new int[] { inserted })).constant(Constants.ofInts(name +
				"/copies",
				copies, 5)).constant(Constants.ofInts(name + "/channels", new int[] { 8 }));
			graph.from(name + "/n").other("Pack", name + "/size", n -> n.putAttr("T", INT32).putAttr("N",
				number(4)).addInput(name +
				"/h").addInput(name + "/w").addInput(name + "/channels"));
			graph.from(in).other("ExpandDims", name + "/expanded", n -> n.addInput(name + "/axis").putAttr("Tdim",
				INT32)).other("Tile",
				name + "/tiled", n -> n.addInput(name + "/copies").putAttr("Tmultiples", INT32)).other("Reshape", name, n ->
				n.addInput(
					name + "/size").putAttr("Tshape", INT32));
			from = name;
		}
		return graph.conv("c", 3, 3, 8, 5, 1, "SAME");
	}

	private static SmallGraphs tilesAtOnce(final SmallGraphs graph) {
		for (final int factor : new int[] { 1, 2 })
			length(length(graph, "h" + factor, "down", 1, factor), "w" + factor, "down", 2, factor);
		graph.constant(Constants.ofInts("one", new int[] { 1 })).constant(Constants.ofInts("channels",
			new int[] { 8 })).constant(
			Constants.ofInts("copies", new int[] { 1, 1, 2, 1, 2, 1 }, 6));
		length(graph, "n", "down", 0, 1).other("Pack", "split", n -> n.putAttr("T", INT32).putAttr("N",
			number(6)).addInput("h1")
			.addInput("one").addInput("w1").addInput("one").addInput("channels"));
		graph.from("n").other("Pack", "size", n -> n.putAttr("T", INT32).putAttr("N",
			number(4)).addInput("h2").addInput("w2").addInput(
			"channels"));
		return graph.from("down").other("Reshape", "expanded", n -> n.addInput("split").putAttr("Tshape",
			INT32)).other("Tile",
			"tiled", n -> n.addInput("copies").putAttr("Tmultiples", INT32)).other("Reshape", "up", n ->
			n.addInput("size").putAttr(
				"Tshape", INT32)).conv("c", 3, 3, 8, 5, 1, "SAME");
	}

	/** As Keras writes Cropping2D. */
	private static SmallGraphs crop(final SmallGraphs graph) {
		return graph.constant(Constants.ofInts("from", new int[] { 0, 1, 2, 0 }, 4)).constant(Constants.ofInts("to",
			new int[] { 0, -2,
			-1, 0 }, 4)).constant(Constants.ofInts("step", new int[] { 1, 1, 1, 1 }, 4)).other("StridedSlice", "cropped",
			n -> n
				.addInput("from").addInput("to").addInput("step").putAttr("Index", INT32).putAttr("begin_mask",
				number(9)).putAttr(
					"end_mask", number(9))).conv("c", 3, 3, 8, 5, 1, "SAME");
	}

	/** A convolution with dilations of 2, as TensorFlow's Python library writes it for images of any size. */
	private static SmallGraphs spaceToBatch(final SmallGraphs graph, final boolean same, final boolean depthwise) {
		final int before = same ? 2 : 0;
		graph.constant(Constants.ofInts("block", new int[] { 2, 2 }, 2)).constant(Constants.ofInts("before",
			new int[] { before }))
			.constant(Constants.ofInts("zero", new int[] { 0 })).constant(Constants.ofInts("two",
			new int[] { 2 })).constant(Constants
				.ofInts("both", new int[] { 2 * before }));
		for (int axis = 1; axis <= 2; axis++) {
			final String name = "axis" + axis;
			// what is missing to a multiple of the block
			length(graph, name, "down", axis, 1).other("AddV2", name + "/sum", n -> n.putAttr("T",
			INT32).addInput("both")).other(
				"FloorMod", name + "/rest", n -> n.putAttr("T", INT32).addInput("two")).from("two").other("Sub", name +
				"/missing",
					n -> n.putAttr("T", INT32).addInput(name + "/rest")).other("FloorMod", name + "/crop", n -> n.putAttr("T",
					INT32)
						.addInput("two")).other("AddV2", name + "/after", n -> n.putAttr("T", INT32).addInput("before"));
			graph.from("before").other("Pack", name + "/paddings", n -> n.putAttr("T", INT32).putAttr("N",
				number(2)).addInput(name +
				"/after")).from("zero").other("Pack", name + "/crops", n -> n.putAttr("T", INT32).putAttr("N",
				number(2)).addInput(name +
					"/crop"));
		}
		for (final String what : new String[] { "paddings", "crops" })
			graph.from("axis1/" + what).other("Pack", what, n -> n.putAttr("T", INT32).putAttr("N",
			number(2)).addInput("axis2/" + what));
		graph.numbers("w", -1, 1, 3, 3, 8, 2).from("down").other("SpaceToBatchND", "batch", n ->
			n.addInput("block").addInput(
			"paddings").putAttr("Tblock_shape", INT32).putAttr("Tpaddings", INT32)).other(depthwise ? "DepthwiseConv2dNative"
				: "Conv2D", "conv", n -> n.addInput("w").putAttr("strides", ints(1, 1, 1, 1)).putAttr("padding",
				text("VALID")));
		return graph.other("BatchToSpaceND", "space", n -> n.addInput("block").addInput("crops").putAttr("Tblock_shape",
			INT32).putAttr(
			"Tcrops", INT32)).conv("c", 1, 1, depthwise ? 16 : 2, 5, 1, "SAME");
	}

	/** The same graph with an Identity for each ReLU, so that no derivative is zero by chance. */
	public static SmallGraphs withoutRelus(final SmallGraphs graph) {
		for (final NodeDef node : graph.build().getNodeList())
			if (node.getOp().equals("Relu")) graph.replaced(node.toBuilder().setOp("Identity").build());
		return graph;
	}

	public static SmallGraphs encoder() {
		return new SmallGraphs(11).conv("stem", 3, 3, 3, 8, 2, "SAME").relu("down");
	}

	/** Two levels, with concatenations beside them. */
	public static SmallGraphs unet(final String up) {
		return unet(up, 3);
	}

	/** The same for images of another number of channels. */
	public static SmallGraphs unet(final String up, final int inputChannels) {
		final SmallGraphs graph = new SmallGraphs(5).conv("a", 3, 3, inputChannels, 6, 1, "SAME").relu("level0").pool("pool0", 2,
			2).conv("b", 3,
			3, 6, 8, 1, "SAME").relu("level1").pool("pool1", 2, 2).conv("d", 3, 3, 8, 8, 1, "SAME").relu("bottom");
		enlarge(graph, up, "bottom", "up1", 8);
		graph.concat("joined1", "up1", "level1").conv("e", 3, 3, 16, 8, 1, "SAME").relu("level1_out");
		enlarge(graph, up, "level1_out", "up0", 8);
		return graph.concat("joined0", "up0", "level0").conv("f", 3, 3, 14, 4, 1, "SAME").relu("g").conv("out", 1, 1, 4,
			2, 1,
			"SAME");
	}

	private static void enlarge(final SmallGraphs graph, final String op, final String from, final String name,
		final int channels) {
		length(length(length(graph, name + "/n", from, 0, 1), name + "/h", from, 1, 2), name + "/w", from, 2, 2);
		final boolean transposed = op.equals("Conv2DBackpropInput");
		if (transposed) {
			graph.constant(Constants.ofInts(name + "/c", new int[] { channels })).from(name + "/n").other("Pack", name +
				"/size", n -> n
				.putAttr("T", INT32).putAttr("N", number(4)).addInput(name + "/h").addInput(name + "/w").addInput(name +
				"/c")).numbers(name +
					"/kernel", -0.3f, 0.3f, 3, 3, channels, channels).from(name + "/size").other(op, name, n ->
					n.addInput(name + "/kernel")
						.addInput(from).putAttr("strides", ints(1, 2, 2, 1)).putAttr("padding", text("SAME")));
			return;
		}
		graph.from(name + "/h").other("Pack", name + "/size", n -> n.putAttr("T", INT32).putAttr("N",
			number(2)).addInput(name + "/w"))
			.from(from).other(op, name, n -> n.addInput(name + "/size").putAttr("half_pixel_centers", bool(true)));
	}
}
