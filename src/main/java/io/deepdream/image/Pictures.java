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

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import io.deepdream.params.DreamException;

/** Converts gray and colour images of ImgLib2 to RGB pictures, and pictures of any number of channels back. */
public final class Pictures {

	private Pictures() {}

	/**
	 * Three equal channels from a gray image: min becomes 0 and max 255, values
	 * outside are clamped; NaN becomes 0. With min = max, values above it are 255 and
	 * the others 0.
	 *
	 * @param source two-dimensional
	 * @throws DreamException above what one array can hold (about 715 megapixels)
	 */
	public static <T extends RealType<T>> Picture fromReal(final RandomAccessibleInterval<T> source, final double min,
		final double max)
	{
		final Picture picture = Picture.create(source.dimension(0), source.dimension(1));
		final float[] data = picture.data();
		final Cursor<T> cursor = Views.flatIterable(source).cursor();
		for (int i = 0; i < data.length; i += 3) {
			final float value = toDisplay(cursor.next().getRealDouble(), min, max);
			data[i] = data[i + 1] = data[i + 2] = value;
		}
		return picture;
	}

	private static float toDisplay(final double value, final double min, final double max) {
		if (Double.isNaN(value)) return 0;
		if (!(max > min)) return value > min ? 255 : 0;
		return (float) Math.max(0, Math.min(255, (value - min) / (max - min) * 255));
	}

	/**
	 * From a colour image; alpha is ignored.
	 *
	 * @param source two-dimensional
	 * @throws DreamException above what one array can hold (about 715 megapixels)
	 */
	public static Picture fromARGB(final RandomAccessibleInterval<ARGBType> source) {
		final Picture picture = Picture.create(source.dimension(0), source.dimension(1));
		final float[] data = picture.data();
		final Cursor<ARGBType> cursor = Views.flatIterable(source).cursor();
		for (int i = 0; i < data.length; i += 3) {
			final int argb = cursor.next().get();
			data[i] = ARGBType.red(argb);
			data[i + 1] = ARGBType.green(argb);
			data[i + 2] = ARGBType.blue(argb);
		}
		return picture;
	}

	/**
	 * Writes a picture into a colour image of the same size, rounded, clamped to 0..255,
	 * opaque: one channel as gray, otherwise the first three as red, green and blue; of two
	 * channels, blue is 0.
	 */
	public static void toARGB(final Picture picture, final RandomAccessibleInterval<ARGBType> target) {
		final float[] data = picture.data();
		final Cursor<ARGBType> cursor = Views.flatIterable(target).cursor();
		final int channels = picture.channels();
		final int green = Math.min(1, channels - 1);
		for (int i = 0; i < data.length; i += channels) {
			final float blue = channels == 1 ? data[i] : channels == 2 ? 0 : data[i + 2];
			cursor.next().set(ARGBType.rgba(data[i], data[i + green], blue, 255));
		}
	}

	/**
	 * Writes the mean of a picture's channels into a gray image of the same size: 0
	 * becomes min and 255 becomes max; integer types are rounded and clamped to their
	 * range.
	 */
	public static <T extends RealType<T>> void toReal(final Picture picture, final RandomAccessibleInterval<T> target,
		final double min, final double max)
	{
		final float[] data = picture.data();
		final Cursor<T> cursor = Views.flatIterable(target).cursor();
		final int channels = picture.channels();
		for (int i = 0; i < data.length; i += channels) {
			final T pixel = cursor.next();
			double sum = 0;
			for (int c = 0; c < channels; c++)
				sum += data[i + c];
			final double gray = sum / channels;
			double value = min + gray / 255 * (max - min);
			if (!(pixel instanceof FloatType)) value = Math.max(pixel.getMinValue(), Math.min(pixel.getMaxValue(), Math
				.rint(value)));
			pixel.setReal(value);
		}
	}
}
