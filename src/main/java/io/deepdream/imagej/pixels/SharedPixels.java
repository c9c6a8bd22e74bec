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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * Copies of images that share the pixel arrays. A job reads such a copy, so that it can finish although the user closes
 * or renames the image, or converts it to another type: ImageJ then drops or replaces the arrays. Locking the image
 * would have the same effect, but would refuse other commands.
 */
public final class SharedPixels {

	private SharedPixels() {}

	/**
	 * Copies position, selection, overlay, display range, lookup tables and metadata; a blank title becomes "untitled".
	 *
	 * @throws io.deepdream.params.DreamException if the first plane of a virtual stack cannot be read
	 */
	public static ImagePlus of(final ImagePlus image) {
		final ImagePlus copy = image.getStackSize() > 1 || image.isComposite() ? stack(image) : new ImagePlus("", displayed(image));
		if (image.getType() == ImagePlus.COLOR_256) copy.setTypeToColor256();
		copy.setTitle(ImageTitles.of(image));
		copy.setProperties(image.getPropertiesAsArray());
		copy.setProperty("Info", image.getProperty("Info"));
		copy.setCalibration(image.getCalibration().copy());
		if (image.getOverlay() != null) copy.setOverlay(image.getOverlay().duplicate());
		if (image.getRoi() != null) copy.setRoi((Roi) image.getRoi().clone(), false);
		return copy;
	}

	private static ImageProcessor displayed(final ImagePlus image) {
		final ImageStack plane = new ImageStack(image.getWidth(), image.getHeight());
		plane.addSlice(null, image.getProcessor().getPixels());
		final ImageProcessor copy = plane.getProcessor(1);
		setDisplay(copy, image);
		return copy;
	}

	private static void setDisplay(final ImageProcessor copy, final ImagePlus image) {
		if (copy instanceof ColorProcessor) return;
		final LUT lut = image.getProcessor().getLut();
		copy.setColorModel(lut.getColorModel());
		copy.setMinAndMax(lut.min, lut.max);
	}

	private static ImagePlus stack(final ImagePlus image) {
		final ImagePlus plain = plain(image);
		plain.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
		final ImagePlus copy = image.isComposite() ? new CompositeImage(plain, ((CompositeImage) image).getMode()) : plain;
		copy.setPositionWithoutUpdate(image.getChannel(), image.getSlice(), image.getFrame());
		if (image.isComposite()) ((CompositeImage) copy).copyLuts(image);
		else setDisplay(copy.getProcessor(), image);
		// the displayed plane of a virtual stack may have changes that are not in the stack
		copy.getProcessor().setPixels(image.getProcessor().getPixels());
		copy.setOpenAsHyperStack(image.isHyperStack());
		return copy;
	}

	/** Reads the first plane of a virtual stack. */
	private static ImagePlus plain(final ImagePlus image) {
		final ImageStack stack = image.getStack();
		if (!stack.isVirtual()) return new ImagePlus("", withArraysOf(stack));
		RuntimeException cause = null;
		try {
			final ImagePlus plain = new ImagePlus("", stack);
			if (plain.getProcessor() != null) return plain;
		}
		catch (final RuntimeException exc) {
			// what virtual stacks throw when their file was removed depends on the reader
			cause = exc;
		}
		throw Planes.unreadable(1, image, cause);
	}

	private static ImageStack withArraysOf(final ImageStack stack) {
		final ImageStack copy = new ImageStack(stack.getWidth(), stack.getHeight(), stack.getColorModel());
		for (int i = 1; i <= stack.size(); i++)
			copy.addSlice(stack.getSliceLabel(i), stack.getPixels(i));
		return copy;
	}
}
