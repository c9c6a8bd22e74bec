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

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.filter.EDM;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import io.deepdream.params.DreamException;

/**
 * The region of an image that is dreamed: its area selection with a soft edge on the
 * inside, or the whole image. Pixels outside the selection do not change.
 */
public final class Selection {

	/** Margin around the selection that is part of the network's input, in pixels. */
	private static final int MARGIN = 64;

	private final Rectangle bounds;
	// weight of the dream at each pixel of the bounds; null = 1 everywhere
	private final FloatProcessor weights;

	private Selection(final Rectangle bounds, final FloatProcessor weights) {
		this.bounds = bounds;
		this.weights = weights;
	}

	/**
	 * Reads the selection of an image. Lines and points are ignored.
	 *
	 * @param edge width of the soft edge in pixels
	 * @throws DreamException if an area is selected, but no pixel of the image
	 */
	public static Selection of(final ImagePlus image, final int edge) {
		final Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
		final Selection whole = new Selection(all, null);
		if (image.getRoi() == null || !image.getRoi().isArea()) return whole;
		final Roi roi = (Roi) image.getRoi().clone();
		final Rectangle roiBounds = roi.getBounds();
		roiBounds.grow(MARGIN, MARGIN);
		final Rectangle bounds = roiBounds.intersection(all);
		if (bounds.isEmpty()) throw outside();
		roi.setLocation(roi.getXBase() - bounds.x, roi.getYBase() - bounds.y);
		final ByteProcessor mask = new ByteProcessor(bounds.width, bounds.height);
		mask.setColor(Color.white);
		mask.fill(roi);
		final int selected = mask.getHistogram()[255];
		if (selected == 0) throw outside();
		if (selected == image.getWidth() * (long) image.getHeight()) return whole;
		return new Selection(bounds, fade(mask, edge));
	}

	private static DreamException outside() {
		return new DreamException("The selection lies outside the image: move it into the image, or remove it with Edit > " +
			"Selection > Select None.");
	}

	/** Weights that increase with the distance from the selection's edge, but not from the border of the image. */
	private static FloatProcessor fade(final ByteProcessor mask, final int edge) {
		final FloatProcessor distance = new EDM().makeFloatEDM(mask, 0, false);
		final float[] values = (float[]) distance.getPixels();
		for (int i = 0; i < values.length; i++)
			values[i] = Math.min(1, values[i] / (edge + 1));
		return distance;
	}

	/** Whether the whole image is dreamed. */
	public boolean isWhole() {
		return weights == null;
	}

	/** The region that is the input of the network: bounds of the selection plus a margin. */
	public Rectangle bounds() {
		return new Rectangle(bounds);
	}

	/**
	 * Blends the dream of {@link #bounds()} into a plane, within the selection. NaN values
	 * do not change, since they mark missing measurements.
	 *
	 * @param plane the original plane
	 * @param dream of the same type
	 */
	public void blend(final ImageProcessor plane, final ImageProcessor dream) {
		for (int y = 0; y < bounds.height; y++)
			for (int x = 0; x < bounds.width; x++) {
				final float weight = weights == null ? 1 : weights.getf(x, y);
				if (weight > 0) mix(plane, x + bounds.x, y + bounds.y, dream, x, y, weight);
			}
	}

	private static void mix(final ImageProcessor plane, final int x, final int y, final ImageProcessor dream,
		final int dreamX, final int dreamY, final float weight)
	{
		if (plane instanceof ColorProcessor) {
			final int before = plane.get(x, y);
			final int after = dream.get(dreamX, dreamY);
			int rgb = 0xff;
			for (int shift = 16; shift >= 0; shift -= 8) {
				final int from = before >> shift & 255;
				rgb = rgb << 8 | Math.round(from + weight * ((after >> shift & 255) - from));
			}
			plane.set(x, y, rgb);
			return;
		}
		final float before = plane.getf(x, y);
		if (Float.isNaN(before)) return;
		final float after = dream.getf(dreamX, dreamY);
		if (weight == 1 || Float.isInfinite(before)) plane.setf(x, y, after);
		else {
			final float mixed = before + weight * (after - before);
			plane.setf(x, y, plane instanceof FloatProcessor ? mixed : Math.round(mixed));
		}
	}
}
