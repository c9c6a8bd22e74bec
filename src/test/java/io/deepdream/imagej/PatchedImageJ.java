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
 * Runs a macro in ImageJ as Fiji patches it for --headless: arguments a folder to
 * work in, and the macro's file. In a process of its own, since no class of ImageJ
 * may be loaded before.
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
