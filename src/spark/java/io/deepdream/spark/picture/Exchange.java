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
package io.deepdream.spark.picture;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

import scala.Tuple2;

import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.spark.picture.AxisCuts.Cut;

/**
 * Cuts blocks into the pieces that windows consist of, and windows into the pieces whose sums are blocks. Blocks and windows
 * are numbered row by row; their values are channel fastest, then x, then y.
 */
final class Exchange implements Serializable {

	private static final long serialVersionUID = 1L;

	private final AxisCuts across;
	private final AxisCuts down;
	private final int channels;

	Exchange(final AxisCuts across, final AxisCuts down, final int channels) {
		this.across = across;
		this.down = down;
		this.channels = channels;
	}

	/** The pieces of a block for some windows, each with the number of its window. */
	Iterator<Tuple2<Integer, Piece>> toWindows(final int block, final float[] values, final IntPredicate windows) {
		final int column = block % across.blocks();
		return pieces(block, picture(across.blockLength(column), values), 0, across.ofBlock(column), down.ofBlock(block / across
			.blocks()), windows);
	}

	/** The pieces of a window, each with the number of its block; the first one has the score. */
	Iterator<Tuple2<Integer, Piece>> toBlocks(final int window, final BlockGradient gradient) {
		final int column = window % across.windows();
		return pieces(window, picture(across.windowLength(column), gradient.values), gradient.score, across.ofWindow(column), down
			.ofWindow(window / across.windows()), block -> true);
	}

	/** Each is cut when the iterator reaches it, so that they do not exist at the same time. */
	private static Iterator<Tuple2<Integer, Piece>> pieces(final int source, final Picture values, final double score,
		final List<List<Cut>> columns, final List<List<Cut>> rows, final IntPredicate wanted)
	{
		final List<Supplier<Tuple2<Integer, Piece>>> pieces = new ArrayList<>();
		for (int target = 0; target < rows.size() * columns.size(); target++) {
			final int to = target;
			final List<Cut> vertical = rows.get(target / columns.size());
			if (!vertical.isEmpty() && wanted.test(target)) for (final Cut v : vertical)
				for (final Cut h : columns.get(target % columns.size())) {
					final int number = pieces.size();
					pieces.add(() -> new Tuple2<>(to, new Piece(source, number, h.to, v.to, h.length, v.length, values.region(h.from,
						v.from, h.length, v.length).data(), number == 0 ? score : 0)));
				}
		}
		return pieces.stream().map(Supplier::get).iterator();
	}

	private Picture picture(final int width, final float[] values) {
		return new Picture(new Size(width, values.length / channels / width), channels, values);
	}

	/** A window of its pieces. */
	Picture window(final int window, final Iterator<Piece> pieces) {
		final Picture result = Picture.create(across.windowLength(window % across.windows()), down.windowLength(window / across
			.windows()), channels);
		pieces.forEachRemaining(piece -> result.insert(picture(piece.width, piece.values), piece.x, piece.y));
		return result;
	}

	/** A block as the sum of its pieces, added in a fixed order, because sums depend on it. */
	BlockGradient block(final int block, final Iterable<Piece> pieces) {
		final List<Piece> sorted = new ArrayList<>();
		pieces.forEach(sorted::add);
		sorted.sort(Comparator.comparingInt((final Piece piece) -> piece.source).thenComparingInt(piece -> piece.number));
		final int width = across.blockLength(block % across.blocks());
		final float[] sum = new float[Picture.values(width, down.blockLength(block / across.blocks()), channels)];
		double score = 0;
		for (final Piece piece : sorted) {
			score += piece.score;
			for (int row = 0; row < piece.height; row++) {
				final int to = channels * ((piece.y + row) * width + piece.x);
				final int from = channels * row * piece.width;
				for (int i = 0; i < channels * piece.width; i++)
					sum[to + i] += piece.values[from + i];
			}
		}
		return new BlockGradient(sum, score);
	}
}
