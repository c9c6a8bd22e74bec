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
