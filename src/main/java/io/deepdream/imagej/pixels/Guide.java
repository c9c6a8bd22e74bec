package io.deepdream.imagej.pixels;

import java.awt.Rectangle;

import ij.ImagePlus;
import ij.WindowManager;

import io.deepdream.image.Picture;
import io.deepdream.params.DreamException;

/** The guide image, converted like every other image. */
public final class Guide {

	private Guide() {}

	/**
	 * @param titleOrPath of an open image, or of a file; empty = none
	 * @return the guide as it is displayed; null if there is none
	 * @throws DreamException if there is no such image
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
