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

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import io.deepdream.image.Picture;

/** Converts between one channel of a picture and the values of a two-dimensional image of the same size. */
public final class ChannelValues {

	private ChannelValues() {}

	/**
	 * Reads the values into a channel of a picture.
	 *
	 * @param clamp whether values outside the range become 0 or 255
	 */
	public static <T extends RealType<T>> void read(final RandomAccessibleInterval<T> plane, final ValueLimits range,
		final boolean clamp, final Picture picture, final int channel)
	{
		final float[] data = picture.data();
		final Cursor<T> cursor = Views.flatIterable(plane).cursor();
		for (int i = channel; i < data.length; i += picture.channels()) {
			final float value = range.toPicture(cursor.next().getRealDouble());
			data[i] = clamp ? Math.max(0, Math.min(255, value)) : value;
		}
	}

	/**
	 * Writes a channel of a picture; integer types are rounded and clamped to their range. NaN remains, since it marks
	 * missing measurements.
	 */
	public static <T extends RealType<T>> void write(final Picture picture, final int channel,
		final RandomAccessibleInterval<T> plane, final ValueLimits range)
	{
		final float[] data = picture.data();
		final Cursor<T> cursor = Views.flatIterable(plane).cursor();
		for (int i = channel; i < data.length; i += picture.channels())
		{
			final T pixel = cursor.next();
			if (!Double.isNaN(pixel.getRealDouble())) set(pixel, range.fromPicture(data[i]));
		}
	}

	private static void set(final RealType<?> pixel, final double value) {
		final boolean real = pixel instanceof FloatType || pixel instanceof DoubleType;
		pixel.setReal(real ? value : Math.max(pixel.getMinValue(), Math.min(pixel.getMaxValue(), Math.rint(value))));
	}

	/** A copy of the values. */
	public static <T extends RealType<T>> float[] of(final RandomAccessibleInterval<T> plane) {
		final float[] values = new float[Math.toIntExact(Views.iterable(plane).size())];
		final Cursor<T> cursor = Views.flatIterable(plane).cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().getRealFloat();
		return values;
	}
}
