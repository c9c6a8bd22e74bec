package io.deepdream.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import io.deepdream.DreamException;

/** The file that a result is written to, checked before any work is done. */
final class SaveFile {

	private static final List<String> TYPES = Arrays.asList("png", "tif", "tiff", "jpg", "jpeg");

	private final Path path;
	private final String type;

	private SaveFile(final Path path, final String type) {
		this.path = path;
		this.type = type;
	}

	/**
	 * @param text a path, or empty for no file
	 * @throws DreamException if such a file cannot be written
	 */
	static SaveFile of(final String text) {
		if (text.isEmpty()) return new SaveFile(null, "");
		final Path path;
		try {
			path = Paths.get(text).toAbsolutePath();
		}
		catch (final InvalidPathException exc) {
			throw new DreamException("\"" + text + "\" is no file name: choose another one.", exc);
		}
		final String type = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (!TYPES.contains(type)) throw new DreamException("The result cannot be written as \"" + text +
			"\": end the file's name in .png, .tif or .jpg.");
		final Path folder = path.getParent();
		if (folder == null || !Files.isDirectory(folder)) throw new DreamException("There is no folder " + folder +
			" to write the result to: make it first, or choose another one.");
		if (Files.exists(path) ? Files.isDirectory(path) || !Files.isWritable(path) : !Files.isWritable(folder))
			throw new DreamException("The file " + path + " cannot be written: choose another folder, or change its " +
				"permissions.");
		return new SaveFile(path, type);
	}

	/** @throws DreamException if writing fails after all; the image itself is untouched */
	void write(final ImagePlus imp) {
		if (path == null) return;
		final boolean redirected = IJ.redirectingErrorMessages();
		// or a failure would open a dialog and wait, in a macro too
		IJ.redirectErrorMessages(true);
		final boolean written;
		try {
			written = write(new FileSaver(imp));
		}
		finally {
			IJ.redirectErrorMessages(redirected);
		}
		try {
			if (written && Files.size(path) > 0) return;
		}
		catch (final IOException exc) {
			// told below
		}
		throw new DreamException("The file " + path + " could not be written: check the free space and choose another " +
			"folder.");
	}

	private boolean write(final FileSaver saver) {
		switch (type) {
			case "png":
				return saver.saveAsPng(path.toString());
			case "jpg":
			case "jpeg":
				return saver.saveAsJpeg(path.toString());
			default:
				return saver.saveAsTiff(path.toString());
		}
	}
}
