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

import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

/** Creates the result image, with the input's dimensions, calibration, lookup tables, labels and overlay. */
public final class DreamResult {

	private final ImagePlus input;
	private final Planes planes;

	/** @param input as {@link SharedPixels} copies it at the start of the job */
	public DreamResult(final ImagePlus input, final Planes planes) {
		this.input = input;
		this.planes = planes;
	}

	/** @param finished the finished planes, in stack order; all channels of each position */
	public ImagePlus of(final String title, final List<ImageProcessor> finished) {
		ImagePlus result = new ImagePlus(title, stack(finished));
		result.setProperties(input.getPropertiesAsArray());
		setDimensions(result);
		if (planes.sameType() && result.getBitDepth() != 24) {
			if (planes.channels().length > 1) result = composite(result);
			else result.setLut(planes.lut(0));
			if (input.getType() == ImagePlus.COLOR_256) result.setTypeToColor256();
		}
		calibrate(result);
		if (finished.size() == 1) result.setProp("Slice_Label", label(0));
		else if (finished.size() == planes.results()) result.setPositionWithoutUpdate(position(planes.channels(), input
			.getChannel()), position(planes.slices(), input.getSlice()), position(planes.frames(), input.getFrame()));
		if (input.getOverlay() != null && result.getWidth() == input.getWidth()) result.setOverlay(overlay());
		return result;
	}

	private ImageStack stack(final List<ImageProcessor> finished) {
		final ImageStack stack = new ImageStack(finished.get(0).getWidth(), finished.get(0).getHeight());
		for (int i = 0; i < finished.size(); i++)
			stack.addSlice(finished.size() == 1 ? null : label(i), finished.get(i));
		return stack;
	}

	private String label(final int i) {
		return input.getStack().getSliceLabel(planes.stackIndex(i));
	}

	/** The dimensions of the input; after cancelling, complete frames if possible. */
	private void setDimensions(final ImagePlus result) {
		final int channels = planes.channels().length;
		final int slices = planes.slices().length;
		final int positions = result.getStackSize() / channels;
		if (positions % slices == 0) result.setDimensions(channels, slices, positions / slices);
		else result.setDimensions(channels, positions, 1);
		result.setOpenAsHyperStack(input.getOpenAsHyperStack() && result.getStackSize() > 1);
	}

	private ImagePlus composite(final ImagePlus result) {
		if (!input.isComposite()) {
			result.setLut(planes.lut(0));
			return result;
		}
		final CompositeImage composite = new CompositeImage(result, ((CompositeImage) input).getMode());
		composite.copyLuts(input);
		composite.setOpenAsHyperStack(result.getOpenAsHyperStack());
		return composite;
	}

	private void calibrate(final ImagePlus result) {
		final Calibration calibration = input.getCalibration().copy();
		// the result of a cancelled dream may be smaller, with the same field of view
		calibration.pixelWidth *= (double) input.getWidth() / result.getWidth();
		calibration.pixelHeight *= (double) input.getHeight() / result.getHeight();
		calibration.xOrigin *= (double) result.getWidth() / input.getWidth();
		calibration.yOrigin *= (double) result.getHeight() / input.getHeight();
		if (!planes.sameType()) calibration.disableDensityCalibration();
		result.setCalibration(calibration);
	}

	private static int position(final int[] positions, final int wanted) {
		return Math.max(1, index(positions, wanted));
	}

	/** The overlay elements at the positions of the result. */
	private Overlay overlay() {
		final Overlay overlay = input.getOverlay().duplicate();
		final int[] c = planes.channels();
		final int[] z = planes.slices();
		final int[] t = planes.frames();
		for (int i = overlay.size() - 1; i >= 0; i--) {
			final Roi roi = overlay.get(i);
			if (roi.hasHyperStackPosition()) {
				final int channel = planes.merged() ? 0 : roi.getCPosition();
				if (outside(c, channel) || outside(z, roi.getZPosition()) || outside(t, roi.getTPosition())) overlay.remove(i);
				else if (planes.results() == 1) roi.setPosition(0);
				else roi.setPosition(index(c, channel), index(z, roi.getZPosition()), index(t, roi.getTPosition()));
			}
			else if (roi.getPosition() > 0) {
				final int plane = plane(roi.getPosition());
				if (plane == 0) overlay.remove(i);
				else roi.setPosition(planes.results() == 1 ? 0 : plane);
			}
		}
		return overlay;
	}

	private static boolean outside(final int[] positions, final int wanted) {
		return wanted > 0 && index(positions, wanted) == 0;
	}

	/** The index of a position, from 1; 0 if not found, which ImageJ treats as "all positions". */
	private static int index(final int[] positions, final int wanted) {
		for (int i = 0; i < positions.length; i++)
			if (positions[i] == wanted) return i + 1;
		return 0;
	}

	/** The plane of the result for a stack index of the input, from 1; 0 if none. */
	private int plane(final int stackIndex) {
		final int channels = planes.merged() ? input.getNChannels() : 1;
		for (int i = 0; i < planes.results(); i++)
			if (stackIndex >= planes.stackIndex(i) && stackIndex < planes.stackIndex(i) + channels) return i + 1;
		return 0;
	}
}
