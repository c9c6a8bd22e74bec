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
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ColourConversion;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.input.ValueLimits;
import io.deepdream.params.DreamException;

/**
 * The planes of an image that a job dreams, in stack order: those displayed at the
 * current position, or all. A composite has one RGB plane per position (merged), or one
 * plane per channel, or, for a network that reads several channels, one plane per position
 * with a result for each channel (joined). Reading does not change the position of the
 * image, which would reload the displayed plane of a virtual stack.
 */
public final class Planes {

	private final ImagePlus image;
	private final boolean sameType;
	private final boolean merged;
	private final boolean joined;
	private final boolean indexed;
	private final NetworkInput input;
	private final int[] channels;
	private final int[] slices;
	private final int[] frames;

	/**
	 * @param all all slices and frames; otherwise the current ones
	 * @param sameType whether results have the image's type; otherwise they are RGB
	 */
	public Planes(final ImagePlus image, final boolean all, final boolean sameType) {
		this(image, all, sameType, NetworkInput.DISPLAYED);
	}

	/**
	 * @param sameType whether results have the image's type, as they always have for a network that does not read RGB, except
	 *          those of an image with indexed colours
	 * @param input of the network
	 * @throws DreamException if the image has another number of channels than the network joins
	 */
	public Planes(final ImagePlus image, final boolean all, final boolean sameType, final NetworkInput input) {
		this.image = image;
		this.input = input;
		this.sameType = sameType || !input.isRgb() && !IndexedPlane.isIndexed(image);
		joined = input.joinsChannels();
		if (joined) input.requireChannels(image.getBitDepth() == 24 ? Picture.RGB : image.getNChannels());
		final boolean composite = image.isComposite() && ((CompositeImage) image).getMode() == CompositeImage.COMPOSITE;
		merged = composite && !this.sameType;
		indexed = this.sameType && IndexedPlane.isIndexed(image);
		channels = merged ? new int[1] : range(composite || all || joined, image.getNChannels(), image.getChannel());
		slices = range(all, image.getNSlices(), image.getSlice());
		frames = range(all, image.getNFrames(), image.getFrame());
	}

	private static int[] range(final boolean all, final int count, final int current) {
		if (!all) return new int[] { current };
		final int[] range = new int[count];
		for (int i = 0; i < count; i++)
			range[i] = i + 1;
		return range;
	}

	/** The number of planes, each of which is dreamed by itself. */
	public int size() {
		return joined ? positions() : results();
	}

	/** The number of positions in the slices and frames of the image; the result has as many. */
	public int positions() {
		return slices.length * frames.length;
	}

	/** The number of processors of the result. */
	public int results() {
		return channels.length * positions();
	}

	/** Whether the image has colours, of which a network of one channel reads the luminance. */
	public boolean losesColours() {
		return input.isGray() && (image.getBitDepth() == 24 || IndexedPlane.isIndexed(image));
	}

	/** The channels that have results of their own; one element for a merged composite. */
	public int[] channels() {
		return channels.clone();
	}

	int[] slices() {
		return slices.clone();
	}

	int[] frames() {
		return frames.clone();
	}

	/** Whether each plane merges all channels of a composite. */
	boolean merged() {
		return merged;
	}

	/** Whether results have the image's type. */
	public boolean sameType() {
		return sameType;
	}

	/** The stack index of the i-th processor of the result, from 1; of merged channels the first. */
	int stackIndex(final int i) {
		final int position = i / channels.length;
		return image.getStackIndex(merged ? 1 : channels[i % channels.length], slices[position % slices.length],
			frames[position / slices.length]);
	}

	/** Whether results are rounded to the colours of a table, the lookup table of an image with indexed colours. */
	public boolean indexed() {
		return indexed;
	}

	/** The index of the same plane in the previous frame, or in the previous slice of a single frame; negative if none. */
	public int previous(final int i) {
		final int planes = size() / positions();
		return i - (frames.length > 1 ? planes * slices.length : planes);
	}

	/**
	 * The i-th plane.
	 *
	 * @throws DreamException if it cannot be read from a virtual stack
	 */
	public Plane get(final int i) {
		if (joined) return joined(i * channels.length);
		final int index = stackIndex(i);
		if (merged) return converted(new DisplayedPlane(composite(index)));
		final ImageProcessor ip = processor(index);
		if (ip instanceof ColorProcessor) return converted(new DisplayedPlane(ip));
		display(ip, i);
		if (indexed) return converted(new IndexedPlane((ByteProcessor) ip));
		return sameType ? new GrayPlane(ip, input) : converted(new DisplayedPlane(ip));
	}

	private Plane converted(final Plane colours) {
		if (input.readsDisplayed()) return colours;
		return new ConvertedPlane(colours, ColourConversion.of(input, () -> colours.picture(new Rectangle(image.getWidth(), image
			.getHeight()))));
	}

