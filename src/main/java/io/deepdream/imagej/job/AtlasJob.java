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

import java.util.Map;
import java.util.TreeMap;

import ij.ImagePlus;
import ij.ImageStack;

import io.deepdream.DeepDream;
import io.deepdream.imagej.job.Job.Display;
import io.deepdream.imagej.pixels.SaveFile;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** The Channel Atlas command: renders the channels of a layer as a stack. Opens no window. */
final class AtlasJob {

	/** Passed to {@link SaveFile}, so that it requires a file format for stacks. */
	private static final int SEVERAL_SLICES = 2;

	private AtlasJob() {}

	/** Implements {@link Job#run}; ignores the input. If cancelled, the stack contains the finished channels. */
	static ImagePlus run(final ImagePlus input, final DreamParams requested, final DreamListener listener,
		final Display display)
	{
		final SaveFile save = SaveFile.of(requested.get(Parameter.SAVE), SEVERAL_SLICES);
		try (DeepDream deepDream = DeepDream.open(requested.get(Parameter.MODEL), listener)) {
			final DreamParams params = deepDream.fitted(requested, listener);
			final Map<Integer, ChannelPicture> pictures = new TreeMap<>();
			ChannelPictures.each(deepDream, params, listener, picture -> pictures.put(picture.channel(), picture));
			if (pictures.isEmpty()) return null;
			final ImageStack stack = new ImageStack(params.whole(Parameter.WIDTH), params.whole(Parameter.HEIGHT));
			for (final ChannelPicture picture : pictures.values())
				stack.addSlice(picture.label(), picture.pixels());
			final ImagePlus result = new ImagePlus("Channels of " + deepDream.layer(params).name(), stack);
			result.setProperty("Info", Provenance.of(deepDream, params, null));
			display.show(result);
			save.write(result);
			return result;
		}
		catch (final OutOfMemoryError exc) {
			throw DreamJob.outOfMemory(exc);
		}
	}
}
