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
package io.deepdream.imagej.input;

import java.util.ArrayList;
import java.util.List;

import io.deepdream.image.Picture;

/** Changes the number of channels of pictures, or their values, one channel after the other. */
public final class ColourChannels {

	/** Of ITU-R BT.601, as in ImageJ's weighted conversion of RGB to gray. */
	private static final double[] LUMINANCE = { 0.299, 0.587, 0.114 };

	private ColourChannels() {}

	/** @param picture RGB */
	public static Picture luminance(final Picture picture) {
		final float[] rgb = picture.data();
		final float[] gray = new float[rgb.length / Picture.RGB];
		for (int i = 0; i < gray.length; i++)
			gray[i] = (float) (LUMINANCE[0] * rgb[3 * i] + LUMINANCE[1] * rgb[3 * i + 1] + LUMINANCE[2] * rgb[3 * i + 2]);
		return new Picture(picture.size(), 1, gray);
	}

	/** A picture with the first channel of another one in each of its channels. */
	public static Picture repeated(final Picture picture, final int channels) {
		final float[] from = picture.data();
		final float[] to = new float[Math.multiplyExact(from.length / picture.channels(), channels)];
		for (int i = 0; i < to.length; i++)
			to[i] = from[i / channels * picture.channels()];
		return new Picture(picture.size(), channels, to);
	}

	/** One channel as a picture of its own. */
	public static Picture channel(final Picture picture, final int channel) {
		final int channels = picture.channels();
		final float[] values = new float[picture.data().length / channels];
		for (int i = 0; i < values.length; i++)
			values[i] = picture.data()[i * channels + channel];
		return new Picture(picture.size(), 1, values);
	}

	/** The mean of the channels. */
	public static Picture mean(final Picture picture) {
		final float[] from = picture.data();
		final int channels = picture.channels();
		final float[] to = new float[from.length / channels];
		for (int i = 0; i < to.length; i++) {
			double sum = 0;
			for (int c = 0; c < channels; c++)
				sum += from[i * channels + c];
			to[i] = (float) (sum / channels);
		}
		return new Picture(picture.size(), 1, to);
	}

	/** The range of each channel. */
	public static List<ValueLimits> ranges(final Picture picture, final InputLimits limits) {
		final List<float[]> values = new ArrayList<>();
		for (int c = 0; c < picture.channels(); c++)
			values.add(channel(picture, c).data());
		return limits.of(values);
	}

	public static Picture scaled(final Picture picture, final List<ValueLimits> ranges) {
		final Picture scaled = picture.copy();
		final float[] data = scaled.data();
		for (int i = 0; i < data.length; i++)
			data[i] = ranges.get(i % ranges.size()).toPicture(data[i]);
		return scaled;
	}

	/** The inverse of {@link #scaled}. */
	public static Picture restored(final Picture picture, final List<ValueLimits> ranges) {
		final Picture restored = picture.copy();
		final float[] data = restored.data();
		for (int i = 0; i < data.length; i++)
			data[i] = (float) ranges.get(i % ranges.size()).fromPicture(data[i]);
		return restored;
	}
}
