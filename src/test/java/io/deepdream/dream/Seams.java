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
package io.deepdream.dream;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.deepdream.image.Picture;

/**
 * Visibility of tile borders: the mean absolute difference between the pixels on
 * both sides, divided by that of neighbouring pixels near the border; 1 = invisible.
 * A network's gradient has a periodic pattern with the layer's stride, and borders
 * always lie at the same phase of it. So the ratio is divided by the same ratio at
 * the other multiples of the stride, where there is no border.
 */
final class Seams {

	private static final int NEIGHBOURS = 3;

	private Seams() {}

	static double metric(final Picture picture, final int tile, final int stride) {
		final int w = picture.width();
		final int h = picture.height();
		final double[][] sums = new double[2][2];
		collect(picture.data(), w, h, 3, 3 * w, TileInterval.tiles(w, tile, stride, Halo.NONE), stride, sums);
		collect(picture.data(), h, w, 3 * w, 3, TileInterval.tiles(h, tile, stride, Halo.NONE), stride, sums);
		return sums[1][0] / sums[1][1] / (sums[0][0] / sums[0][1]);
	}

	/** Sums of differences at borders [1] and at other multiples of the stride [0]: at the position itself, and at its neighbours. */
	private static void collect(final float[] data, final int length, final int others, final int along,
		final int across, final List<TileInterval> tiles, final int stride, final double[][] sums)
	{
		final Set<Integer> borders = new HashSet<>();
		for (final TileInterval interval : tiles)
			borders.add(interval.interiorFrom);
		for (int at = stride; at < length - NEIGHBOURS; at += stride)
			for (int o = 0; o < others; o++)
				for (int c = 0; c < 3; c++) {
					final double[] kind = sums[borders.contains(at) ? 1 : 0];
					final int i = at * along + o * across + c;
					kind[0] += Math.abs(data[i] - data[i - along]);
					for (int d = 1; d <= NEIGHBOURS; d++)
						for (int j = i - d * along; j <= i + d * along; j += 2 * d * along)
							kind[1] += Math.abs(data[j] - data[j - along]) / (2 * NEIGHBOURS);
				}
	}
}
