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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

import io.deepdream.params.DreamException;

/** Divides an image of ImgLib2 into what is dreamed at once. */
public final class ImgPlanes {

	private ImgPlanes() {}

	/**
	 * @param image of a RealType or ARGBType
	 * @param channelAxis the dimension of the channels; -1 if there is none
	 * @return all channels at each position along the axes after width and height, or each channel for a network of one
	 * @throws DreamException if there is no such axis, or the network reads another number of channels
	 */
	public static List<ImgPlane> of(final RandomAccessibleInterval<?> image, final int channelAxis, final NetworkInput input) {
		final int axes = image.numDimensions();
		if (channelAxis < -1 || channelAxis >= axes) throw new DreamException("An image of " + axes + " dimensions has no axis " +
			channelAxis + ": give -1 if it has no channels, or a number from 0 to " + (axes - 1) + ".");
		if (axes - (channelAxis < 0 ? 0 : 1) < 2) throw new DreamException("An image of " + axes + " dimensions" + (channelAxis < 0
			? "" : ", one of which is that of the channels,") + " has no width and height: add them, or give another axis.");
		final Object type = Util.getTypeFromInterval(image);
		if (type instanceof ARGBType) {
			if (channelAxis >= 0) throw new DreamException("The colours of an ARGBType are no axis: give -1 as that of the channels.");
			return ofColours(image, input);
		}
		if (type instanceof RealType) return ofReal(image, channelAxis, input);
		throw new DreamException("An image of " + type.getClass().getSimpleName() +
			" cannot be dreamed: convert it to a RealType or an ARGBType.");
	}

	private static List<ImgPlane> ofColours(final RandomAccessibleInterval<?> image, final NetworkInput input) {
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<ARGBType> colours = (RandomAccessibleInterval<ARGBType>) image;
		final List<ImgPlane> planes = new ArrayList<>();
		for (final RandomAccessibleInterval<ARGBType> plane : planes(colours))
			planes.add(new ColourImgPlane(plane, input));
		return planes;
	}

	private static <T extends RealType<T>> List<ImgPlane> ofReal(final RandomAccessibleInterval<?> image, final int channelAxis,
		final NetworkInput input)
	{
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<T> real = (RandomAccessibleInterval<T>) image;
		final List<RandomAccessibleInterval<T>> channels = channels(real, channelAxis);
		final boolean separate = input.isGray() || input.isRgb() && channels.size() == 1;
		if (!separate) input.requireChannels(channels.size());
		final List<ValueLimits> limits = new ArrayList<>();
		final List<List<RandomAccessibleInterval<T>>> planes = new ArrayList<>();
		for (final RandomAccessibleInterval<T> channel : channels) {
			limits.add(displayed(channel));
			planes.add(planes(channel));
		}
		final List<ImgPlane> result = new ArrayList<>();
		for (int i = 0; i < planes.get(0).size(); i++) {
			final List<RandomAccessibleInterval<T>> together = new ArrayList<>();
			for (int c = 0; c < channels.size(); c++) {
				final RandomAccessibleInterval<T> plane = planes.get(c).get(i);
				if (separate) result.add(new RealImgPlane<>(List.of(plane), input, limits.subList(c, c + 1)));
				else together.add(plane);
			}
			if (!separate) result.add(new RealImgPlane<>(together, input, limits));
		}
		return result;
	}

	private static <T> List<RandomAccessibleInterval<T>> channels(final RandomAccessibleInterval<T> image, final int axis) {
		if (axis < 0) return List.of(image);
		final List<RandomAccessibleInterval<T>> channels = new ArrayList<>();
		for (long c = image.min(axis); c <= image.max(axis); c++)
			channels.add(Views.hyperSlice(image, axis, c));
		return channels;
	}

	/** The planes of the first two axes. */
	private static <T> List<RandomAccessibleInterval<T>> planes(final RandomAccessibleInterval<T> image) {
		if (image.numDimensions() == 2) return List.of(image);
		final List<RandomAccessibleInterval<T>> planes = new ArrayList<>();
		for (final RandomAccessibleInterval<T> part : channels(image, image.numDimensions() - 1))
			planes.addAll(planes(part));
		return planes;
	}

	/** As ImageJ displays an image that it opens: the range of the type for 8 bits, otherwise minimum and maximum. */
	private static <T extends RealType<T>> ValueLimits displayed(final RandomAccessibleInterval<T> channel) {
		final T type = Util.getTypeFromInterval(channel);
		if (type instanceof IntegerType && type.getBitsPerPixel() <= 8) return new ValueLimits(type.getMinValue(), type
			.getMaxValue());
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (final T pixel : Views.iterable(channel)) {
			final double value = pixel.getRealDouble();
			if (!Double.isFinite(value)) continue;
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		return min > max ? new ValueLimits(0, 0) : new ValueLimits(min, max);
	}
}
