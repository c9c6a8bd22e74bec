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
 * Mean colour and contrast of a picture. Matching the frames of a movie to those of
 * the first frame prevents drift and flicker.
 */
public final class ColourStatistics {

	/** Accepted error of the mean: below one grey level in 50 frames. Clamping to 0..255 changes the mean again. */
	private static final double MEAN_TOLERANCE = 0.02;
	private static final int MAX_ROUNDS = 20;

	private final double[] mean;
	private final double std;

	/** @param contrast largest standard deviation about the mean colour */
	private ColourStatistics(final double[] mean, final double contrast) {
		this.mean = mean;
		std = contrast;
	}

	/**
	 * @param minContrast lower bound of the contrast, for pictures with less
	 */
	public static ColourStatistics of(final Picture picture, final double minContrast) {
		final double[] mean = means(picture);
		return new ColourStatistics(mean, Math.max(minContrast, deviation(picture.data(), mean)));
	}

	/** Mean of each channel. */
	private static double[] means(final Picture picture) {
		final float[] data = picture.data();
		final double[] sum = new double[picture.channels()];
		for (int i = 0; i < data.length; i += sum.length)
			for (int c = 0; c < sum.length; c++)
				sum[c] += data[i + c];
		for (int c = 0; c < sum.length; c++)
			sum[c] /= picture.size().pixels();
		return sum;
	}

	private static double deviation(final float[] data, final double[] mean) {
		double squares = 0;
		for (int i = 0; i < data.length; i += mean.length)
			for (int c = 0; c < mean.length; c++)
				squares += (data[i + c] - mean[c]) * (data[i + c] - mean[c]);
		return Math.sqrt(squares / data.length);
	}

	/**
	 * Shifts a picture to this mean colour and reduces its contrast to this contrast if it is
	 * larger.
	 *
	 * @param picture of as many channels
	 * @param range to which its values are limited
	 */
	public void match(final Picture picture, final ValueRange range) {
		final float[] data = picture.data();
		double[] now = means(picture);
		final double gain = Math.min(1, std / Math.max(1e-9, deviation(data, now)));
		for (int i = 0; i < data.length; i += mean.length)
			for (int c = 0; c < mean.length; c++)
				data[i + c] = (float) (mean[c] + (data[i + c] - now[c]) * gain);
		picture.clamp(range);
		for (int round = 0; round < MAX_ROUNDS; round++) {
			now = means(picture);
			double error = 0;
			for (int c = 0; c < mean.length; c++)
				error = Math.max(error, Math.abs(mean[c] - now[c]));
			if (error < MEAN_TOLERANCE) return;
			for (int i = 0; i < data.length; i += mean.length)
				for (int c = 0; c < mean.length; c++)
					data[i + c] += mean[c] - now[c];
			picture.clamp(range);
		}
	}
}
