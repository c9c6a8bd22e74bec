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
package io.deepdream.imagej;

import ij.ImagePlus;
import ij.plugin.PlugIn;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.Type;

import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.job.ImgJob;
import io.deepdream.imagej.progress.ImageJListener;
import io.deepdream.imagej.progress.Worker;
import io.deepdream.params.DreamParams;

/** Plugins &gt; DeepDream &gt; Dream..., and a method for scripts. */
public final class DreamPlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		Menu.run("dream");
	}

	/**
	 * Runs the Dream command from a script, without a window, dialog or active image.
	 *
	 * <pre>
	 * ImagePlus dream = DreamPlugin.dream(IJ.openImage("in.tif"), "layer=mixed4c slices=all");
	 * </pre>
	 *
	 * @param input null with start=noise
	 * @param options a macro option string
	 * @return a new image, or the input with output=[in place]; null if cancelled
	 *         before any result was available
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	public static ImagePlus dream(final ImagePlus input, final String options) {
		final DreamParams params = DreamParams.parse(options);
		return new Worker().run(escape -> DreamJob.run(input, params, new ImageJListener(escape)));
	}

	/**
	 * Dreams an image of ImgLib2. The first two axes other than that of the channels are width and height; the planes along
	 * further axes are dreamed one after the other. Where the network does not normalise its input by the image's values, the
	 * range of the type, for more than 8 bits minimum and maximum of each channel, become 0 and 255. A network of three
	 * channels reads an image without channels as gray, a network of one each channel by itself.
	 *
	 * <pre>
	 * RandomAccessibleInterval dream = DreamPlugin.dream(img, -1, "layer=mixed4c");
	 * </pre>
	 *
	 * @param image of a RealType or ARGBType; not changed
	 * @param channelAxis the dimension of the channels; -1 if there is none
	 * @param options a macro option string, without start=noise, output=[in place] and save
	 * @return a new image of the same type and interval; null if cancelled before any result was available
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	public static <T extends Type<T>> RandomAccessibleInterval<T> dream(final RandomAccessibleInterval<T> image,
		final int channelAxis, final String options)
	{
		final DreamParams params = DreamParams.parse(options);
		return new Worker().run(escape -> ImgJob.run(image, channelAxis, params, new ImageJListener(escape)));
	}
}
