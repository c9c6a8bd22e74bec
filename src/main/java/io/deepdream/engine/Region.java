package io.deepdream.engine;

/**
 * The positions of a term's layer that count in one evaluation, and how much each
 * of them counts.
 */
public final class Region {

	private final int x;
	private final int y;
	private final int width;
	private final int height;
	private final float weight;

	/**
	 * @param x first column of positions
	 * @param y first row of positions
	 * @param width number of columns, may be 0
	 * @param height number of rows, may be 0
	 * @param weight factor of every position in it
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
