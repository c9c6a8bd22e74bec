package io.deepdream.engine;

/** A rectangle of positions in a term's layer, with their weight; positions outside it have the weight 0. */
public final class Region {

	private final int x;
	private final int y;
	private final int width;
	private final int height;
	private final float weight;

	/**
	 * @param x first column
	 * @param y first row
	 * @param width number of columns, may be 0
	 * @param height number of rows, may be 0
	 * @param weight weight of each position
	 */
	public Region(final int x, final int y, final int width, final int height, final float weight) {
		this.x = x;
		this.y = y;
		this.width = width;
		this.height = height;
		this.weight = weight;
	}

	public int x() {
		return x;
	}

	public int y() {
		return y;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public float weight() {
		return weight;
	}
}
