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
package io.deepdream.imagej.job;

import ij.gui.Roi;
import ij.process.FloatProcessor;

import io.deepdream.engine.Activations;
import io.deepdream.engine.ReceptiveField;

/**
 * Maps the positions of a layer to image coordinates: of a layer with a position for each pixel, such as the output of a
 * U-Net, the pixels themselves; of other layers the centres of the receptive fields.
 */
final class LayerPositions {

	private final ReceptiveField across;
	private final ReceptiveField down;
	private final double firstX;
	private final double firstY;

	/**
	 * @param across the receptive fields along an image's rows
	 * @param down those along its columns
	 * @param width of the image in pixels
	 * @param height of the image in pixels
	 */
	LayerPositions(final ReceptiveField across, final ReceptiveField down, final int width, final int height) {
		this.across = across;
		this.down = down;
		firstX = first(across, width);
		firstY = first(down, height);
	}

	/** The coordinate of position 0. */
	private static double first(final ReceptiveField field, final int pixels) {
		// decoders shift receptive fields by a pixel or less, but position i was trained on the label of pixel i
		return field.positions() == pixels ? 0 : field.centre();
	}

	/** The x coordinate in pixels, possibly between two pixels. */
	double x(final int position) {
		return firstX + position % across.positions() * across.stride().value();
	}

	/** The y coordinate in pixels. */
	double y(final int position) {
		return firstY + position / across.positions() * down.stride().value();
	}

	/**
	 * The positions inside a selection; if it contains none, the nearest one.
	 *
	 * @return null = all positions: no area or point is selected within the image
	 */
	boolean[] within(final Roi roi, final int width, final int height) {
		if (roi == null || roi.isLine() || !roi.getBounds().intersects(-1, -1, width + 2.0, height + 2.0)) return null;
		final boolean[] within = new boolean[across.positions() * down.positions()];
		final double centreX = roi.getBounds().getCenterX();
		final double centreY = roi.getBounds().getCenterY();
		int nearest = 0;
		double least = Double.POSITIVE_INFINITY;
		boolean any = false;
		for (int p = 0; p < within.length; p++) {
			within[p] = roi.isArea() && roi.contains((int) Math.round(x(p)), (int) Math.round(y(p)));
			any |= within[p];
			final double distance = Math.hypot(x(p) - centreX, y(p) - centreY);
			if (distance < least) {
				least = distance;
				nearest = p;
			}
		}
		if (!any) within[nearest] = true;
		return within;
	}

	/** How many pixels a map has for each of the image along an axis: more than one where a pixel has several positions. */
	int magnification() {
		return across.stride().positionsCovering(1);
	}

	/**
	 * The activation map of a channel in the size of the image times the {@link #magnification()}: linear interpolation,
	 * constant beyond the outer positions.
	 *
	 * @param width of the image
	 * @param height of the image
	 */
	FloatProcessor map(final Activations activations, final int channel, final int width, final int height) {
		final FloatProcessor positions = new FloatProcessor(activations.width(), activations.height());
		for (int p = 0; p < activations.width() * activations.height(); p++)
			positions.setf(p, activations.values()[p * activations.channels() + channel]);
		final FloatProcessor map = new FloatProcessor(width * magnification(), height * magnification());
		for (int y = 0; y < map.getHeight(); y++) {
			final double v = (imageCoordinate(y) - firstY) / down.stride().value();
			for (int x = 0; x < map.getWidth(); x++)
				map.setf(x, y, interpolate(positions, (imageCoordinate(x) - firstX) / across.stride().value(), v));
		}
		return map;
	}

	/** The centre of a map's pixel, in pixels of the image. */
	private double imageCoordinate(final int pixel) {
		return (pixel + 0.5) / magnification() - 0.5;
	}

	private static float interpolate(final FloatProcessor values, final double u, final double v) {
		final double x = Math.max(0, Math.min(values.getWidth() - 1, u));
		final double y = Math.max(0, Math.min(values.getHeight() - 1, v));
		final int i = Math.min((int) x, Math.max(0, values.getWidth() - 2));
		final int j = Math.min((int) y, Math.max(0, values.getHeight() - 2));
		final int right = Math.min(i + 1, values.getWidth() - 1);
		final int below = Math.min(j + 1, values.getHeight() - 1);
		final double top = values.getf(i, j) + (x - i) * (values.getf(right, j) - values.getf(i, j));
		final double bottom = values.getf(i, below) + (x - i) * (values.getf(right, below) - values.getf(i, below));
		return (float) (top + (y - j) * (bottom - top));
	}
}
