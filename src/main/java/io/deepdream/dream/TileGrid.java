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

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.image.Size;

/**
 * The tiles of a picture and the layer positions that each contributes, numbered row by row. The objective is the mean over
 * all layer positions of all tiles, so that a tile weighs as much as it has positions, and a narrow tile at the border has
 * no more influence per pixel than the others.
 */
public final class TileGrid implements Serializable {

	private static final long serialVersionUID = 1L;

	/** The positions of a layer along an axis that a tile contributes, counted from the tile's first. */
	private static final class Positions implements Serializable {

		private static final long serialVersionUID = 1L;

		private final int from;
		private final int count;

		Positions(final int from, final int count) {
			this.from = from;
			this.count = count;
		}
	}

	private final int width;
	private final int height;
	private final int channels;
	private final List<TileInterval> columns;
	private final List<TileInterval> rows;
	/** For each layer and column. */
	private final List<List<Positions>> across = new ArrayList<>();
	/** For each layer and row. */
	private final List<List<Positions>> down = new ArrayList<>();
	/** For each layer. */
	private final List<Float> weights = new ArrayList<>();

	/**
	 * @param columns the tiles along the width
	 * @param rows the tiles along the height
	 */
	TileGrid(final GradientEngine engine, final Objective objective, final Size size, final List<TileInterval> columns,
		final List<TileInterval> rows)
	{
		width = size.width();
		height = size.height();
		channels = engine.inputChannels();
		this.columns = columns;
		this.rows = rows;
		for (final LayerInfo layer : objective.layers()) {
			final List<Positions> layerAcross = positions(engine, layer, Axis.WIDTH, width, columns);
			final List<Positions> layerDown = positions(engine, layer, Axis.HEIGHT, height, rows);
			across.add(layerAcross);
			down.add(layerDown);
			weights.add((float) (1.0 / (total(layerAcross) * total(layerDown))));
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

	/** The size of the picture. */
	public Size size() {
		return new Size(width, height);
	}

	/** The channels of the picture. */
	public int channels() {
		return channels;
	}

	/** The tiles along the width. */
	public List<TileInterval> columns() {
		return Collections.unmodifiableList(columns);
	}

	/** The tiles along the height. */
	public List<TileInterval> rows() {
		return Collections.unmodifiableList(rows);
	}

	/** The number of tiles. */
	int count() {
		return columns.size() * rows.size();
	}

	TileInterval column(final int tile) {
		return columns.get(tile % columns.size());
	}

	TileInterval row(final int tile) {
		return rows.get(tile / columns.size());
	}

	/** The positions that a tile contributes: a region for each layer. */
	public List<Region> regions(final int tile) {
		final List<Region> regions = new ArrayList<>();
		for (int layer = 0; layer < weights.size(); layer++) {
			final Positions h = across.get(layer).get(tile % columns.size());
			final Positions v = down.get(layer).get(tile / columns.size());
			regions.add(new Region(h.from, v.from, h.count, v.count, weights.get(layer)));
		}
		return regions;
	}

	/** Without padding, the last tile may contain no position; its pixels receive their gradient from its neighbours. */
	public boolean hasPositions(final int tile) {
		return regions(tile).stream().anyMatch(region -> region.width() > 0 && region.height() > 0);
	}

	/** Whether the only tile is the picture itself, without a halo. */
	boolean isWhole() {
		return count() == 1 && columns.get(0).isWhole(width) && rows.get(0).isWhole(height);
	}

	/** Pixels of all tiles, halos included. */
	long pixels() {
		return columns.stream().mapToLong(TileInterval::length).sum() * rows.stream().mapToLong(TileInterval::length).sum();
	}
}
