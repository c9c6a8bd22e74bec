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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.pixels.PictureStack;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/** Provides pictures of channels: first those in the cache, then the others as they are rendered. */
public final class ChannelPictures {

	private ChannelPictures() {}

	/**
	 * @param params of the atlas task; the model in it is ignored
	 * @param found receives each picture, on the calling thread
	 * @return false if the listener cancelled
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	public static boolean each(final DeepDream deepDream, final DreamParams params, final DreamListener listener,
		final Consumer<ChannelPicture> found)
	{
		final LayerInfo layer = deepDream.layer(params);
		final PictureCache cache = new PictureCache(deepDream.sha256(), layer.name(), params);
		final List<Integer> missing = new ArrayList<>();
		final List<Integer> channels = deepDream.channels(params);
		for (final int channel : channels) {
			if (listener.isCancelled()) return false;
			final ChannelPicture cached = cache.get(channel);
			if (cached == null) missing.add(channel);
			else found.accept(cached);
		}
		final DreamListener rest = new RestListener(listener, 1 - (double) missing.size() / channels.size());
		return missing.isEmpty() || deepDream.renderChannels(layer, missing, params, rest, (channel, picture, score) -> {
			final ChannelPicture rendered = new ChannelPicture(channel, PictureStack.displayed(picture), score);
			cache.put(rendered);
			found.accept(rendered);
		});
	}
}
