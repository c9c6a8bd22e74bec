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

import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.ReceptiveField;

/** The receptive fields of a layer that ResizeNearestNeighbor or ResizeBilinear enlarges or reduces. */
final class Resampling {

	private final ReceptiveField in;
	private final boolean bilinear;
	private final boolean halfPixelCenters;
	private final boolean alignCorners;

	Resampling(final ReceptiveField in, final NodeDef node) {
		this.in = in;
		bilinear = node.getOp().equals("ResizeBilinear");
		halfPixelCenters = isSet(node, "half_pixel_centers");
		alignCorners = isSet(node, "align_corners");
	}

	private static boolean isSet(final NodeDef node, final String attribute) {
		return node.containsAttr(attribute) && node.getAttrOrThrow(attribute).getB();
	}

	/**
	 * @param sizes the second input of the operation
	 * @param index the index of the axis in it
	 * @param pixels length of the image
	 * @return null if the size is unknown
	 */
	ReceptiveField receptiveField(final IntTensor sizes, final int index, final int pixels) {
		final Integer size = sizes == null ? null : sizes.get(index);
		if (size == null || in.positions() == 0) return null;
		final int n = in.positions();
		if (size == n) return in;
		// by another factor, or with aligned corners, the positions that are read change over the whole length
		if (size % n == 0) return alignCorners ? FieldArithmetic.whole(enlarged(size / n), pixels) : enlarged(size / n);
		return n % size == 0 && !alignCorners ? reduced(size, n / size) : null;
	}

	private ReceptiveField enlarged(final int factor) {
		final int positions = in.positions() * factor;
		if (!bilinear) return FieldArithmetic.compose(in, positions, factor, 1, j -> Math.floorDiv(j, factor), j ->
			Math.floorDiv(j,
			factor));
		// position j reads from j / factor, or from (j + 0.5) / factor - 0.5
		final int numerator = halfPixelCenters ? 2 : 1;
		final int offset = halfPixelCenters ? 1 - factor : 0;
		return FieldArithmetic.compose(in, positions, factor, 1, j -> Math.floorDiv(numerator * j + offset,
			numerator * factor),
			j -> -Math.floorDiv(-(numerator * j + offset), numerator * factor));
	}

	private ReceptiveField reduced(final int positions, final int factor) {
		// position j reads from j * factor, or from (j + 0.5) * factor - 0.5 or, for the nearest one, (j + 0.5) * factor
		final int first = halfPixelCenters ? bilinear ? (factor - 1) / 2 : factor / 2 : 0;
		final int last = halfPixelCenters && bilinear ? factor / 2 : first;
		return FieldArithmetic.compose(in, positions, 1, factor, j -> j * factor + first, j -> j * factor + last);
	}
}
