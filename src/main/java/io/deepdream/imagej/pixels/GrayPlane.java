package io.deepdream.imagej.pixels;

import java.awt.Rectangle;

import ij.process.ImageProcessor;

import io.deepdream.image.Picture;

/**
 * A grayscale plane whose result has the same type, display range and lookup table. The
 * lookup table is ignored, but an inverted one inverts the input of the network.
 */
final class GrayPlane implements Plane {

	private final ImageProcessor ip;

	/** @param ip of any type but RGB, with its display range and lookup table; not changed */
	GrayPlane(final ImageProcessor ip) {
		this.ip = ip;
	}

	@Override
	public Picture picture(final Rectangle part) {
		final Picture picture = ImagePixels.fromGray(ip, part);
		if (ip.isInvertedLut()) ImagePixels.invert(picture);
		return picture;
	}

	@Override
	public ImageProcessor original() {
		return ip.duplicate();
	}

	@Override
	public ImageProcessor result(final Picture picture) {
		if (ip.isInvertedLut()) ImagePixels.invert(picture);
		return ImagePixels.toGray(picture, ip);
	}

	@Override
	public boolean isFlat() {
		return !(ip.getMax() > ip.getMin());
	}
}
