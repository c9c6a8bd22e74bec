package io.deepdream.dream;

import io.deepdream.params.DreamException;
import io.deepdream.engine.Axis;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;

/** How far beyond its core a tile must look. */
final class Reach {

	/** Wider than any receptive field in use, and far from overflow. */
	private static final int LARGEST = 10_000;

	private Reach() {}

	/**
	 * @param text {@code exact}, or a number of pixels
	 * @return for an axis of the given length, the pixels before and after a core
	 *         that begins and ends at multiples of the stride
	 * @throws DreamException if the text is neither
	 */
	static int[] of(final String text, final GradientEngine engine, final Objective objective, final Axis axis,
		final int length)
	{
		if (!text.equals("exact")) {
			final int pixels = pixels(text);
			return new int[] { pixels, pixels };
		}
		int before = 0;
		int after = 0;
		for (final LayerInfo layer : objective.layers()) {
			final ReceptiveField extent = engine.receptiveField(layer.name(), axis, length);
			before = Math.max(before, -extent.first());
			// the last position of a core lies one stride before the core's end
			after = Math.max(after, extent.last() - extent.stride() + 1);
		}
		return new int[] { before, after };
	}

	private static int pixels(final String text) {
		if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= LARGEST) return Integer.parseInt(text);
		throw new DreamException("overlap=" + text + " is not allowed: give exact, or pixels from 0 to " + LARGEST + ".");
	}
}
