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
import java.util.ArrayList;
import java.util.List;

import ij.process.ImageProcessor;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ColourChannels;

/** The channels at one position of an image as one picture; each has a result of its own type, display range and lookup table. */
final class ChannelsPlane implements Plane {

	private final List<GrayPlane> channels;

	/** @param channels planes for a network of one channel */
	ChannelsPlane(final List<GrayPlane> channels) {
		this.channels = channels;
	}

	@Override
	public Picture picture(final Rectangle part) {
		final int n = channels.size();
		final Picture picture = Picture.create(part.width, part.height, n);
		final float[] data = picture.data();
		for (int c = 0; c < n; c++) {
			final float[] channel = channels.get(c).picture(part).data();
			for (int i = 0; i < channel.length; i++)
				data[i * n + c] = channel[i];
		}
		return picture;
	}

	@Override
	public List<ImageProcessor> originals() {
		final List<ImageProcessor> originals = new ArrayList<>();
		for (final GrayPlane channel : channels)
			originals.addAll(channel.originals());
		return originals;
	}

	@Override
	public List<ImageProcessor> results(final Picture picture) {
		final List<ImageProcessor> results = new ArrayList<>();
		for (int c = 0; c < channels.size(); c++)
			results.addAll(channels.get(c).results(ColourChannels.channel(picture, c)));
		return results;
	}

	@Override
	public String obstacle() {
		return channels.stream().anyMatch(channel -> channel.obstacle().isEmpty()) ? "" : channels.get(0).obstacle();
	}
}
