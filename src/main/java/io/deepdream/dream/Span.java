package io.deepdream.dream;

import java.util.ArrayList;
import java.util.List;

/**
 * A tile along one axis: its core, for which it is responsible, and the window
 * around it, which it looks at.
 */
final class Span {

	final int coreFrom;
	final int coreTo;
	final int windowFrom;
	final int windowTo;

	private Span(final int coreFrom, final int coreTo, final int windowFrom, final int windowTo) {
		this.coreFrom = coreFrom;
		this.coreTo = coreTo;
		this.windowFrom = windowFrom;
		this.windowTo = windowTo;
	}

	/** The whole axis as one tile. */
	static List<Span> whole(final int length) {
		return List.of(new Span(0, length, 0, length));
	}

	/**
	 * Divides an axis evenly: cores touch, cover every pixel, begin at multiples of
	 * the stride and are no longer than a tile. Even division, and not full tiles
	 * with a rest, since a narrow rest would see next to nothing.
	 *
	 * @param length pixels of the axis
	 * @param tile longest core, at least the stride
	 * @param stride pixels between two positions of the layer
	 */
	static List<Span> tiles(final int length, final int tile, final int stride) {
		final int blocks = (length + stride - 1) / stride;
		final int blocksInTile = Math.max(1, tile / stride);
		final int count = (blocks + blocksInTile - 1) / blocksInTile;
		final List<Span> spans = new ArrayList<>();
		int from = 0;
		for (int k = 1; k <= count; k++) {
			final int to = k == count ? length : (int) ((long) blocks * k / count) * stride;
			spans.add(new Span(from, to, from, to));
			from = to;
		}
		return spans;
	}

	int windowLength() {
		return windowTo - windowFrom;
	}
}
