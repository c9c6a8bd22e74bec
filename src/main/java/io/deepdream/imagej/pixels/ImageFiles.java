package io.deepdream.imagej.pixels;

import java.io.File;

import ij.IJ;
import ij.ImagePlus;

/** Opens image files without ImageJ's own messages, which would wait for a click on OK. */
public final class ImageFiles {

	private ImageFiles() {}

	/** @return null if there is no such file, or it is no image that ImageJ can open */
	public static ImagePlus open(final String path) {
		if (!new File(path).isFile()) return null;
		final boolean redirected = IJ.redirectingErrorMessages();
		IJ.redirectErrorMessages(true);
		try {
			return IJ.openImage(path);
		}
		finally {
			IJ.redirectErrorMessages(redirected);
		}
	}
}
