package io.deepdream.imagej.pixels;

import java.awt.Rectangle;

import ij.ImagePlus;
import ij.WindowManager;

import io.deepdream.image.Picture;
import io.deepdream.params.DreamException;

/** Reads the guide image. */
public final class Guide {

	private Guide() {}

	/**
	 * @param titleOrPath title of an open image, or path of a file; empty = no guide
	 * @return the guide as displayed; null = no guide
	 * @throws DreamException if the image does not exist
	 */
	public static Picture picture(final String titleOrPath) {
		if (titleOrPath.isEmpty()) return null;
		final ImagePlus open = WindowManager.getImage(titleOrPath);
		final ImagePlus guide = open != null ? open : read(titleOrPath);
		return new Planes(guide, false, false).get(0).picture(new Rectangle(guide.getWidth(), guide.getHeight()));
	}

	private static ImagePlus read(final String path) {
		final ImagePlus image = ImageFiles.open(path);
		if (image != null) return image;
		throw new DreamException("There is no guide \"" + path +
			"\": give the title of an open image, or the path of a file that ImageJ can open.");
	}
}
