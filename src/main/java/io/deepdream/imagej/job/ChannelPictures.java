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

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import ij.process.ColorProcessor;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Picture;
import io.deepdream.imagej.pixels.ImagePixels;
import io.deepdream.imagej.pixels.PictureStack;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** Provides pictures of channels: first those in the cache, then the others as they are rendered. */
public final class ChannelPictures {

	private static final Dimension SAMPLE = new Dimension(640, 420);
	private static final int MAX_COLUMNS = 5;
	private static final int MAX_ROWS = 3;

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
			else found.accept(cached.named(layer.channelNames()));
		}
		final DreamListener rest = new RestListener(listener, 1 - (double) missing.size() / channels.size());
		return missing.isEmpty() || deepDream.renderChannels(layer, missing, params, samples(deepDream, params), rest, (channel,
			picture, score, origin) -> {
			final ChannelPicture rendered = new ChannelPicture(channel, PictureStack.displayed(picture), score, origin);
			cache.put(rendered);
			found.accept(rendered.named(layer.channelNames()));
		});
	}

	/** Parts of the sample image, of the size of the pictures, spread over it. */
	private static List<Picture> samples(final DeepDream deepDream, final DreamParams params) {
		final int width = params.whole(Parameter.WIDTH);
		final int height = params.whole(Parameter.HEIGHT);
		final ColorProcessor sample = (ColorProcessor) SampleSky.draw(Math.max(SAMPLE.width, width), Math.max(SAMPLE.height,
			height)).getProcessor();
		final int columns = Math.min(MAX_COLUMNS, sample.getWidth() / width);
		final int rows = Math.min(MAX_ROWS, sample.getHeight() / height);
		final List<Picture> parts = new ArrayList<>();
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++)
				parts.add(SampleSky.withChannels(ImagePixels.fromColour(sample, new Rectangle(x * sample.getWidth() / columns, y *
					sample.getHeight() / rows, width, height)), deepDream.inputChannels()));
		return parts;
	}
}
