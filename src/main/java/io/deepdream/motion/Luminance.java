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
package io.deepdream.motion;

import io.deepdream.image.Picture;
import io.deepdream.image.Resampler;
import io.deepdream.image.Size;

/**
 * The luminance of a picture, by the weights of ITU-R BT.601, which ImageJ's "weighted RGB"
 * conversion uses, too. Of a picture that is not RGB, the mean of its channels.
 */
public final class Luminance {

	private static final float RED = 0.299f;
	private static final float GREEN = 0.587f;
	private static final float BLUE = 0.114f;

	private final Size size;
	private final float[] values;

	/** @param values one for each pixel, row by row, not copied */
	public Luminance(final Size size, final float[] values) {
		if (values.length != size.pixels()) throw new IllegalArgumentException(values.length + " values for " + size + " pixels");
		this.size = size;
		this.values = values;
	}

	/**
	 * Of a picture, reduced in size if it is larger.
	 *
	 * @param maxPixels about the largest number of pixels
	 */
	static Luminance of(final Picture picture, final int maxPixels) {
		final double factor = Math.sqrt((double) maxPixels / picture.size().pixels());
		if (factor >= 1) return of(picture);
		final Size reduced = picture.size().scaled(factor);
		return of(Resampler.resize(picture, Math.max(1, reduced.width()), Math.max(1, reduced.height())));
	}

	private static Luminance of(final Picture picture) {
		final float[] data = picture.data();
		final int channels = picture.channels();
		final float[] values = new float[data.length / channels];
		for (int i = 0, k = 0; i < values.length; i++, k += channels)
			values[i] = channels == Picture.RGB ? RED * data[k] + GREEN * data[k + 1] + BLUE * data[k + 2] : mean(data, k,
				channels);
		return new Luminance(picture.size(), values);
	}

	private static float mean(final float[] data, final int from, final int channels) {
		float sum = 0;
		for (int k = from; k < from + channels; k++)
			sum += data[k];
		return sum / channels;
	}

	public Size size() {
		return size;
	}

	/** Row by row; not a copy. */
	public float[] values() {
		return values;
	}
}
