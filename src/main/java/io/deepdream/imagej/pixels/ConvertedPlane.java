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
import java.util.function.UnaryOperator;

import ij.process.ImageProcessor;

import io.deepdream.imagej.input.ColourChannels;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.input.ValueLimits;
import io.deepdream.image.Picture;

/** A plane of displayed colours for a network that reads something else: their luminance, or colours on another scale. */
final class ConvertedPlane implements Plane {

	private final Plane colours;
	private final UnaryOperator<Picture> forward;
	private final UnaryOperator<Picture> back;
	private final String obstacle;

	private ConvertedPlane(final Plane colours, final UnaryOperator<Picture> forward, final UnaryOperator<Picture> back,
		final String obstacle)
	{
		this.colours = colours;
		this.forward = forward;
		this.back = back;
		this.obstacle = obstacle;
	}

	/** @param colours of the given size */
	static Plane of(final Plane colours, final NetworkInput input, final int width, final int height) {
		final Plane converted = input.isGray() ? new ConvertedPlane(colours, ColourChannels::luminance,
			picture -> ColourChannels.repeated(picture, Picture.RGB), "") : colours;
		if (input.limits().areDisplayed()) return converted;
		final List<ValueLimits> ranges = ColourChannels.ranges(converted.picture(new Rectangle(width, height)), input.limits());
		return new ConvertedPlane(converted, picture -> ColourChannels.scaled(picture, ranges), picture -> ColourChannels.restored(
			picture, ranges), ranges.stream().allMatch(ValueLimits::isEmpty) ? input.limits().emptyRange() : "");
	}

	@Override
	public Picture picture(final Rectangle part) {
		return forward.apply(colours.picture(part));
	}

	@Override
	public List<ImageProcessor> originals() {
		return colours.originals();
	}

	@Override
	public List<ImageProcessor> results(final Picture picture) {
		return colours.results(back.apply(picture));
	}

	@Override
	public List<ImageProcessor> blended(final Selection selection, final Picture dream) {
		return colours.blended(selection, back.apply(dream));
	}

	@Override
	public String obstacle() {
		return obstacle.isEmpty() ? colours.obstacle() : obstacle;
	}
}
