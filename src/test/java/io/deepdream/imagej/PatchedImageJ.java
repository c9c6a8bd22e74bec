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
