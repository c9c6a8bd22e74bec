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
import ij.plugin.GifWriter;
import ij.plugin.filter.AVI_Writer;

import io.deepdream.DreamException;

/** The file that a result is written to, checked before any work is done. */
final class SaveFile {

	private static final List<String> TYPES = Arrays.asList("png", "tif", "tiff", "jpg", "jpeg");
	private static final List<String> MOVIE_TYPES = Arrays.asList("avi", "gif", "tif", "tiff");
	private static final int MOVIE_QUALITY = 90;

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
		return of(text, TYPES, ".png, .tif or .jpg");
	}

	/** The same for all frames of a stack. */
	static SaveFile movie(final String text) {
		return of(text, MOVIE_TYPES, ".avi, .gif or .tif");
	}

	private static SaveFile of(final String text, final List<String> types, final String endings) {
		if (text.isEmpty()) return new SaveFile(null, "");
		final Path path;
		try {
			path = Paths.get(text).toAbsolutePath();
		}
		catch (final InvalidPathException exc) {
			throw new DreamException("\"" + text + "\" is no file name: choose another one.", exc);
		}
		final String type = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (!types.contains(type)) throw new DreamException("The result cannot be written as \"" + text +
			"\": end the file's name in " + endings + ".");
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
			written = write(imp, new FileSaver(imp));
		}
		catch (final IOException exc) {
			throw failed(exc);
		}
		finally {
			IJ.redirectErrorMessages(redirected);
		}
		try {
			if (written && Files.size(path) > 0) return;
		}
		catch (final IOException exc) {
			throw failed(exc);
		}
		throw failed(null);
	}

	private DreamException failed(final Throwable cause) {
		return new DreamException("The file " + path + " could not be written: check the free space and choose another " +
			"folder.", cause);
	}

	private boolean write(final ImagePlus imp, final FileSaver saver) throws IOException {
		switch (type) {
			case "png":
				return saver.saveAsPng(path.toString());
			case "jpg":
			case "jpeg":
				return saver.saveAsJpeg(path.toString());
			case "avi":
				new AVI_Writer().writeImage(imp, path.toString(), AVI_Writer.JPEG_COMPRESSION, MOVIE_QUALITY);
				return true;
			case "gif":
				// its answer is an error message, or null
				return GifWriter.save(imp, path.toString()) == null;
			default:
				return imp.getStackSize() > 1 ? saver.saveAsTiffStack(path.toString()) : saver.saveAsTiff(path.toString());
		}
	}
}
