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

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ColourChannels;
import io.deepdream.imagej.input.ValueLimits;

/**
 * Collects pictures as the slices of one image: RGB, gray, or a composite. Pictures that were not made from an image have
 * 8 bits per channel: RGB for three channels, gray for one, and ImageJ's colours of composites for other numbers.
 */
public final class PictureStack {

	private static final ValueLimits BYTES = new ValueLimits(0, 255);
	/** Those of ImageJ's composites. */
	private static final Color[] COLOURS = { Color.red, Color.green, Color.blue, Color.white, Color.cyan, Color.magenta,
		Color.yellow };

	private final ImageStack stack = new ImageStack();
	/** The channels of the first slice, whose display ranges and lookup tables all slices have. */
	private List<ImageProcessor> first;

	/** @param picture of the size and number of channels of those before it */
	public void add(final String label, final Picture picture) {
		add(label, processors(picture));
	}

	/** @param channels one processor per channel, or RGB */
	public void add(final String label, final List<ImageProcessor> channels) {
		if (first == null) first = channels;
		for (final ImageProcessor channel : channels)
			stack.addSlice(label, channel);
	}

	private static List<ImageProcessor> processors(final Picture picture) {
		if (picture.channels() == Picture.RGB) return List.of(ImagePixels.toColour(picture));
		final List<ImageProcessor> processors = new ArrayList<>();
		for (int c = 0; c < picture.channels(); c++) {
			final ImageProcessor ip = ImagePixels.toGray(ColourChannels.channel(picture, c), new ByteProcessor(1, 1), BYTES);
			if (picture.channels() > 1) ip.setLut(LUT.createLutFromColor(COLOURS[c % COLOURS.length]));
			processors.add(ip);
		}
		return processors;
	}

	/** The number of slices. */
	public int size() {
		return first == null ? 0 : stack.size() / first.size();
	}

	/** The slices as frames of one slice each. */
	public ImagePlus movie(final String title) {
		return image(title, 1, size());
	}

	public ImagePlus image(final String title) {
		return image(title, size(), 1);
	}

	private ImagePlus image(final String title, final int slices, final int frames) {
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(first.size(), slices, frames);
		if (first.size() == 1) {
			if (image.getBitDepth() != 24) image.setLut(first.get(0).getLut());
			return image;
		}
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		for (int c = 0; c < first.size(); c++)
			composite.setChannelLut(first.get(c).getLut(), c + 1);
		composite.setOpenAsHyperStack(true);
		return composite;
	}

	/** A picture as ImageJ displays it: RGB, or gray for one channel. */
	public static ImageProcessor displayed(final Picture picture) {
		return displayed(processors(picture));
	}

	/** The channels as ImageJ displays them: one of them as it is, several in RGB. */
	public static ImageProcessor displayed(final List<ImageProcessor> channels) {
		if (channels.size() == 1) return channels.get(0);
		final PictureStack single = new PictureStack();
		single.add(null, channels);
		return Planes.displayed(single.image(""));
	}
}
