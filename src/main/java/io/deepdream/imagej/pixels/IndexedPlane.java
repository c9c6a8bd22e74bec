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
import java.awt.image.IndexColorModel;
import java.util.List;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import io.deepdream.image.Picture;

/**
 * A plane whose pixels are indices into a table of colours, such as that of a GIF. The displayed colours are dreamed;
 * the result has the same table, and each of its pixels the nearest colour of it. That keeps the type of the image, as
 * in-place results and stacks must, at the cost of rounding the colours.
 */
final class IndexedPlane implements Plane {

	private final ByteProcessor ip;
	// RGB as displayed
	private final int[] table;

	/** @param ip with its display range and lookup table; not changed */
	IndexedPlane(final ByteProcessor ip) {
		this.ip = ip;
		final int size = ((IndexColorModel) ip.getColorModel()).getMapSize();
		final ByteProcessor entries = like(size, 1);
		for (int i = 0; i < size; i++)
			entries.set(i, i);
		table = (int[]) colours(entries).getPixels();
	}

	/**
	 * Whether pixels are indices and not intensities: by ImageJ's own test for images that cannot be filtered, which have
	 * fewer than 256 entries, or neighbouring ones that differ more than those of a lookup table such as Fire.
	 * ImagePlus.getType() is COLOR_256 for some of these images only, not for a GIF.
	 */
	static boolean isIndexed(final ImagePlus image) {
		if (image.getBitDepth() != 8 || image.isComposite()) return false;
		// without the threshold, which also changes the displayed table
		final ByteProcessor entries = new ByteProcessor(1, 1);
		entries.setColorModel(image.getProcessor().getColorModel());
		return !entries.isPseudoColorLut();
	}

	private ByteProcessor like(final int width, final int height) {
		final ByteProcessor like = new ByteProcessor(width, height);
		like.setColorModel(ip.getColorModel());
		like.setMinAndMax(ip.getMin(), ip.getMax());
		return like;
	}

	private static ColorProcessor colours(final ImageProcessor indices) {
		return (ColorProcessor) indices.duplicate().convertToRGB();
	}

	@Override
	public Picture picture(final Rectangle part) {
		return ImagePixels.fromColour(colours(ip), part);
	}

	@Override
	public List<ImageProcessor> originals() {
		return List.of(ip.duplicate());
	}

	@Override
	public List<ImageProcessor> results(final Picture picture) {
		final ColorProcessor colours = ImagePixels.toColour(picture);
		final ByteProcessor result = like(colours.getWidth(), colours.getHeight());
		for (int i = 0; i < colours.getPixelCount(); i++)
			result.set(i, nearest(colours.get(i)));
		return List.of(result);
	}

	/** Blends colours, because there is no order between neighbouring indices. */
	@Override
	public List<ImageProcessor> blended(final Selection selection, final Picture dream) {
		final ColorProcessor before = colours(ip);
		final ColorProcessor colours = colours(ip);
		selection.blend(colours, ImagePixels.toColour(dream));
		final ImageProcessor result = ip.duplicate();
		for (int i = 0; i < colours.getPixelCount(); i++)
			if (colours.get(i) != before.get(i)) result.set(i, nearest(colours.get(i)));
		return List.of(result);
	}

	private int nearest(final int colour) {
		int nearest = 0;
		int least = Integer.MAX_VALUE;
		for (int i = 0; i < table.length && least > 0; i++) {
			final int distance = distance(colour, table[i]);
			if (distance < least) {
				least = distance;
				nearest = i;
			}
		}
		return nearest;
	}

	/** Square of the Euclidean distance in RGB. */
	private static int distance(final int a, final int b) {
		final int red = (a >> 16 & 255) - (b >> 16 & 255);
		final int green = (a >> 8 & 255) - (b >> 8 & 255);
		final int blue = (a & 255) - (b & 255);
		return red * red + green * green + blue * blue;
	}
}
