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
package io.deepdream.dream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.deepdream.engine.GradientFunction;
import io.deepdream.image.ParallelChunks;
import io.deepdream.image.PeriodicView;
import io.deepdream.image.Size;

/**
 * The gradient of an objective over a whole picture, computed tile by tile. In
 * addition to the picture's own memory, only that of the concurrent tiles is needed.
 */
final class TiledGradient {

	/** Notified before and after each tile. */
	interface TileListener {

		/** May throw to end the evaluation. */
		void before();

		void after(long pixels);
	}

	private final GradientFunction function;
	private final TileGrid tiles;
	private final ConcurrentTasks tasks;
	/** Allocated by the first evaluation: the gradients of all octaves exist at the same time, their buffers must not. */
	private List<TileBuffer> buffers;

	/**
	 * @param function the compiled terms of the objective
	 * @param tasks runs concurrent tiles
	 */
	TiledGradient(final TileGrid tiles, final GradientFunction function, final ConcurrentTasks tasks) {
		this.tiles = tiles;
		this.function = function;
		this.tasks = tasks;
	}

	/** Pixels of all tiles of one evaluation, halos included. */
	long pixels() {
		return tiles.pixels();
	}

	/**
	 * @param picture channels * width * height values
	 * @param shiftX periodic shift to the right before the division into tiles
	 * @param shiftY periodic shift down
	 * @param gradient receives the gradient with respect to the unshifted picture
	 * @return the objective of the shifted picture
	 */
	double evaluate(final float[] picture, final int shiftX, final int shiftY, final float[] gradient,
		final TileListener listener)
	{
		final Size size = tiles.size();
		final int count = tiles.count();
		if (tiles.isWhole() && shiftX == 0 && shiftY == 0) {
			// the only tile is the picture itself: no copies
			listener.before();
			final double score = function.evaluate(picture, size.width(), size.height(), tiles.regions(0), gradient);
			listener.after(size.pixels());
			return score;
		}
		ParallelChunks.each(gradient.length, (first, end) -> Arrays.fill(gradient, first, end, 0));
		if (buffers == null) {
			buffers = new ArrayList<>();
			for (int i = 0; i < Math.min(tasks.width(), count); i++)
				buffers.add(new TileBuffer(tiles.channels() * TileInterval.longest(tiles.columns()) * TileInterval.longest(tiles
					.rows())));
		}
		final PeriodicView from = new PeriodicView(picture, size.width(), size.height(), shiftX, shiftY);
		final PeriodicView to = new PeriodicView(gradient, size.width(), size.height(), shiftX, shiftY);
		double score = 0;
		for (int first = 0; first < count; first += buffers.size()) {
			listener.before();
			final int n = Math.min(buffers.size(), count - first);
			final List<Runnable> evaluations = new ArrayList<>();
			for (int i = 0; i < n; i++) {
				final TileBuffer buffer = buffers.get(i);
				final int tile = first + i;
				evaluations.add(() -> buffer.evaluate(tile, from));
			}
			tasks.run(evaluations);
			// in the order of the tiles, whichever ended first, because float32 sums depend on it
			for (int i = 0; i < n; i++) {
				score += buffers.get(i).score;
				listener.after(buffers.get(i).add(first + i, to));
			}
		}
		return score;
	}

	/** The input and the gradient of one tile at a time. */
	private final class TileBuffer {

		private final float[] pixels;
		private final float[] gradient;
		private double score;

		TileBuffer(final int values) {
			pixels = new float[values];
			gradient = new float[values];
		}

		void evaluate(final int tile, final PeriodicView picture) {
			score = 0;
			if (!tiles.hasPositions(tile)) return;
			final TileInterval column = tiles.column(tile);
			final TileInterval row = tiles.row(tile);
			picture.read(column.from, row.from, column.length(), row.length(), pixels);
			score = function.evaluate(pixels, column.length(), row.length(), tiles.regions(tile), gradient);
		}

		/** @return the pixels of the tile, halo included */
		long add(final int tile, final PeriodicView total) {
			final TileInterval column = tiles.column(tile);
			final TileInterval row = tiles.row(tile);
			if (tiles.hasPositions(tile)) total.add(column.from, row.from, column.length(), row.length(), gradient);
			return (long) column.length() * row.length();
		}
	}
}
