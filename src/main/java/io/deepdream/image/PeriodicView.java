package io.deepdream.image;

/**
 * A picture as if it were rolled: pixel (x, y) of the rolled picture is pixel (x -
 * shiftX, y - shiftY) of the data, wrapped around. Windows are copied out of it
 * and added back, so that no rolled copy of the whole picture is ever made.
 */
public final class PeriodicView {

	private final float[] data;
	private final int width;
	private final int height;
	private final int shiftX;
	private final int shiftY;

	/**
	 * @param data RGB, channel fastest; 3 * width * height numbers
	 * @param shiftX columns by which the picture is rolled to the right
	 * @param shiftY rows by which it is rolled down
	 */
	public PeriodicView(final float[] data, final int width, final int height, final int shiftX, final int shiftY) {
		this.data = data;
		this.width = width;
		this.height = height;
		this.shiftX = shiftX;
		this.shiftY = shiftY;
	}

	/** Copies the window at (x, y) of the rolled picture, w * h pixels, into the start of an array. */
	public void read(final int x, final int y, final int w, final int h, final float[] window) {
		eachRun(x, y, w, 0, h, (at, in, n) -> System.arraycopy(data, at, window, in, n));
	}

	/** Adds the start of an array to the window at (x, y) of the rolled picture. */
	public void add(final int x, final int y, final int w, final int h, final float[] window) {
		// no row of a window lies on another one of it
		ParallelChunks.each(h, 3 * w, (from, to) -> eachRun(x, y, w, from, to, (at, in, n) -> {
			for (int i = 0; i < n; i++)
				data[at + i] += window[in + i];
		}));
	}

	private interface Run {

		void visit(int inData, int inWindow, int n);
	}

	/** Calls a visitor for every stretch of some rows of a window that lies in one piece in the data. */
	private void eachRun(final int x, final int y, final int w, final int from, final int to, final Run visitor) {
		for (int row = from; row < to; row++) {
			final int dataRow = Math.floorMod(y + row - shiftY, height);
			int column = 0;
			while (column < w) {
				final int dataColumn = Math.floorMod(x + column - shiftX, width);
				final int n = Math.min(w - column, width - dataColumn);
				visitor.visit(3 * (dataRow * width + dataColumn), 3 * (row * w + column), 3 * n);
				column += n;
			}
		}
	}
}
