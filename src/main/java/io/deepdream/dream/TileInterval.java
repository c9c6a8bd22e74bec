package io.deepdream.dream;

import java.util.ArrayList;
import java.util.List;

/**
 * A tile along one axis: its core, for which it is responsible, and the window
 * around it, which it looks at.
 */
final class TileInterval {

	final int coreFrom;
	final int coreTo;
	final int windowFrom;
	final int windowTo;

	private TileInterval(final int coreFrom, final int coreTo, final int windowFrom, final int windowTo) {
		this.coreFrom = coreFrom;
		this.coreTo = coreTo;
		this.windowFrom = windowFrom;
		this.windowTo = windowTo;
	}

	/** The whole axis as one tile. */
	static List<TileInterval> whole(final int length) {
		return List.of(new TileInterval(0, length, 0, length));
	}

	/**
	 * Divides an axis evenly: cores touch, cover every pixel, begin at multiples of
	 * the stride and are no longer than a tile; an axis that is longer by up to half
	 * a tile is not divided. Even division, and not full tiles
	 * with a rest, since a narrow rest would see next to nothing.
	 * <p>
	 * Windows end at the image's border or reach beyond the core. TensorFlow's SAME
	 * padding depends on the input's length: with stride 2 an even length is padded
	 * otherwise than an odd one. So windows begin at multiples of the stride and
	 * leave the same rest as the whole length when divided by it; then every layer
	 * within meets the phase that it would meet in the whole image.
	 * </p>
	 *
	 * @param length pixels of the axis
	 * @param tile longest core of a divided axis
	 * @param stride pixels between two positions of the layer
	 * @param before how many pixels before the core the window must show, if there
	 *          are as many
	 * @param after how many after it
	 */
	static List<TileInterval> tiles(final int length, final int tile, final int stride, final int before, final int after) {
		final int blocks = (length + stride - 1) / stride;
		final int blocksInTile = Math.max(1, tile / stride);
		final int count = divides(length, tile, stride) ? (blocks + blocksInTile - 1) / blocksInTile : 1;
		final List<TileInterval> spans = new ArrayList<>();
		int from = 0;
		for (int k = 1; k <= count; k++) {
			final int to = k == count ? length : (int) ((long) blocks * k / count) * stride;
			final int windowFrom = Math.max(0, from - roundUp(before, stride));
			// long, since a far reach may go beyond what an int holds
			final long windowTo = to == length || before == 0 && after == 0 ? to : Math.min(length, (long) to + roundUp(after,
				stride) + length % stride);
			spans.add(new TileInterval(from, to, windowFrom, (int) windowTo));
			from = to;
		}
		return spans;
	}

	/** Whether an axis is divided: two halves of little more than a tile would cost more, with their overlap, than the whole. */
	static boolean divides(final int length, final int tile, final int stride) {
		final int blocks = (length + stride - 1) / stride;
		return 2L * blocks > 3L * Math.max(1, tile / stride);
	}

	private static int roundUp(final int pixels, final int stride) {
		return (pixels + stride - 1) / stride * stride;
	}

	/**
	 * How many of a layer's positions the window must have for the core's own to be
	 * among them.
	 *
	 * @param length pixels of the axis
	 * @param all the layer's positions along the whole axis
	 */
	int positions(final int layerStride, final int length, final int all) {
		return (coreTo == length ? all : Math.min(all, coreTo / layerStride)) - windowFrom / layerStride;
	}

	/** Pixels of the longest window. */
	static int longestWindow(final List<TileInterval> spans) {
		return spans.stream().mapToInt(TileInterval::windowLength).max().orElse(0);
	}

	int windowLength() {
		return windowTo - windowFrom;
	}
}
