package io.deepdream.image;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Evens out the frequencies of a gradient, as the DeepDream tutorial does: splits
 * it into a Laplacian pyramid (P. Burt, E. Adelson 1983; 5-tap binomial kernel),
 * divides every level by its standard deviation and merges the levels. Without it
 * the finest detail wins; with it large shapes appear.
 */
public final class LaplacianPyramid {

	private static final float[] KERNEL = { 1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f };
	/** The taps of which the even and the odd pixels of a doubled image see something. */
	private static final float[] EVEN = { 1 / 16f, 6 / 16f, 1 / 16f };
	private static final float[] ODD = { 4 / 16f, 4 / 16f };
	private static final double EPSILON = 1e-10;

	private LaplacianPyramid() {}

	/**
	 * Normalises in place.
	 *
	 * @param data RGB, channel fastest
	 * @param levels how many times it is halved; halving ends by itself at one pixel
	 */
	public static void normalise(final float[] data, final int width, final int height, final int levels) {
		normalise(data, width, height, levels, LaplacianPyramid::divideBySpread);
	}

	/** The same with colours in natural proportions in every level, as {@link NaturalColours} makes them. */
	public static void normaliseNaturally(final float[] data, final int width, final int height, final int levels) {
		normalise(data, width, height, levels, NaturalColours::balance);
	}

	/** The same with strong and weak places of every level evened out, as {@link LocalNormalisation} does. */
	public static void normaliseLocally(final float[] data, final int width, final int height, final int levels) {
		normalise(data, width, height, levels, LocalNormalisation::even);
	}

	private static void normalise(final float[] data, final int width, final int height, final int levels,
		final Consumer<float[]> evenOut)
	{
		if (levels == 0 || width == 1 && height == 1) {
			evenOut.accept(data);
			return;
		}
		final int w = (width + 1) / 2;
		final int h = (height + 1) / 2;
		final float[] low = shrink(data, width, height, w, h);
		grow(low, w, h, width, height, -1, data);
		evenOut.accept(data);
		normalise(low, w, h, levels - 1, evenOut);
		grow(low, w, h, width, height, 1, data);
	}

	private static void divideBySpread(final float[] data) {
		final double std = Math.max(Moments.of(data, data.length).std(), EPSILON);
		for (int i = 0; i < data.length; i++)
			data[i] /= std;
	}

	/** Every second pixel of the blurred image; the edge pixel is repeated outside. Rows first, then columns. */
	private static float[] shrink(final float[] in, final int width, final int height, final int w, final int h) {
		final float[] rows = new float[3 * w * height];
		each(height, w, y -> {
			for (int x = 0; x < w; x++)
				sum(1, in, y * width, 2 * x - 2, width, KERNEL, rows, y * w + x);
		});
		final float[] out = new float[3 * w * h];
		each(h, w, y -> {
			for (int j = -2; j <= 2; j++)
				addRow(KERNEL[j + 2], rows, clip(2 * y + j, height), out, y, 3 * w);
		});
		return out;
	}

	/** Adds sign times the image stretched to twice its size: even pixels see three taps, odd ones two. */
	private static void grow(final float[] in, final int w, final int h, final int width, final int height,
		final float sign, final float[] out)
	{
		final float[] rows = new float[3 * width * h];
		each(h, width, y -> {
			for (int x = 0; x < width; x++)
				sum(2, in, y * w, (x - 2 + (x & 1)) >> 1, w, (x & 1) == 0 ? EVEN : ODD, rows, y * width + x);
		});
		each(height, width, y -> {
			for (int j = -2 + (y & 1); j <= 2; j += 2)
				addRow(sign * 2 * KERNEL[j + 2], rows, clip((y + j) >> 1, h), out, y, 3 * width);
		});
	}

	/** Rows that do not depend on each other. */
	private static void each(final int rows, final int columns, final IntConsumer work) {
		ParallelChunks.each(rows, 3 * columns, (from, to) -> {
			for (int row = from; row < to; row++)
				work.accept(row);
		});
	}

	/** A pixel of the next size: the weighted sum of pixels of a row from a first one on. */
	private static void sum(final float factor, final float[] in, final int row, final int first,
		final int width, final float[] weights, final float[] out, final int to)
	{
		float red = 0;
		float green = 0;
		float blue = 0;
		for (int i = 0; i < weights.length; i++) {
			final float k = factor * weights[i];
			final int from = 3 * (row + clip(first + i, width));
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

	private static int clip(final int i, final int n) {
		return Math.max(0, Math.min(n - 1, i));
	}
}
