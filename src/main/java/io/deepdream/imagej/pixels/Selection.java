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

/**
 * Where an image is dreamed: its area selection, whose inside fades in over some
 * pixels, or all of it. Pixels outside keep their bits.
 */
public final class Selection {

	/** Pixels around a selection that are part of the network's input, as context. */
	private static final int CONTEXT = 64;

	private final Rectangle bounds;
	// share of the dream at each pixel of the bounds; null = all of it everywhere
	private final FloatProcessor weights;

	private Selection(final Rectangle bounds, final FloatProcessor weights) {
		this.bounds = bounds;
		this.weights = weights;
	}

	/**
	 * The image's selection, which is not changed. A line, a point, or an area
	 * outside the image is none.
	 *
	 * @param edge width of the fading border in pixels
	 */
	public static Selection of(final ImagePlus image, final int edge) {
		final Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
		final Selection whole = new Selection(all, null);
		if (image.getRoi() == null || !image.getRoi().isArea()) return whole;
		final Roi roi = (Roi) image.getRoi().clone();
		final Rectangle roiBounds = roi.getBounds();
		roiBounds.grow(CONTEXT, CONTEXT);
		final Rectangle bounds = roiBounds.intersection(all);
		if (bounds.isEmpty()) return whole;
		roi.setLocation(roi.getXBase() - bounds.x, roi.getYBase() - bounds.y);
		final ByteProcessor mask = new ByteProcessor(bounds.width, bounds.height);
		mask.setColor(Color.white);
		mask.fill(roi);
		final int selected = mask.getHistogram()[255];
		if (selected == 0 || selected == image.getWidth() * (long) image.getHeight()) return whole;
		return new Selection(bounds, fade(mask, edge));
	}

	/** The image's border is no border of the selection: there the dream does not fade. */
	private static FloatProcessor fade(final ByteProcessor mask, final int edge) {
		final FloatProcessor distance = new EDM().makeFloatEDM(mask, 0, false);
		final float[] values = (float[]) distance.getPixels();
		for (int i = 0; i < values.length; i++)
			values[i] = Math.min(1, values[i] / (edge + 1));
		return distance;
	}

	/** Whether all of the image is dreamed. */
	public boolean isWhole() {
		return weights == null;
	}

	/** The part of the image that goes through the network. */
	public Rectangle bounds() {
		return new Rectangle(bounds);
	}

	/**
	 * Puts the dream of the bounds into a plane. Values that are NaN stay so: there
	 * was nothing measured.
	 *
	 * @param plane as it was; changed within the selection
	 * @param dream of the bounds, of the same type
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
