package io.deepdream.imagej.pixels;

import java.awt.Rectangle;

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
		return ImagePixels.fromColour(original(), part);
	}

	private static boolean isPlainGray(final LUT lut) {
		for (int i = 0; i < lut.getMapSize(); i++)
			if ((lut.getRGB(i) & 0xffffff) != i * 0x010101) return false;
		return true;
	}

	@Override
	public ColorProcessor original() {
		return (ColorProcessor) ip.duplicate().convertToRGB();
	}

	@Override
	public ImageProcessor result(final Picture picture) {
		return ImagePixels.toColour(picture);
	}
}
