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

import java.io.Serializable;

/**
 * Separable cubic convolution with a = -0.5 (R. Keys 1981) from one size to another, for the whole result or for a region
 * of it, whose values are the same. When shrinking, the kernel is widened by the ratio to avoid aliasing. Pixels are areas:
 * the picture's corners keep their place. At the border the kernel is truncated and its weights are normalised to a sum of
 * 1, unless the picture is periodic.
 *
 * <pre>
 * Resampling half = Resampling.of(full, new Size(full.width() / 2, full.height() / 2));
 * Picture region = half.region(source::read, 100, 100, 50, 50);
 * </pre>
 */
public final class Resampling implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final double SUPPORT = 2;

	/** Pixels of the source that are read at a time: 48 MB of RGB. */
	private static final int BAND_PIXELS = 1 << 22;

	private final AxisTaps across;
	private final AxisTaps down;

	private Resampling(final AxisTaps across, final AxisTaps down) {
		this.across = across;
		this.down = down;
	}

	public static Resampling of(final Size from, final Size to) {
		return new Resampling(new AxisTaps(from.width(), to.width(), 0, false), new AxisTaps(from.height(), to.height(), 0,
			false));
	}

	/**
	 * With opposite borders joined in the source and in the result.
	 *
	 * @param shiftX position of the result's left border in the source, as a share of the width
	 * @param shiftY position of its upper border, as a share of the height
	 */
	public static Resampling periodic(final Size from, final Size to, final double shiftX, final double shiftY) {
		return new Resampling(new AxisTaps(from.width(), to.width(), shiftX * from.width(), true), new AxisTaps(from.height(),
			to.height(), shiftY * from.height(), true));
	}

	/** Reads a region of the source. */
	@FunctionalInterface
	public interface Source {

		/** @param x first column; negative, or beyond the width, where a periodic source continues */
		Picture read(int x, int y, int width, int height);
	}

	/** Whether the result is the source. */
	public boolean isIdentity() {
		return across.isIdentity() && down.isIdentity();
	}

	/** The first source column that a column of the result depends on; see {@link Source#read}. */
	public int firstColumn(final int column) {
		return across.first(column);
	}

	/** The last source column that a column of the result depends on. */
	public int lastColumn(final int column) {
		return across.last(column);
	}

	/** The first source row that a row of the result depends on. */
	public int firstRow(final int row) {
		return down.first(row);
	}

	/** The last source row that a row of the result depends on. */
	public int lastRow(final int row) {
		return down.last(row);
	}

	/** The whole result, a new picture; the source is not modified. */
	public Picture whole(final Picture source) {
		if (isIdentity()) return source.copy();
		final Taps columns = across.taps(0, across.to);
		final int values = source.channels() * source.width();
		return resize(source.channels(), columns, down.taps(0, down.to), row -> resizeRow(source.data(), values * Math.floorMod(
			row, source.height()), source.width(), columns, source.channels()));
	}

	/**
	 * A region of the result, equal to that of the whole result. The source is read in bands of rows, so that memory is
	 * bounded when shrinking.
	 */
	public Picture region(final Source source, final int x, final int y, final int width, final int height) {
		if (isIdentity()) return source.read(x, y, width, height);
		final int left = firstColumn(x);
		final int sourceWidth = lastColumn(x + width - 1) - left + 1;
		final Taps columns = across.taps(x, width).from(left);
		final Band band = new Band(source, left, sourceWidth, lastRow(y + height - 1) + 1);
		final int channels = band.at(firstRow(y)).channels();
		return resize(channels, columns, down.taps(y, height), row -> resizeRow(band.at(row).data(), channels * sourceWidth *
			(row - band.first), sourceWidth, columns, channels));
	}

	/** The rows that were read last. */
	private static final class Band {

		private final Source source;
		private final int left;
		private final int width;
		private final int end;
		private int first;
		private Picture rows;

		Band(final Source source, final int left, final int width, final int end) {
			this.source = source;
			this.left = left;
			this.width = width;
			this.end = end;
		}

		/** The band with a row; rows are asked for in order. */
		Picture at(final int row) {
			if (rows == null || row >= first + rows.height()) {
				first = row;
				rows = null;
				rows = source.read(left, row, width, Math.min(end - row, Math.max(1, BAND_PIXELS / width)));
			}
			return rows;
		}
	}

	/** A row of the source, resized. */
	@FunctionalInterface
	private interface ResizedRows {

		float[] row(int row);
	}

	private static Picture resize(final int channels, final Taps across, final Taps down, final ResizedRows source) {
		final int width = across.first.length;
		final int height = down.first.length;
		final Picture result = Picture.create(width, height, channels);
		final float[] out = result.data();
		// row by row, so that only the rows under the kernel are held between the passes, not a whole picture
		final int base = down.first[0];
		final float[][] rows = new float[down.end() - base][];
		int firstHeld = base;
		for (int y = 0; y < height; y++) {
			while (firstHeld < down.first[y])
				rows[firstHeld++ - base] = null;
			final float[] weights = down.weights[y];
			for (int k = 0; k < weights.length; k++) {
				final int row = down.first[y] + k - base;
				if (rows[row] == null) rows[row] = source.row(row + base);
				final float[] resized = rows[row];
				for (int i = 0, o = channels * y * width; i < channels * width; i++, o++)
					out[o] += weights[k] * resized[i];
			}
		}
		return result;
	}

	private static float[] resizeRow(final float[] in, final int offset, final int w, final Taps taps, final int channels) {
		final int width = taps.first.length;
		final float[] out = new float[channels * width];
		for (int x = 0, o = 0; x < width; x++, o += channels) {
			int column = Math.floorMod(taps.first[x], w);
			for (final float weight : taps.weights[x]) {
				final int i = offset + channels * column;
				for (int c = 0; c < channels; c++)
					out[o + c] += weight * in[i + c];
				if (++column == w) column = 0;
			}
		}
		return out;
	}

	/** The kernel along one axis. */
	private static final class AxisTaps implements Serializable {

		private static final long serialVersionUID = 1L;

		private final int from;
		private final int to;
		private final double shift;
		private final boolean periodic;
		private final double ratio;
		private final double widening;

		AxisTaps(final int from, final int to, final double shift, final boolean periodic) {
			this.from = from;
			this.to = to;
			this.shift = shift;
			this.periodic = periodic;
			ratio = (double) from / to;
			widening = Math.max(1, ratio);
		}

		boolean isIdentity() {
			return from == to && shift == 0;
		}

		private double centre(final int i) {
			return (i + 0.5) * ratio - 0.5 + shift;
		}

		int first(final int i) {
			final int before = (int) Math.ceil(centre(i) - SUPPORT * widening);
			return periodic ? before : Math.max(0, before);
		}

		int last(final int i) {
			final int after = (int) Math.floor(centre(i) + SUPPORT * widening);
			return periodic ? after : Math.min(from - 1, after);
		}

		/** The taps of n target pixels. */
		Taps taps(final int start, final int n) {
			final Taps taps = new Taps(n);
			for (int i = 0; i < n; i++) {
				final int lo = first(start + i);
				final double[] w = new double[last(start + i) - lo + 1];
				double sum = 0;
				for (int k = 0; k < w.length; k++)
					sum += w[k] = cubic((lo + k - centre(start + i)) / widening);
				taps.first[i] = lo;
				taps.weights[i] = new float[w.length];
				for (int k = 0; k < w.length; k++)
					taps.weights[i][k] = (float) (w[k] / sum);
			}
			return taps;
		}
	}

	private static double cubic(final double distance) {
		final double x = Math.abs(distance);
		if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
		if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
		return 0;
	}

	/** The source pixels and weights of target pixels along one axis; of a periodic one, the pixels modulo its length. */
	private static final class Taps {

		private final int[] first;
		private final float[][] weights;

		Taps(final int n) {
			first = new int[n];
			weights = new float[n][];
		}

		/** The end of the source pixels, exclusive. */
		int end() {
			int end = 0;
			for (int i = 0; i < first.length; i++)
				end = i == 0 ? first[i] + weights[i].length : Math.max(end, first[i] + weights[i].length);
			return end;
		}

		/** Counts the source pixels from another one. */
		Taps from(final int origin) {
			for (int i = 0; i < first.length; i++)
				first[i] -= origin;
			return this;
		}
	}
}
