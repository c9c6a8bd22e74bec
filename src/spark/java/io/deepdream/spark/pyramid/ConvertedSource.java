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
package io.deepdream.spark.pyramid;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ColourChannels;
import io.deepdream.params.DreamException;

/** A picture with another number of channels. */
final class ConvertedSource implements PictureSource {

	private static final long serialVersionUID = 1L;

	private final PictureSource source;
	private final int channels;

	/** @throws DreamException unless it is gray for RGB, or RGB for gray */
	ConvertedSource(final PictureSource source, final int channels) {
		if (channels != 1 && channels != Picture.RGB) throw new DreamException("The network reads " + channels +
			" channels, but the picture has " + source.channels() + ": choose a network of 1 or 3 channels.");
		this.source = source;
		this.channels = channels;
	}

	@Override
	public int width() {
		return source.width();
	}

	@Override
	public int height() {
		return source.height();
	}

	@Override
	public int channels() {
		return channels;
	}

	@Override
	public Picture read(final int x, final int y, final int width, final int height) {
		final Picture region = source.read(x, y, width, height);
		return channels == 1 ? ColourChannels.luminance(region) : ColourChannels.repeated(region, channels);
	}
}
