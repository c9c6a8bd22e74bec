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

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.image.ParallelChunks;
import io.deepdream.image.PeriodicView;
import io.deepdream.image.Size;

/**
 * The gradient of an objective over a whole picture, computed tile by tile. The
 * objective is the mean over all layer positions of all tiles, so that a tile weighs
 * as much as it has positions, and a narrow tile at the border has no more influence
 * per pixel than the others. In addition to the picture's own memory, only that of
 * the concurrent tiles is needed.
 */
final class TiledGradient {

	/** Notified before and after each tile. */
	interface TileListener {

		/** May throw to end the evaluation. */
		void before();

		void after(long pixels);
	}

	/** The positions of a layer along an axis that a tile contributes, counted from the tile's first. */
	private static final class Positions {

		private final int from;
		private final int count;

		Positions(final int from, final int count) {
			this.from = from;
			this.count = count;
		}
	}

	private final GradientFunction function;
	private final Size size;
	private final int channels;
	private final List<TileInterval> columns;
	private final List<TileInterval> rows;
	private final List<List<Region>> regions = new ArrayList<>();
	private final ConcurrentTasks tasks;
	/** Allocated by the first evaluation: the gradients of all octaves exist at the same time, their buffers must not. */
	private List<TileBuffer> buffers;

	/**
	 * @param function the compiled terms of the objective
	 * @param columns the tiles along the width
	 * @param rows the tiles along the height
	 * @param tasks runs concurrent tiles
	 */
	TiledGradient(final GradientEngine engine, final Objective objective, final GradientFunction function,
		final Size size, final List<TileInterval> columns, final List<TileInterval> rows, final ConcurrentTasks tasks)
	{
		this.tasks = tasks;
		this.function = function;
		this.size = size;
		channels = engine.inputChannels();
		this.columns = columns;
		this.rows = rows;
		final List<List<Positions>> across = new ArrayList<>();
		final List<List<Positions>> down = new ArrayList<>();
		final List<Float> weights = new ArrayList<>();
		for (final LayerInfo layer : objective.layers()) {
			final List<Positions> layerAcross = positions(engine, layer, Axis.WIDTH, size.width(), columns);
			final List<Positions> layerDown = positions(engine, layer, Axis.HEIGHT, size.height(), rows);
			across.add(layerAcross);
			down.add(layerDown);
			weights.add((float) (1.0 / (total(layerAcross) * total(layerDown))));
		}
		for (int y = 0; y < rows.size(); y++)
			for (int x = 0; x < columns.size(); x++) {
				final List<Region> tile = new ArrayList<>();
				for (int t = 0; t < weights.size(); t++) {
					final Positions h = across.get(t).get(x);
					final Positions v = down.get(t).get(y);
					tile.add(new Region(h.from, v.from, h.count, v.count, weights.get(t)));
				}
				regions.add(tile);
			}
	}

	private static List<Positions> positions(final GradientEngine engine, final LayerInfo layer, final Axis axis,
		final int length, final List<TileInterval> tiles)
	{
		final int padded = engine.receptiveField(layer.name(), axis, length).positions();
		final int all = tiles.get(0).allPositions(layer.stride(), length, padded);
		final List<Positions> result = new ArrayList<>();
		for (final TileInterval tile : tiles) {
			final int inTile = engine.receptiveField(layer.name(), axis, tile.length()).positions();
			final int offset = layer.stride().positionsIn(tile.from);
			final int from = Math.min(layer.stride().positionsIn(tile.interiorFrom) - offset, inTile);
			final int to = Math.min(tile.positions(layer.stride(), length, all), inTile);
			result.add(new Positions(from, Math.max(0, to - from)));
		}
		return result;
	}

	private static double total(final List<Positions> positions) {
		return positions.stream().mapToLong(p -> p.count).sum();
	}

	/** Pixels of all tiles of one evaluation, halos included. */
	long pixels() {
		return columns.stream().mapToLong(TileInterval::length).sum() * rows.stream().mapToLong(TileInterval::length).sum();
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
		if (regions.size() == 1 && shiftX == 0 && shiftY == 0 && columns.get(0).isWhole(size.width()) && rows.get(0).isWhole(
			size.height())) {
			// the only tile is the picture itself: no copies
			listener.before();
			final double score = function.evaluate(picture, size.width(), size.height(), regions.get(0), gradient);
			listener.after(size.pixels());
			return score;
		}
		ParallelChunks.each(gradient.length, (first, end) -> Arrays.fill(gradient, first, end, 0));
		if (buffers == null) {
			buffers = new ArrayList<>();
			for (int i = 0; i < Math.min(tasks.width(), regions.size()); i++)
				buffers.add(new TileBuffer(channels * TileInterval.longest(columns) * TileInterval.longest(rows)));
		}
		final PeriodicView from = new PeriodicView(picture, size.width(), size.height(), shiftX, shiftY);
		final PeriodicView to = new PeriodicView(gradient, size.width(), size.height(), shiftX, shiftY);
		double score = 0;
		for (int first = 0; first < regions.size(); first += buffers.size()) {
			listener.before();
			final int n = Math.min(buffers.size(), regions.size() - first);
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
			if (!hasPositions(tile)) return;
			final TileInterval column = column(tile);
			final TileInterval row = row(tile);
			picture.read(column.from, row.from, column.length(), row.length(), pixels);
			score = function.evaluate(pixels, column.length(), row.length(), regions.get(tile), gradient);
		}

		/** @return the pixels of the tile, halo included */
		long add(final int tile, final PeriodicView total) {
			final TileInterval column = column(tile);
			final TileInterval row = row(tile);
			if (hasPositions(tile)) total.add(column.from, row.from, column.length(), row.length(), gradient);
			return (long) column.length() * row.length();
		}

		/** Without padding, the last tile may contain no position; its pixels receive their gradient from its neighbours. */
		private boolean hasPositions(final int tile) {
			return regions.get(tile).stream().anyMatch(region -> region.width() > 0 && region.height() > 0);
		}

		private TileInterval column(final int tile) {
			return columns.get(tile % columns.size());
		}

		private TileInterval row(final int tile) {
			return rows.get(tile / columns.size());
		}
	}
}
