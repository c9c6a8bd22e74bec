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
package io.deepdream.imagej.job;

import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.Type;
import net.imglib2.util.Intervals;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

import io.deepdream.DeepDream;
import io.deepdream.dream.Dream;
import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ImgPlane;
import io.deepdream.imagej.input.ImgPlanes;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.pixels.Guide;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Output;
import io.deepdream.params.Parameter;
import io.deepdream.params.Start;

/** The Dream command for images of ImgLib2. */
public final class ImgJob {

	private ImgJob() {}

	/**
	 * Dreams an image. The first two axes other than that of the channels are width and height; the planes along further
	 * axes are dreamed one after the other.
	 *
	 * @param image of a RealType or ARGBType; not changed
	 * @param channelAxis the dimension of the channels; -1 if there is none
	 * @return a new image of the same type and interval; null if cancelled before any result was available
	 * @throws DreamException for errors that the user can correct
	 */
	public static <T extends Type<T>> RandomAccessibleInterval<T> run(final RandomAccessibleInterval<T> image,
		final int channelAxis, final DreamParams params, final DreamListener listener)
	{
		if (params.is(Parameter.START, Start.NOISE) || params.is(Parameter.OUTPUT, Output.IN_PLACE) || !params.get(
			Parameter.SAVE).isEmpty()) throw new DreamException(
				"start=noise, output=[in place] and save need images of ImageJ: remove them, or give an ImagePlus.");
		final Guide guide = Guide.of(params.get(Parameter.GUIDE));
		try (DeepDream deepDream = DeepDream.open(params.get(Parameter.MODEL), listener)) {
			final NetworkInput network = NetworkInput.of(deepDream);
			final Img<T> result = copy(image);
			final boolean finished = dream(deepDream, ImgPlanes.of(result, channelAxis, network), guide.picture(network), deepDream
				.fitted(params, listener), listener);
			return finished ? Views.translate(result, Intervals.minAsLongArray(image)) : null;
		}
		catch (final OutOfMemoryError exc) {
			throw DreamJob.outOfMemory(exc);
		}
	}

	/** Returns whether there is a result. */
	private static boolean dream(final DeepDream deepDream, final List<ImgPlane> planes, final Picture guide,
		final DreamParams params, final DreamListener listener)
	{
		final SlicesListener slices = new SlicesListener(listener, planes.size());
		for (int i = 0; i < planes.size(); i++) {
			slices.begin(i);
			final ImgPlane plane = planes.get(i);
			if (!plane.obstacle().isEmpty()) throw new DreamException(plane.obstacle());
			final Picture picture = plane.picture();
			final Dream dream = deepDream.dream(picture, guide, params, slices);
			if (dream.picture() != null) plane.write(dream.enlarged(picture));
			if (dream.picture() == null || dream.cancelled()) return i > 0 || dream.picture() != null;
		}
		return true;
	}

	private static <T extends Type<T>> Img<T> copy(final RandomAccessibleInterval<T> image) {
		final Img<T> copy = Util.getSuitableImgFactory(image, Util.getTypeFromInterval(image)).create(image);
		final Cursor<T> to = Views.flatIterable(copy).cursor();
		for (final T value : Views.flatIterable(image))
			to.next().set(value);
		return copy;
	}
}
