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
package io.deepdream.imagej.pixels;

import java.awt.Rectangle;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;
import io.deepdream.imagej.input.ChannelValues;
import io.deepdream.imagej.input.ValueLimits;

/** Converts between pictures and ImageProcessors, whose pixel arrays are wrapped by ImgLib2. */
public final class ImagePixels {

	private ImagePixels() {}

	/** Converts a region of a colour image. */
	public static Picture fromColour(final ColorProcessor ip, final Rectangle part) {
		return Pictures.fromARGB(crop(ArrayImgs.argbs((int[]) ip.getPixels(), ip.getWidth(), ip.getHeight()), part));
	}

	/** Converts a colour image. */
	public static Picture fromColour(final ColorProcessor ip) {
		return fromColour(ip, new Rectangle(ip.getWidth(), ip.getHeight()));
	}

	/** Converts a region of a grayscale image to RGB with its display range, without its lookup table. */
	static Picture fromGray(final ImageProcessor ip, final Rectangle part) {
		return fromReal(wrap(ip), part, ip.getMin(), ip.getMax());
	}

	/**
	 * Converts a region of a grayscale image to a picture of one channel, without its lookup table.
	 *
	 * @param clamp whether values outside the range become 0 or 255
	 */
	static Picture fromGray(final ImageProcessor ip, final Rectangle part, final ValueLimits range, final boolean clamp) {
		final Picture gray = Picture.create(part.width, part.height, 1);
		read(wrap(ip), part, range, clamp, gray);
		return gray;
	}

	/** A copy of the values of a grayscale image. */
	static float[] values(final ImageProcessor ip) {
		return (float[]) ip.convertToFloatProcessor().getPixelsCopy();
	}

	/** Converts a picture to RGB. */
	public static ColorProcessor toColour(final Picture picture) {
		final ColorProcessor ip = new ColorProcessor(picture.width(), picture.height());
		Pictures.toARGB(picture, ArrayImgs.argbs((int[]) ip.getPixels(), ip.getWidth(), ip.getHeight()));
		return ip;
	}

	/** Converts the mean of a picture's channels to the type, display range and lookup table of another processor. */
	static ImageProcessor toGray(final Picture picture, final ImageProcessor like, final ValueLimits range) {
		final ImageProcessor ip = like.createProcessor(picture.width(), picture.height());
		write(picture, wrap(ip), range);
		ip.setColorModel(like.getColorModel());
		ip.setMinAndMax(like.getMin(), like.getMax());
		return ip;
	}

	/** Inverts the intensities, in place. */
	static void invert(final Picture picture) {
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++)
			data[i] = 255 - data[i];
	}

	private static <T> RandomAccessibleInterval<T> crop(final RandomAccessibleInterval<T> image, final Rectangle part) {
		return Views.interval(image, FinalInterval.createMinSize(part.x, part.y, part.width, part.height));
	}

	private static <T extends RealType<T>> Picture fromReal(
		final RandomAccessibleInterval<? extends RealType<?>> source, final Rectangle part, final double min,
		final double max)
	{
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<T> typed = (RandomAccessibleInterval<T>) source;
		return Pictures.fromReal(crop(typed, part), min, max);
	}

	private static <T extends RealType<T>> void read(final RandomAccessibleInterval<? extends RealType<?>> source,
		final Rectangle part, final ValueLimits range, final boolean clamp, final Picture gray)
	{
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<T> typed = (RandomAccessibleInterval<T>) source;
		ChannelValues.read(crop(typed, part), range, clamp, gray, 0);
	}

	private static <T extends RealType<T>> void write(final Picture picture,
		final RandomAccessibleInterval<? extends RealType<?>> target, final ValueLimits range)
	{
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<T> typed = (RandomAccessibleInterval<T>) target;
		if (picture.channels() == 1) ChannelValues.write(picture, 0, typed, range);
		else Pictures.toReal(picture, typed, range.min(), range.max());
	}

	private static RandomAccessibleInterval<? extends RealType<?>> wrap(final ImageProcessor ip) {
		final int w = ip.getWidth();
		final int h = ip.getHeight();
		if (ip instanceof ByteProcessor) return ArrayImgs.unsignedBytes((byte[]) ip.getPixels(), w, h);
		if (ip instanceof ShortProcessor) return ArrayImgs.unsignedShorts((short[]) ip.getPixels(), w, h);
		if (ip instanceof FloatProcessor) return ArrayImgs.floats((float[]) ip.getPixels(), w, h);
		throw new IllegalArgumentException("not a grayscale image: " + ip.getClass());
	}
}
