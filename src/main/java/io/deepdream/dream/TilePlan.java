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

import java.util.List;
import java.util.Random;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Size;
import io.deepdream.params.DreamException;
import io.deepdream.params.settings.HaloSettings;
import io.deepdream.params.settings.TileSettings;

/** How the octaves of a dream are divided into tiles, given the settings and the available memory. */
final class TilePlan {

	/** More do not increase the speed, and each takes memory. */
	private static final int MAX_CONCURRENT_TILES = 2;

	private final GradientEngine engine;
	private final Objective objective;
	private final TileSettings settings;
	private final int side;
	private final int concurrentTiles;

	/**
	 * Uses the requested tile side, or the largest half, quarter, ... of it that fits
	 * in memory.
	 *
	 * @param sizes of all octaves, the full size last
	 * @param availableBytes native memory for the network
	 * @throws DreamException if nothing fits
	 */
	TilePlan(final GradientEngine engine, final Objective objective, final TileSettings settings,
		final List<Size> sizes, final long availableBytes)
	{
		this.engine = engine;
		this.objective = objective;
		this.settings = settings;
		final MemoryLimit limit = new MemoryLimit(engine, objective.terms(), availableBytes);
		side = largestFitting(sizes, limit);
		concurrentTiles = side > 0 && fits(sizes, side, MAX_CONCURRENT_TILES, limit) ? MAX_CONCURRENT_TILES : 1;
	}

	private int largestFitting(final List<Size> sizes, final MemoryLimit limit) {
		final Size full = sizes.get(sizes.size() - 1);
		if (!settings.isTiled()) {
			final int width = TileInterval.longest(undivided(Axis.WIDTH, full.width()));
			final int height = TileInterval.longest(undivided(Axis.HEIGHT, full.height()));
			if (!limit.fits(width, height, 1)) throw limit.exceeded(width, height,
				"choose mode=tiled, whose memory does not grow with the image");
			return 0;
		}
		int candidate = settings.side();
		while (!fits(sizes, candidate, 1, limit)) {
			if (candidate / 2 < TileSettings.MIN_SIDE) throw limit.exceeded(longestTile(Axis.WIDTH, full.width(), candidate),
				longestTile(Axis.HEIGHT, full.height(), candidate),
				"choose a smaller overlap, a layer nearer to the input, or close other programs");
			candidate /= 2;
		}
		return candidate;
	}

	/** Checks every octave, because a smaller octave that is one tile can be larger than the tiles of the full size. */
	private boolean fits(final List<Size> sizes, final int candidate, final int n, final MemoryLimit limit) {
		return sizes.stream().allMatch(size -> limit.fits(longestTile(Axis.WIDTH, size.width(), candidate), longestTile(
			Axis.HEIGHT, size.height(), candidate), n));
	}

	private int longestTile(final Axis axis, final int length, final int candidate) {
		return TileInterval.longest(tiles(axis, length, candidate));
	}

	/** Side of a tile; 0 if every octave is computed in one run. */
	int side() {
		return side;
	}

	/** How many tiles are computed at the same time. */
	int concurrentTiles() {
		return concurrentTiles;
	}

	/** Whether the tiles are smaller than requested, to fit in memory. */
	boolean isReduced() {
		return side < settings.side();
	}

	/** Whether an axis of this length has more than one tile. */
	boolean divides(final int length) {
		return side > 0 && TileInterval.divides(length, side, objective.stride());
	}

	/**
	 * By up to a tile along a divided axis, so that tile borders fall elsewhere in each step; otherwise by the jitter. Along
	 * a periodic axis that is no multiple of the stride, the distance between the last and the first position is
	 * smaller than between others, so that a fixed place would become visible: by any shift, even without jitter.
	 */
	int shift(final int length, final int jitter, final Random random) {
		if (settings.isPeriodic() && length % objective.stride() != 0) return random.nextInt(length);
		return jitter > 0 && divides(length) ? random.nextInt(side) : Dreamer.shift(random, jitter);
	}

	/** The tiles along an axis. */
	List<TileInterval> tiles(final Axis axis, final int length) {
		return side == 0 ? undivided(axis, length) : tiles(axis, length, side);
	}

	/** The whole axis as one tile; a periodic one has the halo that its positions need in order not to depend on padding. */
	private List<TileInterval> undivided(final Axis axis, final int length) {
		return settings.isPeriodic() ? tiles(axis, length, length + objective.stride() - 1,
			HaloSettings.EXACT) : TileInterval.whole(length);
	}

	private List<TileInterval> tiles(final Axis axis, final int length, final int candidate) {
		if (settings.isPeriodic() && !TileInterval.divides(length, candidate, objective.stride())) return undivided(axis,
			length);
		final List<TileInterval> tiles = tiles(axis, length, candidate, settings.halo());
		// without padding, a tile has fewer positions than its interior: those at the interior's end need the exact halo
		return objective.layers().stream().allMatch(layer -> coverInteriors(tiles, layer, axis, length)) ? tiles : tiles(axis,
			length, candidate, HaloSettings.EXACT);
	}

	private List<TileInterval> tiles(final Axis axis, final int length, final int candidate, final HaloSettings halo) {
		final int stride = objective.stride();
		if (!settings.isPeriodic()) return TileInterval.tiles(length, candidate, stride, Halo.of(halo, engine, objective, axis,
			length));
		// padding depends on the remainder of the length, and tiles of a periodic axis have none
		final int blocks = (length + stride - 1) / stride;
		return TileInterval.periodic(length, candidate, stride, Halo.of(halo, engine, objective, axis, blocks * stride));
	}

	private boolean coverInteriors(final List<TileInterval> tiles, final LayerInfo layer, final Axis axis,
		final int length)
	{
		final int all = tiles.get(0).allPositions(layer.stride(), length, engine.receptiveField(layer.name(), axis, length)
			.positions());
		return tiles.stream().allMatch(tile -> engine.receptiveField(layer.name(), axis, tile.length()).positions() >= tile
			.positions(layer.stride(), length, all));
	}
}
