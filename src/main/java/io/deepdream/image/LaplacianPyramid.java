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

import java.util.function.IntConsumer;

/**
 * Laplacian normalisation of a gradient, as in the DeepDream tutorial: decomposes it
 * into a Laplacian pyramid (P. Burt, E. Adelson 1983; 5-tap binomial kernel), divides
 * each level by its standard deviation and sums the levels. Without it, high
 * frequencies dominate the picture; with it, large shapes appear.
 * <p>
 * Border pixels are replicated, or opposite borders are joined. A periodic axis of odd
 * length has one distance of 1 instead of 2 between the pixels of the next level;
 * there, the pixel that would follow is interpolated.
 * </p>
 */
public final class LaplacianPyramid {

	private static final float[] KERNEL = { 1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f };
	/** The taps with which even and odd pixels are computed when the size is doubled. */
	private static final float[] EVEN = { 1 / 16f, 6 / 16f, 1 / 16f };
	private static final float[] ODD = { 4 / 16f, 4 / 16f };
	private static final double EPSILON = 1e-10;

	private final int channels;
	private final boolean periodic;
	private final LevelNormalisation levelNormalisation;

	private LaplacianPyramid(final int channels, final boolean periodic, final LevelNormalisation levelNormalisation) {
		this.channels = channels;
		this.periodic = periodic;
		this.levelNormalisation = levelNormalisation;
	}

	/** Scales one level of a pyramid. */
	private interface LevelNormalisation {

		void apply(float[] data, int channels);
	}

	/**
	 * Normalises in place.
	 *
	 * @param data channel fastest, of any number of channels
	 * @param levels the number of times the size is halved, at most down to one pixel
	 * @param periodic whether opposite borders are joined
	 */
	public static void normalise(final float[] data, final int width, final int height, final int levels,
		final boolean periodic)
	{
		normalise(data, width, height, levels, periodic, LaplacianPyramid::divideByDeviation);
	}

	/** Laplacian normalisation with {@link NaturalColours} instead of the standard deviation. */
	public static void normaliseNaturally(final float[] data, final int width, final int height, final int levels,
		final boolean periodic)
	{
		normalise(data, width, height, levels, periodic, NaturalColours::balance);
	}

	/** Laplacian normalisation with {@link LocalNormalisation} instead of the standard deviation. */
	public static void normaliseLocally(final float[] data, final int width, final int height, final int levels,
		final boolean periodic)
	{
		normalise(data, width, height, levels, periodic, LocalNormalisation::normalise);
	}

	private static void normalise(final float[] data, final int width, final int height, final int levels,
		final boolean periodic, final LevelNormalisation levelNormalisation)
	{
		new LaplacianPyramid(data.length / (width * height), periodic, levelNormalisation).normalise(data, width, height,
			levels);
	}

	private void normalise(final float[] data, final int width, final int height, final int levels) {
		if (levels == 0 || width == 1 && height == 1) {
			levelNormalisation.apply(data, channels);
			return;
		}
		final int w = (width + 1) / 2;
		final int h = (height + 1) / 2;
		final float[] low = shrink(data, width, height, w, h);
		grow(low, w, h, width, height, -1, data);
		levelNormalisation.apply(data, channels);
		normalise(low, w, h, levels - 1);
		grow(low, w, h, width, height, 1, data);
	}

	private static void divideByDeviation(final float[] data, final int channels) {
		final double std = Math.max(Moments.of(data, data.length).std(), EPSILON);
		for (int i = 0; i < data.length; i++)
			data[i] /= std;
	}

	/** Every second pixel of the blurred image. Rows first, then columns. */
	private float[] shrink(final float[] in, final int width, final int height, final int w, final int h) {
		final float[] rows = new float[channels * w * height];
		each(height, w, y -> {
			for (int x = 0; x < w; x++)
				sum(1, in, y * width, 2 * x - 2, width, KERNEL, rows, y * w + x);
		});
		final float[] out = new float[channels * w * h];
		each(h, w, y -> {
			for (int j = -2; j <= 2; j++)
				addRow(KERNEL[j + 2], rows, index(2 * y + j, height, periodic), out, y, channels * w);
		});
		return out;
	}

