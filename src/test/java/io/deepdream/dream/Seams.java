package io.deepdream.dream;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.deepdream.image.Pictures;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How visible tile borders are: the mean absolute step across them, divided by the
 * mean step elsewhere; 1 = not to be found. Elsewhere is at the other multiples of
 * the layer's stride, where borders could have been: a network's gradient repeats
 * its own fine pattern with the stride, and borders always meet the same phase of
 * it.
 */
final class Seams {

	private Seams() {}

	static double metric(final ArrayImg<FloatType, FloatArray> picture, final int tile, final int stride) {
		final int w = Pictures.width(picture);
		final int h = Pictures.height(picture);
		final double[] sums = new double[2];
		final long[] counts = new long[2];
		collect(Pictures.data(picture), w, h, 3, 3 * w, Span.tiles(w, tile, stride, 0, 0), stride, sums, counts);
		collect(Pictures.data(picture), h, w, 3 * w, 3, Span.tiles(h, tile, stride, 0, 0), stride, sums, counts);
		return sums[1] / counts[1] / (sums[0] / counts[0]);
	}

	private static void collect(final float[] data, final int length, final int others, final int along,
		final int across, final List<Span> spans, final int stride, final double[] sums, final long[] counts)
	{
		final Set<Integer> borders = new HashSet<>();
		for (final Span span : spans)
			borders.add(span.coreFrom);
		for (int at = stride; at < length; at += stride)
			for (int o = 0; o < others; o++)
				for (int c = 0; c < 3; c++) {
					final int i = at * along + o * across + c;
					final int kind = borders.contains(at) ? 1 : 0;
					sums[kind] += Math.abs(data[i] - data[i - along]);
					counts[kind]++;
				}
	}
}
