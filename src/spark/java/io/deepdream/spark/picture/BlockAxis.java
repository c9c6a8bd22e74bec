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
import java.util.List;

import io.deepdream.dream.TileInterval;

/** The tiles along one axis, in groups of neighbours: the interiors of a group are a block, its tiles with their halos a window. */
final class BlockAxis implements Serializable {

	private static final long serialVersionUID = 1L;

	private final List<TileInterval> tiles;
	/** The first tile of each block, and the number of tiles. */
	private final int[] first;

	/**
	 * @param tiles without gaps, the last one to the end of the axis
	 * @param block longest side of a block in pixels; a longer tile is a block of its own
	 */
	BlockAxis(final List<TileInterval> tiles, final int block) {
		this.tiles = List.copyOf(tiles);
		final int length = tiles.get(tiles.size() - 1).interiorTo();
		// as many blocks as the length needs, of whole tiles and nearly even
		final int count = Math.min(tiles.size(), (length - 1) / block + 1);
		first = new int[count + 1];
		for (int k = 0; k <= count; k++)
			first[k] = (int) ((long) tiles.size() * k / count);
	}

	int blocks() {
		return first.length - 1;
	}

	/** The first tile of a block; of the number of blocks, the number of tiles. */
	int firstTile(final int block) {
		return first[block];
	}

	TileInterval tile(final int tile) {
		return tiles.get(tile);
	}

	int tiles() {
		return tiles.size();
	}

	/** The first pixel of each block, and the length of the axis. */
	int[] bounds() {
		final int[] bounds = new int[first.length];
		for (int k = 1; k < bounds.length; k++)
			bounds[k] = tiles.get(first[k] - 1).interiorTo();
		return bounds;
	}

	/** The first pixel of a block's window; negative if the axis is periodic. */
	int windowFrom(final int block) {
		return tiles.get(first[block]).from();
	}

	/** The end of a block's window, exclusive. */
	int windowTo(final int block) {
		return tiles.get(first[block + 1] - 1).to();
	}

	/** What blocks and tiles, halos included, have in common while the picture is shifted to the right by a number of pixels. */
	AxisCuts tileCuts(final int shift) {
		return new AxisCuts(bounds(), tiles.stream().mapToInt(tile -> tile.from() - shift).toArray(), tiles.stream().mapToInt(
			tile -> tile.to() - shift).toArray());
	}

	/** What blocks and windows have in common while the picture is shifted to the right by a number of pixels. */
	AxisCuts cuts(final int shift) {
		final int[] from = new int[blocks()];
		final int[] to = new int[blocks()];
		for (int k = 0; k < from.length; k++) {
			from[k] = windowFrom(k) - shift;
			to[k] = windowTo(k) - shift;
		}
		return new AxisCuts(bounds(), from, to);
	}
}
