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

import java.util.Set;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

import com.google.protobuf.ByteString;

/** Creates nodes and reads their attributes. */
public final class Nodes {

	/**
	 * Attribute of a node that replaces a layer: the operation of the layer, for the list of
	 * layers.
	 */
	public static final String LAYER_OP = "_layer_op";

	private static final Set<String> BATCH_NORMALISATIONS = Set.of("FusedBatchNorm", "FusedBatchNormV2",
		"FusedBatchNormV3");

	private Nodes() {}

	/** A node with the type float32 (attribute T). */
	public static NodeDef.Builder op(final String op, final String name, final String... inputs) {
		return op(DataType.DT_FLOAT, op, name, inputs);
	}

	public static NodeDef.Builder op(final DataType type, final String op, final String name, final String... inputs) {
		final NodeDef.Builder node = NodeDef.newBuilder().setOp(op).setName(name).putAttr("T", Constants.type(type));
		for (final String input : inputs)
			node.addInput(input);
		return node;
	}

	/**
	 * A convolution with stride 1.
	 *
	 * @param padding SAME, VALID or EXPLICIT
	 */
	public static NodeDef.Builder convolution(final String name, final String input, final String kernel,
		final String padding)
	{
		return op("Conv2D", name, input, kernel).putAttr("strides", ints(1, 1, 1, 1)).putAttr("padding", text(padding));
	}

	public static AttrValue ints(final long... values) {
		final AttrValue.Builder attribute = AttrValue.newBuilder();
		for (final long value : values)
			attribute.getListBuilder().addI(value);
		return attribute.build();
	}

	public static AttrValue bool(final boolean value) {
		return AttrValue.newBuilder().setB(value).build();
	}

	public static AttrValue number(final long value) {
		return AttrValue.newBuilder().setI(value).build();
	}

	public static AttrValue text(final String value) {
		return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(value)).build();
	}

	/** The value of a string attribute; empty if it is absent. */
	public static String text(final NodeDef node, final String attribute) {
		return node.containsAttr(attribute) ? node.getAttrOrThrow(attribute).getS().toStringUtf8() : "";
	}

	/** Whether a forward or backward convolution is NHWC, not dilated, and has SAME or VALID padding. */
	public static boolean isPlainConvolution(final NodeDef node) {
		return allOnes(node, "dilations") && !"NCHW".equals(text(node, "data_format")) && !"EXPLICIT".equals(text(node,
			"padding"));
	}

	/** Whether a list of integers is absent or contains only ones. */
	public static boolean allOnes(final NodeDef node, final String attribute) {
		return !node.containsAttr(attribute) || node.getAttrOrThrow(attribute).getList().getIList().stream().allMatch(
			i -> i == 1);
	}

	public static boolean isBatchNormalisation(final NodeDef node) {
		return BATCH_NORMALISATIONS.contains(node.getOp());
	}

	/**
	 * Whether a batch normalisation computes the statistics of the batch, which is the
	 * default of the operation, instead of using stored ones.
	 */
	public static boolean usesBatchStatistics(final NodeDef node) {
		return !node.containsAttr("is_training") || node.getAttrOrThrow("is_training").getB();
	}
}
