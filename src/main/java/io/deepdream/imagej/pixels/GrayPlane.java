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
import java.util.List;

import ij.process.ImageProcessor;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ColourChannels;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.input.ValueLimits;

/**
 * A grayscale plane whose result has the same type, display range and lookup table. The lookup table is ignored, but
 * where the display range scales the input of the network, an inverted one inverts it.
 */
final class GrayPlane implements Plane {

	private final ImageProcessor ip;
	private final NetworkInput input;
	private final ValueLimits range;
	private final boolean inverted;

	/**
	 * @param ip of any type but RGB, with its display range and lookup table; not changed
	 * @param input of a network whose channels are equal, or that reads one
	 */
	GrayPlane(final ImageProcessor ip, final NetworkInput input) {
		this(ip, input, input.limits().areDisplayed() ? ValueLimits.displayed(ip) : input.limits().of(ImagePixels.values(ip)));
	}

	/** @param range the limits of the values */
	GrayPlane(final ImageProcessor ip, final NetworkInput input, final ValueLimits range) {
		this.ip = ip;
		this.input = input;
		this.range = range;
		inverted = input.limits().areDisplayed() && ip.isInvertedLut();
	}

	@Override
	public Picture picture(final Rectangle part) {
		final Picture picture = picture(part, input.limits().areDisplayed());
		if (inverted) ImagePixels.invert(picture);
		return picture;
	}

	private Picture picture(final Rectangle part, final boolean displayed) {
		if (displayed && input.isRgb()) return ImagePixels.fromGray(ip, part);
		final Picture gray = ImagePixels.fromGray(ip, part, range, displayed);
		return input.isRgb() ? ColourChannels.repeated(gray, Picture.RGB) : gray;
	}

	@Override
	public List<ImageProcessor> originals() {
		return List.of(ip.duplicate());
	}

	@Override
	public List<ImageProcessor> results(final Picture picture) {
		final Picture result = inverted ? picture.copy() : picture;
		if (inverted) ImagePixels.invert(result);
		return List.of(ImagePixels.toGray(result, ip, range));
	}

	@Override
	public String obstacle() {
		if (!range.isEmpty()) return "";
		if (!input.limits().areDisplayed()) return input.limits().emptyRange();
		return "The display range is empty (min = max), so the result " + (input.isRgb() ? "of type=same " : "") +
			"would be constant: set it in Image > Adjust > Brightness/Contrast" + (input.isRgb() ? ", or choose type=rgb." : ".");
	}
}
