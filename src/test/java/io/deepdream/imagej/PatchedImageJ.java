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
package io.deepdream.imagej;

import java.io.File;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import net.imagej.patcher.LegacyEnvironment;

/**
 * Runs a macro in an ImageJ patched like Fiji's --headless mode. Arguments: a working
 * folder and the macro file. Needs a separate process, because ImageJ's classes must not
 * be loaded before they are patched.
 */
public final class PatchedImageJ {

	private PatchedImageJ() {}

	public static void main(final String... args) throws Exception {
		final File menu = new File(args[0], "DeepDream_menu.jar");
		try (InputStream config = PatchedImageJ.class.getResourceAsStream("/plugins.config");
				JarOutputStream jar = new JarOutputStream(new FileOutputStream(menu)))
		{
			jar.putNextEntry(new JarEntry("plugins.config"));
			config.transferTo(jar);
		}
		final LegacyEnvironment imageJ = new LegacyEnvironment(PatchedImageJ.class.getClassLoader(), true);
		imageJ.noPluginClassLoader();
		imageJ.suppressIJ1ScriptDiscovery();
		imageJ.addPluginClasspath(menu);
		imageJ.runMacro(Files.readString(Path.of(args[1])), "");
		System.exit(0);
	}
}