	private void display(final ImageProcessor ip, final int result) {
		final LUT lut = lut(result % channels.length);
		ip.setColorModel(lut.getColorModel());
		ip.setMinAndMax(lut.min, lut.max);
	}

	/** @param first the first result at the position */
	private Plane joined(final int first) {
		final List<ImageProcessor> ips = new ArrayList<>();
		for (int c = 0; c < channels.length; c++) {
			ips.add(processor(stackIndex(first + c)));
			display(ips.get(c), first + c);
		}
		final List<ValueLimits> ranges = input.limits().areDisplayed() ? ips.stream().map(ValueLimits::displayed).collect(
			Collectors.toList()) : input.limits().of(ips.stream().map(ImagePixels::values).collect(Collectors.toList()));
		final List<GrayPlane> planes = new ArrayList<>();
		for (int c = 0; c < channels.length; c++)
			planes.add(new GrayPlane(ips.get(c), input, ranges.get(c)));
		return new ChannelsPlane(planes);
	}

	/**
	 * The plane at the current position of an image; of channels with planes of their own, the current one.
	 *
	 * @throws DreamException as the constructor and {@link #get}
	 */
	public static Plane current(final ImagePlus image, final NetworkInput input) {
		final Planes planes = new Planes(image, false, false, input);
		return planes.get(planes.size() == 1 ? 0 : image.getChannel() - 1);
	}

	/** As {@link #current}, a region of it. */
	public static Plane current(final ImagePlus image, final NetworkInput input, final Rectangle region) {
		return new CroppedPlane(current(image, input), region);
	}

	/** The current position of an image as displayed, in RGB. */
	public static ColorProcessor displayed(final ImagePlus image) {
		return (ColorProcessor) current(image, NetworkInput.DISPLAYED).originals().get(0);
	}

	/** A new processor on the image's pixel array, with a state and lookup table of its own. */
	private ImageProcessor processor(final int index) {
		// the displayed plane of a virtual stack may have changes that are not in the stack
		final ImageProcessor source = index == image.getCurrentSlice() ? image.getProcessor() : fromStack(index);
		final ImageStack plane = new ImageStack(image.getWidth(), image.getHeight());
		plane.addSlice(null, source.getPixels());
		return plane.getProcessor(1);
	}

	private ImageProcessor fromStack(final int index) {
		RuntimeException cause = null;
		try {
			final ImageProcessor source = image.getStack().getProcessor(index);
			if (source != null && source.getPixels() != null) return source;
		}
		catch (final RuntimeException exc) {
			// what virtual stacks throw when their file was removed depends on the reader
			cause = exc;
		}
		throw unreadable(index, image, cause);
	}

	static DreamException unreadable(final int index, final ImagePlus image, final RuntimeException cause) {
		return new DreamException("Plane " + index + " of \"" + ImageTitles.of(image) +
			"\" cannot be read: check that its file still exists, or open the image without \"virtual stack\".", cause);
	}

	/** Display range and lookup table of an element of {@link #channels()}; null for RGB. */
	LUT lut(final int channel) {
		final LUT lut = displayedLut(channel);
		// ImageJ's automatic display range is infinite if the image has infinite values
		if (lut != null && !(Double.isFinite(lut.min) && Double.isFinite(lut.max))) finiteRange(lut, processor(stackIndex(
			channel)));
		return lut;
	}

	private LUT displayedLut(final int channel) {
		if (!image.isComposite()) return image.getProcessor().getLut();
		final LUT lut = (LUT) ((CompositeImage) image).getChannelLut(channels[channel]).clone();
		if (sameType || ((CompositeImage) image).getMode() != CompositeImage.GRAYSCALE) return lut;
		final LUT gray = LUT.createLutFromColor(Color.white);
		gray.min = lut.min;
		gray.max = lut.max;
		return gray;
	}

	private static void finiteRange(final LUT lut, final ImageProcessor ip) {
		lut.min = Double.POSITIVE_INFINITY;
		lut.max = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < ip.getPixelCount(); i++)
			if (Float.isFinite(ip.getf(i))) {
				lut.min = Math.min(lut.min, ip.getf(i));
				lut.max = Math.max(lut.max, ip.getf(i));
			}
		if (lut.min > lut.max) lut.min = lut.max = 0;
	}

	/** Merges the channels at a position as ImageJ displays them, using a copy of the image. */
	private ColorProcessor composite(final int first) {
		final int n = image.getNChannels();
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		for (int c = 0; c < n; c++)
			stack.addSlice(null, processor(first + c).getPixels());
		final ImagePlus copy = new ImagePlus("", stack);
		copy.setDimensions(n, 1, 1);
		final CompositeImage composite = new CompositeImage(copy, CompositeImage.COMPOSITE);
		composite.copyLuts(image);
		composite.setProperty("CompositeProjection", image.getProp("CompositeProjection"));
		return new ColorProcessor(composite.getImage());
	}
}
