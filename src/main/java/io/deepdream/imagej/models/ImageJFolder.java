package io.deepdream.imagej.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import ij.IJ;

import io.deepdream.model.ModelFolder;

/** Networks are kept in models/deepdream of ImageJ's own folder. Registered in META-INF/services. */
public final class ImageJFolder implements ModelFolder {

	@Override
	public Path path() {
		final String root = IJ.getDirectory("imagej");
		// without an ImageJ around it, ij.jar names the current folder, which is not ours
		if (root == null || !Files.isDirectory(Paths.get(root, "plugins"))) return null;
		return Paths.get(root, "models", "deepdream");
	}
}
