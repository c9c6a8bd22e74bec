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

import java.io.Serializable;
import java.util.function.UnaryOperator;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ColourChannels;
import io.deepdream.imagej.input.ValueLimits;
import io.deepdream.params.DreamException;

/** A picture whose pixels are computed from those of another, each by itself. */
final class DerivedSource implements PictureSource {

	private static final long serialVersionUID = 1L;

	/** May change and return the region. */
	private interface Conversion extends UnaryOperator<Picture>, Serializable {}

	private final PictureSource source;
	private final int channels;
	private final Conversion conversion;

	private DerivedSource(final PictureSource source, final int channels, final Conversion conversion) {
		this.source = source;
		this.channels = channels;
		this.conversion = conversion;
	}

	/** With values that are scaled so that a display range becomes 0..255. */
	static PictureSource scaled(final PictureSource source, final ValueLimits displayed) {
		return new DerivedSource(source, source.channels(), region -> {
			final float[] data = region.data();
			for (int i = 0; i < data.length; i++)
				data[i] = displayed.toPicture(data[i]);
			region.clamp();
			return region;
		});
	}

	/**
	 * With another number of channels.
	 *
	 * @throws DreamException unless it is gray for RGB, or RGB for gray
	 */
	static PictureSource converted(final PictureSource source, final int channels) {
		if (channels != 1 && channels != Picture.RGB) throw new DreamException("The network reads " + channels +
			" channels, but the picture has " + source.channels() + ": choose a network of 1 or 3 channels.");
		return new DerivedSource(source, channels, region -> channels == 1 ? ColourChannels.luminance(region) : ColourChannels
			.repeated(region, channels));
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
		return conversion.apply(source.read(x, y, width, height));
	}
}
