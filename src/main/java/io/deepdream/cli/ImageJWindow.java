package io.deepdream.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import ij.ImageJ;

import io.deepdream.imagej.pixels.SampleSky;

/** Opens ImageJ with the plugin in its menu, using the compiled classes. */
public final class ImageJWindow {

	private ImageJWindow() {}

	/** Opens ImageJ and the sample image. */
	public static ImageJ open() {
		System.setProperty("plugins.dir", pluginsFolder().toString());
		final ImageJ imageJ = new ImageJ(ImageJ.STANDALONE);
		SampleSky.draw(640, 420).show();
		return imageJ;
	}

	/**
	 * Creates a jar that contains only plugins.config, because ImageJ reads this file only
	 * from jars in its plugins folder. The classes are loaded from the class path.
	 */
	private static Path pluginsFolder() {
		final Path folder = Paths.get("target", "imagej").toAbsolutePath();
		try (InputStream config = ImageJWindow.class.getResourceAsStream("/plugins.config")) {
			Files.createDirectories(folder.resolve("plugins"));
			try (OutputStream file = Files.newOutputStream(folder.resolve("plugins").resolve("DeepDream_menu.jar"));
					JarOutputStream jar = new JarOutputStream(file))
			{
				jar.putNextEntry(new JarEntry("plugins.config"));
				config.transferTo(jar);
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return folder;
	}
}
