package io.deepdream.engine;

/**
 * How a layer's positions along one axis see an input of a given length:
 * position i depends on the pixels i * stride + first ... i * stride + last, of
 * which some may lie outside the input (padding).
 */
public final class ReceptiveField {

	private final int positions;
	private final int stride;
	private final int first;
	private final int last;

	public ReceptiveField(final int positions, final int stride, final int first, final int last) {
		this.positions = positions;
		this.stride = stride;
		this.first = first;
		this.last = last;
	}

	/** How many positions the layer has. */
	public int positions() {
		return positions;
	}

	/** Pixels from one position to the next. */
	public int stride() {
		return stride;
	}

	/** First pixel that position 0 sees; negative with SAME padding. */
	public int first() {
		return first;
	}

	/** Last pixel that position 0 sees. */
	public int last() {
		return last;
	}

	/** Pixels that one position sees, padding included. */
	public int receptiveField() {
		return last - first + 1;
	}
}
