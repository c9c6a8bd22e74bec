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
 * Resizes pictures by separable cubic convolution with a = -0.5 (R. Keys 1981). When
 * shrinking, the kernel is widened by the ratio to avoid aliasing. Pixels are areas:
 * the picture's corners keep their place. At the border the kernel is truncated and
 * its weights are normalised to a sum of 1, unless the picture is periodic.
 */
public final class Resampler {

	private static final double SUPPORT = 2;

	private Resampler() {}

	/** A new picture of the given size; the source is not modified. */
	public static Picture resize(final Picture source, final int width, final int height) {
		if (width == source.width() && height == source.height()) return source.copy();
		return resize(source, new Taps(source.width(), width), new Taps(source.height(), height));
	}

	/**
	 * As {@link #resize}, with opposite borders joined in the source and in the result.
	 *
	 * @param shiftX position of the result's left border in the source, as a share of the width
	 * @param shiftY position of its upper border, as a share of the height
	 */
	public static Picture resizePeriodic(final Picture source, final int width, final int height, final double shiftX,
		final double shiftY)
	{
		if (width == source.width() && height == source.height() && shiftX == 0 && shiftY == 0) return source.copy();
		return resize(source, new Taps(source.width(), width, shiftX), new Taps(source.height(), height, shiftY));
	}

	private static Picture resize(final Picture source, final Taps across, final Taps down) {
		final int w = source.width();
		final int h = source.height();
		final int width = across.first.length;
		final int height = down.first.length;
		final int channels = source.channels();
		final Picture result = Picture.create(width, height, channels);
		final float[] in = source.data();
		final float[] out = result.data();
		// row by row, so that only the rows under the kernel are held between the passes, not a whole picture
		final float[][] rows = new float[h][];
		int firstHeld = 0;
		for (int y = 0; y < height; y++) {
			while (firstHeld < down.first[y])
				rows[firstHeld++] = null;
			final float[] weights = down.weights[y];
			for (int k = 0; k < weights.length; k++) {
				final int row = Math.floorMod(down.first[y] + k, h);
				if (rows[row] == null) rows[row] = resizeRow(in, channels * row * w, w, across, channels);
				final float[] resized = rows[row];
				for (int i = 0, o = channels * y * width; i < channels * width; i++, o++)
					out[o] += weights[k] * resized[i];
			}
		}
		return result;
	}

	private static float[] resizeRow(final float[] in, final int offset, final int w, final Taps taps,
		final int channels)
	{
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

	/** The source pixels and weights of every target pixel along one axis; of a periodic one, the pixels modulo its length. */
	private static final class Taps {

		final int[] first;
		final float[][] weights;

		Taps(final int from, final int to) {
			this(from, to, 0, false);
		}

		/** Of a periodic axis. */
		Taps(final int from, final int to, final double shift) {
			this(from, to, shift * from, true);
		}

		private Taps(final int from, final int to, final double shift, final boolean periodic) {
			first = new int[to];
			weights = new float[to][];
			final double ratio = (double) from / to;
			final double widening = Math.max(1, ratio);
			for (int i = 0; i < to; i++) {
				final double centre = (i + 0.5) * ratio - 0.5 + shift;
				final int before = (int) Math.ceil(centre - SUPPORT * widening);
				final int after = (int) Math.floor(centre + SUPPORT * widening);
				final int lo = periodic ? before : Math.max(0, before);
				final int hi = periodic ? after : Math.min(from - 1, after);
				final double[] w = new double[hi - lo + 1];
				double sum = 0;
				for (int k = 0; k < w.length; k++)
					sum += w[k] = cubic((lo + k - centre) / widening);
				first[i] = lo;
				weights[i] = new float[w.length];
				for (int k = 0; k < w.length; k++)
					weights[i][k] = (float) (w[k] / sum);
			}
		}
	}

	private static double cubic(final double distance) {
		final double x = Math.abs(distance);
		if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
		if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
		return 0;
	}
}
