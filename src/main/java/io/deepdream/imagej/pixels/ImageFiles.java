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

import java.io.IOException;
import java.nio.file.Files;

import ij.IJ;
import ij.ImagePlus;

import io.deepdream.params.FilePath;

/** Opens image files without ImageJ's error dialogs, which would block macros. */
public final class ImageFiles {

	private ImageFiles() {}

	/**
	 * @param path of an image, or of an array of NumPy (.npy)
	 * @return null if the file does not exist or cannot be opened
	 * @throws io.deepdream.params.DreamException if the system's locale cannot represent the path
	 */
	public static ImagePlus open(final String path) {
		if (!Files.isRegularFile(FilePath.of(path))) return null;
		if (path.endsWith(".npy")) return array(path);
		final boolean redirected = IJ.redirectingErrorMessages();
		IJ.redirectErrorMessages(true);
		try {
			return IJ.openImage(path);
		}
		finally {
			IJ.redirectErrorMessages(redirected);
		}
	}

	private static ImagePlus array(final String path) {
		try {
			return NumpyImage.open(FilePath.of(path));
		}
		catch (final IOException exc) {
			return null;
		}
	}
}
