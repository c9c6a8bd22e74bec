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

import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import io.deepdream.image.Picture;

/** Two-dimensional channels, each of which is a channel of the picture; a single one is all channels of an RGB network. */
final class RealImgPlane<T extends RealType<T>> implements ImgPlane {

	private final List<RandomAccessibleInterval<T>> channels;
	private final NetworkInput input;
	private final List<ValueLimits> limits;

	/** @param displayed of each channel, where the normalisation does not set limits */
	RealImgPlane(final List<RandomAccessibleInterval<T>> channels, final NetworkInput input, final List<ValueLimits> displayed) {
		this.channels = channels;
		this.input = input;
		limits = input.limits().areDisplayed() ? displayed : input.limits().of(channels.stream().map(ChannelValues::of).collect(Collectors
			.toList()));
	}

	@Override
	public Picture picture() {
		final RandomAccessibleInterval<T> first = channels.get(0);
		final Picture picture = Picture.create(first.dimension(0), first.dimension(1), channels.size());
		for (int c = 0; c < channels.size(); c++)
			ChannelValues.read(channels.get(c), limits.get(c), input.limits().areDisplayed(), picture, c);
		return isRepeated() ? ColourChannels.repeated(picture, input.channels()) : picture;
	}

	private boolean isRepeated() {
		return channels.size() == 1 && input.isRgb();
	}

	@Override
	public void write(final Picture picture) {
		final Picture result = isRepeated() ? ColourChannels.mean(picture) : picture;
		for (int c = 0; c < channels.size(); c++)
			ChannelValues.write(result, c, channels.get(c), limits.get(c));
	}

	@Override
	public String obstacle() {
		if (limits.stream().anyMatch(range -> !range.isEmpty())) return "";
		return input.limits().areDisplayed() ? "All values of the image are equal, so the result would be constant: choose another " +
			"image." : input.limits().emptyRange();
	}
}
