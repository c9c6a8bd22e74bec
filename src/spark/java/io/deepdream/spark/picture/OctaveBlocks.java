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

import io.deepdream.dream.TileGrid;
import io.deepdream.image.Picture;
import io.deepdream.image.Resampling;
import io.deepdream.image.Size;

/**
 * The blocks of an octave: groups of tiles, numbered row by row. A block's window is what its tiles read, halos included, of
 * the shifted picture.
 */
final class OctaveBlocks implements Serializable {

	private static final long serialVersionUID = 1L;

	private final TileGrid tiles;
	private final BlockAxis across;
	private final BlockAxis down;

	/** @param side of a block, in pixels */
	OctaveBlocks(final TileGrid tiles, final int side) {
		this.tiles = tiles;
		across = new BlockAxis(tiles.columns(), side);
		down = new BlockAxis(tiles.rows(), side);
	}

	TileGrid tiles() {
		return tiles;
	}

	Size size() {
		return tiles.size();
	}

	int channels() {
		return tiles.channels();
	}

	/** The number of blocks. */
	int count() {
		return across.blocks() * down.blocks();
	}

	BlockAxis across() {
		return across;
	}

	BlockAxis down() {
		return down;
	}

	int column(final int block) {
		return block % across.blocks();
	}

	int row(final int block) {
		return block / across.blocks();
	}

	/** Between blocks and windows, while the picture is shifted to the right and down. */
	Exchange windows(final int shiftX, final int shiftY) {
		return new Exchange(across.cuts(shiftX), down.cuts(shiftY), channels());
	}

	/** Between blocks and single tiles, numbered as those of {@link TileGrid}. */
	Exchange tiles(final int shiftX, final int shiftY) {
		return new Exchange(across.tileCuts(shiftX), down.tileCuts(shiftY), channels());
	}

	/** From these blocks to the pixels that the blocks of the next octave are resampled from. */
	Exchange sources(final OctaveBlocks next, final Resampling resampling) {
		final int[] columns = next.across.bounds();
		final int[] rows = next.down.bounds();
		final int[] left = new int[columns.length - 1];
		final int[] right = new int[left.length];
		for (int k = 0; k < left.length; k++) {
			left[k] = resampling.firstColumn(columns[k]);
			right[k] = resampling.lastColumn(columns[k + 1] - 1) + 1;
		}
		final int[] top = new int[rows.length - 1];
		final int[] bottom = new int[top.length];
		for (int k = 0; k < top.length; k++) {
			top[k] = resampling.firstRow(rows[k]);
			bottom[k] = resampling.lastRow(rows[k + 1] - 1) + 1;
		}
		return new Exchange(new AxisCuts(across.bounds(), left, right), new AxisCuts(down.bounds(), top, bottom), channels());
	}

	/** From these blocks to square ones of the same picture. */
	Exchange squares(final int side) {
		return new Exchange(squares(across.bounds(), side), squares(down.bounds(), side), channels());
	}

	private static AxisCuts squares(final int[] bounds, final int side) {
		final int length = bounds[bounds.length - 1];
		final int[] from = new int[(length - 1) / side + 1];
		final int[] to = new int[from.length];
		for (int k = 0; k < from.length; k++) {
			from[k] = k * side;
			to[k] = Math.min(length, (k + 1) * side);
		}
		return new AxisCuts(bounds, from, to);
	}

	/** A block, resampled from a picture. */
	Picture resample(final Resampling resampling, final Resampling.Source source, final int block) {
		final int[] columns = across.bounds();
		final int[] rows = down.bounds();
		final int x = columns[column(block)];
		final int y = rows[row(block)];
		return resampling.region(source, x, y, columns[column(block) + 1] - x, rows[row(block) + 1] - y);
	}

	/** A block, resampled from the pixels that it depends on. */
	Picture resample(final Resampling resampling, final Picture window, final int block) {
		final int left = resampling.firstColumn(across.bounds()[column(block)]);
		final int top = resampling.firstRow(down.bounds()[row(block)]);
		return resample(resampling, (x, y, width, height) -> window.region(x - left, y - top, width, height), block);
	}
}
