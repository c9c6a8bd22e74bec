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
package io.deepdream.packaging;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import io.deepdream.DeepDream;
import io.deepdream.engine.loading.Platform;

/** An installation of the plugin for tests, made from the compiled classes. */
public final class InstalledCopy {

	private static final String LIBRARIES = "(tensorflow-core|ndarray|javacpp|protobuf-java|jna|picocli|snakeyaml-engine|" +
		"ij1-patcher|javassist|boofcv|ddogleg|ejml|georegression)-.*\\.jar";

	private final Path folder;
	private final Path plugin;

	private InstalledCopy(final Path folder, final Path plugin) {
		this.folder = folder;
		this.plugin = plugin;
	}

	/** @param platform whose natives are installed; those of other platforms may be missing */
	public static InstalledCopy in(final Path folder, final Platform platform) throws IOException {
		final Path jar = jarOfClasses(folder.resolveSibling(folder.getFileName() + "-build"));
		InstallTree.write(Layout.of(Paths.get(""), jar, libraries()), platform, folder, "8.0.0");
		return new InstalledCopy(folder, folder.resolve("plugins").resolve(jar.getFileName()));
	}

	public Path folder() {
		return folder;
	}

	/** The plugin's jar. */
	public Path plugin() {
		return plugin;
	}

	/** The jars of TensorFlow, of the command line, of BoofCV and of SnakeYAML Engine on this test's own class path. */
	static List<Path> libraries() {
		return classPath(LIBRARIES);
	}

	/** Jars of this test's own class path. */
	public static List<Path> classPath(final String name) {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Paths::get).filter(
			path -> path.getFileName().toString().matches(name)).collect(Collectors.toList());
	}

	static Path jarOfClasses(final Path folder) throws IOException {
		final Path classes = location(DeepDream.class);
		final Path jar = Files.createDirectories(folder).resolve("DeepDream_-1.0.0.jar");
		try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out);
				Stream<Path> files = Files.walk(classes))
		{
			for (final Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
				zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
				Files.copy(file, zip);
			}
		}
		return jar;
	}

	/** Where a class was loaded from: a jar, or a folder of classes. */
	public static Path location(final Class<?> type) {
		try {
			return Paths.get(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final URISyntaxException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
