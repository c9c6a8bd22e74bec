package io.deepdream.dream;

import java.util.List;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;

/** How the octaves of a dream are cut into tiles: as the parameters ask, and as memory allows. */
final class TilePlan {

	/** More bring no more speed, and each takes memory. */
	private static final int SIDE_BY_SIDE = 2;

	private final GradientEngine engine;
	private final Objective objective;
	private final String overlap;
	private final int wanted;
	private final int tile;
	private final int atATime;

	/**
	 * Takes the tile asked for, or the largest half, quarter, ... of it whose
	 * windows fit in memory.
	 *
	 * @param sizes [width, height] of every octave, the full size last
	 * @param availableBytes native memory that the network may take
	 * @throws DreamException if nothing fits
	 */
	TilePlan(final GradientEngine engine, final Objective objective, final DreamParams params, final List<int[]> sizes,
		final long availableBytes)
	{
		this.engine = engine;
		this.objective = objective;
		overlap = params.get(Parameter.OVERLAP);
		wanted = params.is(Parameter.MODE, "tiled") ? params.whole(Parameter.TILE) : 0;
		final MemoryLimit budget = new MemoryLimit(engine, objective, availableBytes);
		tile = fitting(sizes, budget);
		atATime = tile > 0 && fits(sizes, tile, SIDE_BY_SIDE, budget) ? SIDE_BY_SIDE : 1;
	}

	private int fitting(final List<int[]> sizes, final MemoryLimit budget) {
		final int[] full = sizes.get(sizes.size() - 1);
		if (wanted == 0) {
			if (!budget.fits(full[0], full[1])) throw budget.refusal(full[0], full[1],
				"choose mode=tiled, whose memory does not grow with the image");
			return 0;
		}
		int side = wanted;
		while (!fits(sizes, side, 1, budget)) {
			if (side / 2 < Parameter.TILE.min()) throw budget.refusal(longestWindow(Axis.WIDTH, full[0], side), longestWindow(
				Axis.HEIGHT, full[1], side), "choose a smaller overlap, a layer nearer to the input, or close other programs");
			side /= 2;
		}
		return side;
	}

	/** In every octave: a smaller one that is a single tile can have a larger window than the full size, cut in two. */
	private boolean fits(final List<int[]> sizes, final int side, final int n, final MemoryLimit budget) {
		return sizes.stream().allMatch(size -> budget.fits(longestWindow(Axis.WIDTH, size[0], side), longestWindow(
			Axis.HEIGHT, size[1], side), n));
	}

	private int longestWindow(final Axis axis, final int length, final int side) {
		return Span.longestWindow(spans(axis, length, side));
	}

	/** Side of a tile; 0 if every octave is computed in one run. */
	int tile() {
		return tile;
	}

	/** How many tiles to compute at a time: two where memory allows it. */
	int atATime() {
		return atATime;
	}

	/** Whether memory has made the tiles smaller than asked for. */
	boolean isShrunk() {
		return tile < wanted;
	}

	/** Whether an axis of this length has more than one tile. */
	boolean cuts(final int length) {
		return tile > 0 && Span.divides(length, tile, objective.stride());
	}

	/** The tiles along an axis. */
	List<Span> spans(final Axis axis, final int length) {
		return tile == 0 ? Span.whole(length) : spans(axis, length, tile);
	}

	private List<Span> spans(final Axis axis, final int length, final int side) {
		final List<Span> spans = spans(axis, length, side, overlap);
		// without padding a window has fewer positions than its core: those at the core's end need what lies beyond
		return objective.layers().stream().allMatch(layer -> hasItsPositions(spans, layer, axis, length)) ? spans : spans(
			axis, length, side, "exact");
	}

	private List<Span> spans(final Axis axis, final int length, final int side, final String reachText) {
		final int[] reach = Reach.of(reachText, engine, objective, axis, length);
		return Span.tiles(length, side, objective.stride(), reach[0], reach[1]);
	}

	private boolean hasItsPositions(final List<Span> spans, final LayerInfo layer, final Axis axis, final int length) {
		final int all = engine.receptiveField(layer.name(), axis, length).positions();
		return spans.stream().allMatch(span -> engine.receptiveField(layer.name(), axis, span.windowLength()).positions() >= span
			.positions(layer.stride(), length, all));
	}
}
