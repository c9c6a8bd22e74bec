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
package io.deepdream.image;

/**
 * A periodic picture, shifted: pixel (x, y) of the view is pixel (x - shiftX, y -
 * shiftY) of the data, modulo its size. Windows are copied out of it and added back,
 * which avoids a shifted copy of the whole picture.
 */
public final class PeriodicView {

	private final float[] data;
	private final int width;
	private final int height;
	private final int channels;
	private final int shiftX;
	private final int shiftY;

	/**
	 * @param data channel fastest; channels * width * height values
	 * @param shiftX shift to the right, in pixels
	 * @param shiftY shift down, in pixels
	 */
	public PeriodicView(final float[] data, final int width, final int height, final int shiftX, final int shiftY) {
		this.data = data;
		this.width = width;
		this.height = height;
		channels = data.length / (width * height);
		this.shiftX = shiftX;
		this.shiftY = shiftY;
	}

	/** Copies the window of w * h pixels at (x, y) into the start of an array. */
	public void read(final int x, final int y, final int w, final int h, final float[] window) {
		eachRun(x, y, w, 0, h, (at, in, n) -> System.arraycopy(data, at, window, in, n));
	}

	/**
	 * Adds the start of an array to the window of w * h pixels at (x, y). Of a window
	 * larger than the picture, several pixels are added to the same one.
	 */
	public void add(final int x, final int y, final int w, final int h, final float[] window) {
		final Run sum = (at, in, n) -> {
			for (int i = 0; i < n; i++)
				data[at + i] += window[in + i];
		};
		// rows of a window that is not higher than the picture do not overlap, so they can be added in parallel
		if (h > height) eachRun(x, y, w, 0, h, sum);
		else ParallelChunks.each(h, channels * w, (from, to) -> eachRun(x, y, w, from, to, sum));
	}

	private interface Run {

		void visit(int inData, int inWindow, int n);
	}

	/** Calls a visitor for every part of some rows of a window that is contiguous in the data. */
	private void eachRun(final int x, final int y, final int w, final int from, final int to, final Run visitor) {
		for (int row = from; row < to; row++) {
			final int dataRow = Math.floorMod(y + row - shiftY, height);
			int column = 0;
			while (column < w) {
				final int dataColumn = Math.floorMod(x + column - shiftX, width);
				final int n = Math.min(w - column, width - dataColumn);
				visitor.visit(channels * (dataRow * width + dataColumn), channels * (row * w + column), channels * n);
				column += n;
			}
		}
	}
}