	/** Adds sign times the image enlarged to twice its size: three taps for even pixels, two for odd ones. */
	private void grow(final float[] in, final int w, final int h, final int width, final int height, final float sign,
		final float[] out)
	{
		final float[] extended = extended(in, w, h, width, height);
		final float[] rows = new float[channels * width * (h + 2)];
		each(h + 2, width, y -> {
			for (int x = 0; x < width; x++)
				sum(2, extended, y * (w + 2), (x + (x & 1)) >> 1, w + 2, (x & 1) == 0 ? EVEN : ODD, rows, y * width + x);
		});
		each(height, width, y -> {
			for (int j = -2 + (y & 1); j <= 2; j += 2)
				addRow(sign * 2 * KERNEL[j + 2], rows, ((y + j) >> 1) + 1, out, y, channels * width);
		});
	}

	/**
	 * A copy of w * h pixels with another one on each side.
	 *
	 * @param width the size of which w is one half, rounded up
	 */
	private float[] extended(final float[] in, final int w, final int h, final int width, final int height) {
		final int row = channels * (w + 2);
		final float[] out = new float[row * (h + 2)];
		for (int y = 0; y < h; y++) {
			final int to = (y + 1) * row;
			System.arraycopy(in, channels * y * w, out, to + channels, channels * w);
			extend(out, to, channels, channels, w, width);
		}
		extend(out, 0, row, row, h, height);
		return out;
	}

	/**
	 * Sets the element before n consecutive ones and the one after them.
	 *
	 * @param at index of the element before
	 * @param stride from one element to the next
	 * @param size of an element
	 * @param length of the axis of which n is one half, rounded up
	 */
	private void extend(final float[] data, final int at, final int stride, final int size, final int n,
		final int length)
	{
		// the even positions of an odd axis continue at its odd ones, in the middle of two elements
		final boolean between = periodic && length % 2 == 1 && n > 1;
		for (int i = at; i < at + size; i++) {
			final float first = data[i + stride];
			final float last = data[i + n * stride];
			final int after = i + (n + 1) * stride;
			data[i] = between ? (data[i + (n - 1) * stride] + last) / 2 : periodic ? last : first;
			data[after] = between ? (first + data[i + 2 * stride]) / 2 : periodic ? first : last;
		}
	}

	/** Computes rows in parallel; they must not depend on each other. */
	private void each(final int rows, final int columns, final IntConsumer row) {
		ParallelChunks.each(rows, channels * columns, (from, to) -> {
			for (int y = from; y < to; y++)
				row.accept(y);
		});
	}

	/** One output pixel: the weighted sum of consecutive pixels of a row. */
	private void sum(final float factor, final float[] in, final int row, final int first, final int width,
		final float[] weights, final float[] out, final int to)
	{
		if (channels == Picture.RGB) sumColours(factor, in, row, first, width, weights, out, to);
		else for (int i = 0; i < weights.length; i++) {
			final float k = factor * weights[i];
			final int from = channels * (row + index(first + i, width, periodic));
			for (int c = 0; c < channels; c++)
				out[channels * to + c] += k * in[from + c];
		}
	}

	/** Keeps the three sums in registers, which loops over a variable number of channels cannot. */
	private void sumColours(final float factor, final float[] in, final int row, final int first, final int width,
		final float[] weights, final float[] out, final int to)
	{
		float red = 0;
		float green = 0;
		float blue = 0;
		for (int i = 0; i < weights.length; i++) {
			final float k = factor * weights[i];
			final int from = 3 * (row + index(first + i, width, periodic));
			red += k * in[from];
			green += k * in[from + 1];
			blue += k * in[from + 2];
		}
		out[3 * to] = red;
		out[3 * to + 1] = green;
		out[3 * to + 2] = blue;
	}

	private static void addRow(final float k, final float[] in, final int from, final float[] out, final int to,
		final int length)
	{
		final int a = from * length;
		final int b = to * length;
		for (int i = 0; i < length; i++)
			out[b + i] += k * in[a + i];
	}

	private static int index(final int i, final int n, final boolean periodic) {
		if (periodic) return Math.floorMod(i, n);
		return Math.max(0, Math.min(n - 1, i));
	}
}
