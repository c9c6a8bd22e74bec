package io.deepdream.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
		final FileSaver saver = new FileSaver(imp);
		final boolean written;
		switch (type) {
			case "png":
				written = saver.saveAsPng(path.toString());
				break;
			case "jpg":
			case "jpeg":
				written = saver.saveAsJpeg(path.toString());
				break;
			default:
				written = saver.saveAsTiff(path.toString());
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
}
