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
import java.util.List;

import io.deepdream.engine.Stride;

/** A tile along one axis: the pixels that the network receives, and the interior that the tile contributes. */
public final class TileInterval implements Serializable {

	private static final long serialVersionUID = 1L;

	final int interiorFrom;
	final int interiorTo;
	final int from;
	final int to;
	/** Whether the halos continue at the opposite border. */
	private final boolean periodic;

	private TileInterval(final int interiorFrom, final int interiorTo, final int from, final int to,
		final boolean periodic)
	{
		this.interiorFrom = interiorFrom;
		this.interiorTo = interiorTo;
		this.from = from;
		this.to = to;
		this.periodic = periodic;
	}

	/** The whole axis as one tile. */
	static List<TileInterval> whole(final int length) {
		return List.of(new TileInterval(0, length, 0, length, false));
	}

	/**
	 * Divides an axis evenly: interiors are adjacent, cover every pixel, begin at
	 * multiples of the stride and are at most as long as a tile's side. An axis that
	 * exceeds the side by up to half of it is not divided. The division is even,
	 * because a narrow last tile would contain next to no context.
	 * <p>
	 * Tiles extend beyond their interior by the halo, at most to the image's border.
	 * TensorFlow's SAME padding depends on the length of the input: with stride 2, an
	 * even length is padded differently from an odd one. Tiles therefore begin at
	 * multiples of the stride, and their length is congruent to that of the whole axis
	 * modulo the stride. Then every layer has the same phase in a tile as in the whole
	 * image.
	 * </p>
	 *
	 * @param length pixels of the axis
	 * @param side longest interior of a divided axis
	 * @param stride pixels after which the layer's receptive fields repeat: in an encoder, those between two positions
	 */
	static List<TileInterval> tiles(final int length, final int side, final int stride, final Halo halo) {
		final int blocks = (length + stride - 1) / stride;
		final int blocksInTile = Math.max(1, side / stride);
		final int count = divides(length, side, stride) ? (blocks + blocksInTile - 1) / blocksInTile : 1;
		final List<TileInterval> tiles = new ArrayList<>();
		int interiorFrom = 0;
		for (int k = 1; k <= count; k++) {
			final int interiorTo = k == count ? length : (int) ((long) blocks * k / count) * stride;
			final int from = Math.max(0, interiorFrom - roundUp(halo.before(), stride));
			// long, because a wide halo may exceed the range of an int
			final long to = interiorTo == length || halo.before() == 0 && halo.after() == 0 ? interiorTo : Math.min(length,
				(long) interiorTo + roundUp(halo.after(), stride) + length % stride);
			tiles.add(new TileInterval(interiorFrom, interiorTo, from, (int) to, false));
			interiorFrom = interiorTo;
		}
		return tiles;
	}

	/**
	 * Divides a periodic axis in the same way. All tiles have a halo on both sides, which
	 * wraps around, as often as it is longer than the axis. They begin and end at multiples
	 * of the stride, so that the layers have the same phase in each. If the length is no
	 * multiple of the stride, the last position and the first are closer to each other.
	 *
	 */
	static List<TileInterval> periodic(final int length, final int side, final int stride, final Halo halo) {
		final Halo open = new Halo(roundUp(halo.before(), stride), roundUp(halo.after(), stride));
		final List<TileInterval> tiles = new ArrayList<>();
		for (final TileInterval tile : tiles(length, side, stride, Halo.NONE))
			tiles.add(new TileInterval(tile.interiorFrom, tile.interiorTo, tile.interiorFrom - open.before(), roundUp(
				tile.interiorTo, stride) + open.after(), true));
		return tiles;
	}

	/**
	 * Whether an axis is divided. Two tiles with interiors of little more than half a
	 * side would cost more, with their halos, than the undivided axis.
	 */
	static boolean divides(final int length, final int side, final int stride) {
		final int blocks = (length + stride - 1) / stride;
		return 2L * blocks > 3L * Math.max(1, side / stride);
	}

	private static int roundUp(final int pixels, final int stride) {
		return (pixels + stride - 1) / stride * stride;
	}

	/**
	 * The number of a layer's positions, counted from the beginning of the tile, that
	 * include those of the interior.
	 *
	 * @param length pixels of the axis
	 * @param all the layer's positions along the whole axis, see {@link #allPositions}
	 */
	int positions(final Stride layerStride, final int length, final int all) {
		return (interiorTo == length ? all : Math.min(all, layerStride.positionsIn(interiorTo))) - layerStride.positionsIn(
			from);
	}

	/**
	 * A layer's positions along the whole axis.
	 *
	 * @param padded the positions where the network pads the axis with zeros, or leaves out those without a full receptive field
	 */
	int allPositions(final Stride layerStride, final int length, final int padded) {
		return periodic ? layerStride.positionsCovering(length) : padded;
	}

	/** Whether tile and axis begin and end together, without a halo. */
	boolean isWhole(final int length) {
		return from == 0 && to == length;
	}

	/** Pixels of the longest tile. */
	static int longest(final List<TileInterval> tiles) {
		return tiles.stream().mapToInt(TileInterval::length).max().orElse(0);
	}

	/** The first pixel of the tile, halo included; negative where a periodic axis continues at its end. */
	public int from() {
		return from;
	}

	/** The end of the tile, halo included, exclusive; beyond the axis where a periodic one continues at its beginning. */
	public int to() {
		return to;
	}

	/** The end of the interior, exclusive. */
	public int interiorTo() {
		return interiorTo;
	}

	/** Pixels of the tile, halo included. */
	public int length() {
		return to - from;
	}
}
