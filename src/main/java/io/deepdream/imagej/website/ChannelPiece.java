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
package io.deepdream.imagej.website;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import io.deepdream.DeepDream;
import io.deepdream.dream.ChannelRenderer;
import io.deepdream.dream.Dream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.job.ChannelPicture;
import io.deepdream.imagej.job.ChannelPictures;
import io.deepdream.imagej.pixels.PictureStack;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * Some channels of a layer: what is rendered at a time. It begins at a multiple of the batch of the channel atlas, so that
 * the pictures are the same.
 */
public final class ChannelPiece implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final int BATCHES = 2;

	private final String layer;
	private final int from;
	private final int to;

	private ChannelPiece(final String layer, final int from, final int to) {
		this.layer = layer;
		this.from = from;
		this.to = to;
	}

	/** All pieces of a layer. */
	public static List<ChannelPiece> of(final LayerInfo layer) {
		final int size = BATCHES * ChannelRenderer.BATCH;
		final List<ChannelPiece> pieces = new ArrayList<>();
		for (int from = 0; from < layer.channels(); from += size)
			pieces.add(new ChannelPiece(layer.name(), from, Math.min(layer.channels(), from + size)));
		return pieces;
	}

	/**
	 * Renders and writes what is missing.
	 *
	 * @return the finished channels; fewer if the listener cancelled
	 */
	public List<ChannelEntry> render(final DeepDream deepDream, final WebsiteSettings settings, final SiteFiles files,
		final DreamListener listener)
	{
		final List<ChannelEntry> entries = new ArrayList<>();
		for (int channel = from; channel < to; channel++) {
			final ChannelEntry entry = ChannelEntry.read(files, layer, channel);
			if (entry != null) entries.add(entry);
		}
		if (entries.size() == to - from) return entries;
		entries.clear();
		final DreamParams params = settings.params().with(Parameter.LAYER, layer).with(Parameter.CHANNELS, from + "-" + (to -
			1));
		ChannelPictures.each(deepDream, params, listener, picture -> {
			if (write(picture, deepDream, settings, files, listener)) entries.add(new ChannelEntry(layer, picture.channel(), picture
				.score(), picture.origin()));
		});
		entries.forEach(entry -> entry.write(files));
		return entries;
	}

	/** @return false if the listener cancelled */
	private boolean write(final ChannelPicture picture, final DeepDream deepDream, final WebsiteSettings settings,
		final SiteFiles files, final DreamListener listener)
	{
		final int channel = picture.channel();
		files.write(SitePaths.picture(layer, channel), picture.pixels().getBufferedImage());
		if (!settings.hasVariations(picture.origin())) return true;
		final List<Dream> dreams = deepDream.variations(settings.variationParams(layer, channel), DreamListener.cancelledBy(listener));
		for (int i = 0; i < dreams.size(); i++) {
			if (dreams.get(i).cancelled()) return false;
			files.write(SitePaths.variation(layer, channel, i + 1), PictureStack.displayed(dreams.get(i).picture())
				.getBufferedImage());
		}
		return true;
	}

	@Override
	public String toString() {
		return layer + " " + from + "-" + (to - 1);
	}
}
