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

import java.util.Arrays;

/** A small tensor of integers, some of which may be unknown (null), such as the shape of a layer. */
final class IntTensor {

	private final int[] shape;
	private final Integer[] values;

	/** @param values last dimension fastest; null = unknown */
	IntTensor(final int[] shape, final Integer... values) {
		this.shape = shape;
		this.values = values;
	}

	static IntTensor vector(final Integer... values) {
		return new IntTensor(new int[] { values.length }, values);
	}

	int[] shape() {
		return shape;
	}

	int size() {
		return values.length;
	}

	/** The value at an index in the order of memory; null if it is unknown, or there is none. */
	Integer get(final int index) {
		return index < values.length ? values[index] : null;
	}

	IntTensor withShape(final int... other) {
		return new IntTensor(other, values);
	}

	/**
	 * The selected part along each dimension: every strides[i]-th value from begin[i] on;
	 * count[i] values, or a single one without the dimension if drop[i].
	 */
	IntTensor part(final int[] begin, final int[] strides, final int[] count, final boolean[] drop) {
		final int total = Arrays.stream(count).reduce(1, (a, b) -> a * b);
		final Integer[] result = new Integer[total];
		for (int i = 0; i < total; i++) {
			int rest = i;
			int index = 0;
			int step = 1;
			for (int d = shape.length - 1; d >= 0; d--) {
				index += step * (begin[d] + strides[d] * (rest % count[d]));
				rest /= count[d];
				step *= shape[d];
			}
			result[i] = values[index];
		}
		final int[] kept = new int[shape.length];
		int n = 0;
		for (int d = 0; d < shape.length; d++)
			if (!drop[d]) kept[n++] = count[d];
		return new IntTensor(Arrays.copyOf(kept, n), result);
	}
}
