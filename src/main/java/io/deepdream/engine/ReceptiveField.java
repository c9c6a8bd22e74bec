package io.deepdream.engine;

/**
 * The receptive fields of a layer's positions along one axis, for an input of a given
 * length: position i depends on the pixels i * stride + first ... i * stride + last.
 * Pixels outside the input are padding.
 */
public final class ReceptiveField {

	private final int positions;
	private final int stride;
	private final int first;
	private final int last;

	/**
	 * @param positions number of positions of the layer
	 * @param stride pixels between neighbouring positions
	 * @param first first pixel of the receptive field of position 0
	 * @param last last pixel of the receptive field of position 0
	 */
	public ReceptiveField(final int positions, final int stride, final int first, final int last) {
		this.positions = positions;
		this.stride = stride;
		this.first = first;
		this.last = last;
	}

	/** Number of positions of the layer. */
	public int positions() {
		return positions;
	}

	/** Pixels between neighbouring positions. */
	public int stride() {
		return stride;
	}

	/** First pixel of the receptive field of position 0; negative if the input is padded. */
	public int first() {
		return first;
	}

	/** Last pixel of the receptive field of position 0. */
	public int last() {
		return last;
	}

	/** Size of the receptive field in pixels, including padding. */
	public int size() {
		return last - first + 1;
	}
}
