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
import java.util.List;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import io.deepdream.image.Picture;

/** A plane as displayed, with display range and lookup table applied; its result is RGB. */
final class DisplayedPlane implements Plane {

	private final ImageProcessor ip;

	/** @param ip of any type, with its display range and lookup table; not changed */
	DisplayedPlane(final ImageProcessor ip) {
		this.ip = ip;
	}

	@Override
	public Picture picture(final Rectangle part) {
		if (ip instanceof ColorProcessor) return ImagePixels.fromColour((ColorProcessor) ip, part);
		// without a colour lookup table, 16 and 32 bit images keep more than 256 levels
		if (isPlainGray(ip.getLut())) return ImagePixels.fromGray(ip, part);
		return ImagePixels.fromColour(colours(), part);
	}

	private static boolean isPlainGray(final LUT lut) {
		for (int i = 0; i < lut.getMapSize(); i++)
			if ((lut.getRGB(i) & 0xffffff) != i * 0x010101) return false;
		return true;
	}

	private ColorProcessor colours() {
		return (ColorProcessor) ip.duplicate().convertToRGB();
	}

	@Override
	public List<ImageProcessor> originals() {
		return List.of(colours());
	}

	@Override
	public List<ImageProcessor> results(final Picture picture) {
		return List.of(ImagePixels.toColour(picture));
	}
}
