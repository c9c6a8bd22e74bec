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

import java.util.function.IntUnaryOperator;

import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.Stride;

/** Composes receptive fields: those of a layer, and the positions of that layer that another one reads. */
final class FieldArithmetic {

	private FieldArithmetic() {}

	/**
	 * The receptive fields of a layer whose position j reads the positions from(j) ...
	 * to(j) of its input.
	 *
	 * @param positions number of positions
	 * @param outPeriod after so many positions, from and to repeat,
	 * @param inPeriod this many positions of the input later
	 */
	static ReceptiveField compose(final ReceptiveField in, final int positions, final int outPeriod, final int inPeriod,
		final IntUnaryOperator from, final IntUnaryOperator to)
	{
		final int periods = in.positionsInGrid() / Stride.greatestCommonDivisor(in.positionsInGrid(), inPeriod);
		final int n = outPeriod * periods;
		final int[] first = new int[n];
		final int[] last = new int[n];
		for (int j = 0; j < n; j++) {
			first[j] = in.first(from.applyAsInt(j));
			last[j] = in.last(from.applyAsInt(j));
			for (int i = from.applyAsInt(j) + 1; i <= to.applyAsInt(j); i++) {
				first[j] = Math.min(first[j], in.first(i));
				last[j] = Math.max(last[j], in.last(i));
			}
		}
		return new ReceptiveField(positions, in.grid() * (inPeriod * periods / in.positionsInGrid()), first, last);
	}

	/** Reads one position for each: position j + offset for j. */
	static ReceptiveField shift(final ReceptiveField in, final int positions, final int offset) {
		return compose(in, positions, 1, 1, j -> j + offset, j -> j + offset);
	}

	/** The receptive fields of a layer that reads both at each position; null if their positions differ. */
	static ReceptiveField union(final ReceptiveField a, final ReceptiveField b) {
		if (a.positions() != b.positions() ||
			(long) a.grid() * b.positionsInGrid() != (long) b.grid() * a.positionsInGrid())
			return null;
		final int n = a.positionsInGrid() / Stride.greatestCommonDivisor(a.positionsInGrid(),
			b.positionsInGrid()) * b.positionsInGrid();
		final int[] first = new int[n];
		final int[] last = new int[n];
		for (int i = 0; i < n; i++) {
			first[i] = Math.min(a.first(i), b.first(i));
			last[i] = Math.max(a.last(i), b.last(i));
		}
		return new ReceptiveField(a.positions(), a.grid() * (n / a.positionsInGrid()), first, last);
	}

	/** The same positions, each of which depends on all pixels. */
	static ReceptiveField whole(final ReceptiveField field, final int pixels) {
		final int n = field.positionsInGrid();
		final int[] first = new int[n];
		final int[] last = new int[n];
		for (int i = 0; i < n; i++) {
			first[i] = Math.min(field.first(i), -Math.max(0, field.positions() - 1) / n * field.grid());
			last[i] = Math.max(field.last(i), pixels - 1);
		}
		return new ReceptiveField(field.positions(), field.grid(), first, last);
	}
}
