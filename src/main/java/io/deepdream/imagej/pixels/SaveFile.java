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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.GifWriter;
import ij.plugin.filter.AVI_Writer;

import io.deepdream.params.DreamException;
import io.deepdream.params.FilePath;

/** The file or folder of the save parameter, checked before the job starts. */
public final class SaveFile {

	private static final List<String> STACK_TYPES = Arrays.asList("tif", "tiff", "avi", "gif");
	private static final List<String> TYPES = Arrays.asList("png", "jpg", "jpeg", "tif", "tiff", "avi", "gif");

	// null = do not save
	private final Path path;
	// empty for a folder
	private final String type;

	private SaveFile(final Path path, final String type) {
		this.path = path;
		this.type = type;
	}

	/**
	 * @param text a path; empty = do not save
	 * @param slices number of slices of the result
	 * @throws DreamException if the file cannot be written
	 */
	public static SaveFile of(final String text, final int slices) {
		if (text.isEmpty()) return new SaveFile(null, "");
		final Path path = FilePath.of(text).toAbsolutePath();
		if (Files.isDirectory(path)) {
			if (!Files.isWritable(path)) throw new DreamException("The folder " + path +
				" cannot be written to: choose another one, or change its permissions.");
			return new SaveFile(path, "");
		}
		final String type = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (!TYPES.contains(type)) throw new DreamException("The file format of \"" + text +
			"\" is not supported: use a file name that ends in .png, .tif, .jpg, .avi or .gif, or an existing folder.");
		if (slices > 1 && !STACK_TYPES.contains(type)) throw new DreamException("A ." + type +
			" file stores only one slice, but the result has " + slices + ": use a file name that ends in .tif, .avi or .gif.");
		final Path folder = path.getParent();
		if (folder == null || !Files.isDirectory(folder)) throw new DreamException("The folder " + folder +
			" does not exist: create it, or choose another one.");
		if (Files.exists(path) ? !Files.isWritable(path) : !Files.isWritable(folder)) throw new DreamException("The file " +
			path + " cannot be written: choose another folder, or change its permissions.");
		return new SaveFile(path, type);
	}

	/** @throws DreamException if writing fails; the image itself is not affected */
	public void write(final ImagePlus imp) {
		if (path == null) return;
		final Path file = type.isEmpty() ? newFile(imp.getTitle()) : path;
		final boolean redirected = IJ.redirectingErrorMessages();
		// otherwise ImageJ would show errors in a dialog, also in macros
		IJ.redirectErrorMessages(true);
		IOException cause = null;
		try {
			if (write(imp, file.toString()) && Files.size(file) > 0) return;
		}
		catch (final IOException exc) {
			cause = exc;
		}
		finally {
			IJ.redirectErrorMessages(redirected);
		}
		throw new DreamException("The file " + file + " could not be written: check the free space and choose another " +
			"folder.", cause);
	}

	/** A new file in the folder, named after the image. */
	private Path newFile(final String title) {
		// characters that are not allowed in file names, and path separators
		final String name = FilePath.representable(title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replaceFirst("(?i)\\.tiff?$", ""));
		Path file = path.resolve(name + ".tif");
		for (int i = 1; Files.exists(file); i++)
			file = path.resolve(name + "-" + i + ".tif");
		return file;
	}

	private boolean write(final ImagePlus imp, final String file) throws IOException {
		switch (type) {
			case "png":
				return new FileSaver(imp).saveAsPng(file);
			case "jpg":
			case "jpeg":
				return new FileSaver(imp).saveAsJpeg(file);
			case "avi":
				new AVI_Writer().writeImage(movie(imp), file, AVI_Writer.JPEG_COMPRESSION, 90);
				return true;
			case "gif":
				return GifWriter.save(movie(imp), file) == null;
			default:
				return new FileSaver(imp).saveAsTiff(file);
		}
	}

	/** Every position as displayed, in RGB, because the movie writers omit channels. */
	private static ImagePlus movie(final ImagePlus imp) {
		final Planes planes = new Planes(imp, true, false);
		final ImageStack stack = new ImageStack(imp.getWidth(), imp.getHeight());
		for (int i = 0; i < planes.size(); i++)
			stack.addSlice(planes.get(i).originals().get(0));
		final ImagePlus movie = new ImagePlus(imp.getTitle(), stack);
		movie.setCalibration(imp.getCalibration());
		return movie;
	}
}
