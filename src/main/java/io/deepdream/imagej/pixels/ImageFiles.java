package io.deepdream.imagej.pixels;

import java.io.File;

import ij.IJ;
import ij.ImagePlus;

/** Opens image files without ImageJ's error dialogs, which would block macros. */
public final class ImageFiles {

	private ImageFiles() {}

	/** @return null if the file does not exist or ImageJ cannot open it */
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
