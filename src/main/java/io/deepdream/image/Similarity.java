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

import java.util.Arrays;

/**
 * A similarity transform of a picture: zoom and rotation about a fixed point.
 * Coordinates refer to pixel centres: (0, 0) is the centre of the first pixel.
 * Interpolates with a Lanczos kernel (a = 3; C. Duchon 1979), which preserves
 * sharpness over many passes; when shrinking, the kernel is widened to avoid
 * aliasing. Outside, the picture is mirrored, so that its borders do not smear.
 *
 * <pre>
 * frame = new Similarity(1.05, 2, 320, 240).apply(frame);
 * </pre>
 */
public final class Similarity {

	private static final int LOBES = 3;

	private final double zoom;
	private final double cos;
	private final double sin;
	private final double centreX;
	private final double centreY;

	/**
	 * @param zoom magnification; above 0
	 * @param degrees clockwise rotation, y pointing down
	 * @param centreX column of the fixed point
	 * @param centreY row of the fixed point
	 */
	public Similarity(final double zoom, final double degrees, final double centreX, final double centreY) {
		this.zoom = zoom;
		cos = Math.cos(Math.toRadians(degrees));
		sin = Math.sin(Math.toRadians(degrees));
		this.centreX = centreX;
		this.centreY = centreY;
	}

	/** A new picture of the same size; values may slightly exceed the range of the source. */
	public Picture apply(final Picture source) {
		final int width = source.width();
		final int height = source.height();
		final int channels = source.channels();
		final Picture result = Picture.create(width, height, channels);
		ParallelChunks.each(height, channels * width, (from, to) -> apply(source, from, to, result.data()));
		return result;
	}

	/** Computes some rows of the result. */
	private void apply(final Picture source, final int firstRow, final int end, final float[] out) {
		final float[] in = source.data();
		final int width = source.width();
		final int channels = source.channels();
		final Taps across = new Taps(width);
		final Taps down = new Taps(source.height());
		final double[] sums = new double[channels];
		int o = channels * firstRow * width;
		for (int y = firstRow; y < end; y++)
			for (int x = 0; x < width; x++, o += channels) {
				// the inverse transform gives the source position
				final double dx = (x - centreX) / zoom;
				final double dy = (y - centreY) / zoom;
				across.at(centreX + cos * dx + sin * dy);
				down.at(centreY - sin * dx + cos * dy);
				Arrays.fill(sums, 0);
				for (int j = 0; j < down.count; j++) {
					final int row = down.index[j] * width;
					for (int i = 0; i < across.count; i++) {
						final double weight = down.weight[j] * across.weight[i];
						final int from = channels * (row + across.index[i]);
						for (int c = 0; c < channels; c++)
							sums[c] += weight * in[from + c];
					}
				}
				for (int c = 0; c < channels; c++)
					out[o + c] = (float) sums[c];
			}
	}

	/** The pixels along one axis and their weights for the value at a position between them. */
	private final class Taps {

		private final double widening = Math.max(1, 1 / zoom);
		private final int length;
		final int[] index = new int[2 * (int) Math.ceil(LOBES * widening) + 1];
		final double[] weight = new double[index.length];
		int count;

		Taps(final int length) {
			this.length = length;
		}

		void at(final double position) {
			final int from = (int) Math.ceil(position - LOBES * widening);
			final int to = (int) Math.floor(position + LOBES * widening);
			count = to - from + 1;
			double sum = 0;
			for (int k = 0; k < count; k++) {
				index[k] = mirrored(from + k, length);
				sum += weight[k] = lanczos((from + k - position) / widening);
			}
			for (int k = 0; k < count; k++)
				weight[k] /= sum;
		}
	}

	/** The index inside the image for any index, with periodic mirroring that repeats border pixels. */
	static int mirrored(final int i, final int length) {
		final int phase = Math.floorMod(i, 2 * length);
		return phase < length ? phase : 2 * length - 1 - phase;
	}

	private static double lanczos(final double distance) {
		if (Math.abs(distance) < 1e-9) return 1;
		if (Math.abs(distance) >= LOBES) return 0;
		final double x = Math.PI * distance;
		return LOBES * Math.sin(x) * Math.sin(x / LOBES) / (x * x);
	}
}
