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
import java.util.function.Supplier;

import io.deepdream.image.Picture;

/** Colours, for a network that reads their luminance, or colours on another scale. */
public final class ColourConversion {

	private final NetworkInput input;
	/** Of each channel; null if displayed colours are not scaled. */
	private final List<ValueLimits> limits;

	private ColourConversion(final NetworkInput input, final List<ValueLimits> limits) {
		this.input = input;
		this.limits = limits;
	}

	/**
	 * @param whole RGB, of the whole image, whose values determine the limits
	 * @throws io.deepdream.params.DreamException if the network reads neither RGB nor one channel
	 */
	public static ColourConversion of(final NetworkInput input, final Supplier<Picture> whole) {
		if (input.joinsChannels()) input.requireChannels(Picture.RGB);
		final ColourConversion unscaled = new ColourConversion(input, null);
		return input.limits().areDisplayed() ? unscaled : new ColourConversion(input, ColourChannels.ranges(unscaled.forward(whole
			.get()), input.limits()));
	}

	/** @param rgb may be returned itself */
	public Picture forward(final Picture rgb) {
		final Picture read = input.isGray() ? ColourChannels.luminance(rgb) : rgb;
		return limits == null ? read : ColourChannels.scaled(read, limits);
	}

	/** RGB from a picture of the network. */
	public Picture back(final Picture picture) {
		final Picture displayed = limits == null ? picture : ColourChannels.restored(picture, limits);
		return input.isGray() ? ColourChannels.repeated(displayed, Picture.RGB) : displayed;
	}

	/** The sentence for an image whose limits are equal; empty if they are not. */
	public String obstacle() {
		return limits != null && limits.stream().allMatch(ValueLimits::isEmpty) ? input.limits().emptyRange() : "";
	}
}
