package io.deepdream.imagej.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import ij.IJ;

import io.deepdream.model.ModelFolder;

/** The folder of installed networks in ImageJ: models/deepdream. Registered in META-INF/services. */
public final class ImageJFolder implements ModelFolder {

	@Override
	public Path path() {
		final String root = IJ.getDirectory("imagej");
		// if ij.jar is not in an ImageJ installation, "imagej" is the current directory
		if (root == null || !Files.isDirectory(Paths.get(root, "plugins"))) return null;
		return Paths.get(root, "models", "deepdream");
	}
}
