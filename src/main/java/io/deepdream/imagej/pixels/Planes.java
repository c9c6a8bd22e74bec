package io.deepdream.imagej.pixels;

import java.awt.Color;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * The planes of an image that a job dreams, in stack order: those that are
 * displayed at the current position, or all. A composite is one RGB plane at each
 * position, or every channel by itself. The image is read only: its position
 * stays, so that a virtual stack does not load anew what the user looks at.
 */
public final class Planes {

	private final ImagePlus image;
	private final boolean sameType;
	private final boolean merged;
	private final int[] channels;
	private final int[] slices;
	private final int[] frames;

	/**
	 * @param all every slice and frame, not just the current
	 * @param sameType whether results have the image's type; otherwise they are RGB
	 */
	public Planes(final ImagePlus image, final boolean all, final boolean sameType) {
		this.image = image;
		this.sameType = sameType;
		final boolean composite = image.isComposite() && ((CompositeImage) image).getMode() == CompositeImage.COMPOSITE;
		merged = composite && !sameType;
		channels = merged ? new int[1] : range(composite || all, image.getNChannels(), image.getChannel());
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

	public int size() {
		return channels.length * slices.length * frames.length;
	}

	/** The channels that are planes of their own; a merged composite counts as one. */
	public int[] channels() {
		return channels.clone();
	}

	int[] slices() {
		return slices.clone();
	}

	int[] frames() {
		return frames.clone();
	}

	/** Whether a plane is all channels of a composite, as displayed together. */
	boolean merged() {
		return merged;
	}

	/** Whether results have the image's type. */
	boolean sameType() {
		return sameType;
	}

	/** Where the i-th plane is in the image's stack, from 1; of merged channels the first. */
	int stackIndex(final int i) {
		final int position = i / channels.length;
		return image.getStackIndex(merged ? 1 : channels[i % channels.length], slices[position % slices.length],
			frames[position / slices.length]);
	}

	/** The plane that a time series shows one frame earlier, or a stack one slice earlier; negative if there is none. */
	public int previous(final int i) {
		return i - (frames.length > 1 ? channels.length * slices.length : channels.length);
	}

	/** The i-th plane. */
	public Plane get(final int i) {
		final int index = stackIndex(i);
		if (merged) return new DisplayedPlane(composite(index));
		final ImageProcessor ip = processor(index);
		if (ip instanceof ColorProcessor) return new DisplayedPlane(ip);
		final LUT lut = lut(i % channels.length);
		ip.setColorModel(lut.getColorModel());
		ip.setMinAndMax(lut.min, lut.max);
		return sameType ? new GrayPlane(ip) : new DisplayedPlane(ip);
	}

	/** Shares its pixels with the image, but neither its state nor its lookup table. */
	private ImageProcessor processor(final int index) {
		// the shown plane of a virtual stack may have changes that the stack does not know of
		final boolean shown = index == image.getCurrentSlice();
		final ImageStack plane = new ImageStack(image.getWidth(), image.getHeight());
		plane.addSlice(null, (shown ? image.getProcessor() : image.getStack().getProcessor(index)).getPixels());
		return plane.getProcessor(1);
	}

	/** Display range and lookup table of one of the {@link #channels()}, counted from 0; null of RGB. */
	LUT lut(final int channel) {
		final LUT lut = shownLut(channel);
		// ImageJ's automatic range of an image with infinite values is infinite too
		if (lut != null && !(Double.isFinite(lut.min) && Double.isFinite(lut.max))) finiteRange(lut, processor(stackIndex(
			channel)));
		return lut;
	}

	private LUT shownLut(final int channel) {
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

	/** ImageJ's own picture of the channels at a position, in an image of their own. */
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
