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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deepdream.engine.loading.LibraryFolder;
import io.deepdream.engine.loading.Platform;

/** Paths of the packaged files in ImageJ's folder. */
final class Layout {

	private static final String NAME = "deepdream";
	/** Part of ImageJ; replacing any of them would break it. */
	private static final String IMAGEJ_LIBRARIES = "(ij|imglib2|scijava-common)-\\d.*\\.jar";

	private Layout() {}

	/**
	 * @param project the project's folder
	 * @param plugin the built jar
	 * @param libraries the jars that it needs, including natives of any platforms, without
	 *          those that are part of ImageJ and Fiji
	 */
	static List<PackagedFile> of(final Path project, final Path plugin, final List<Path> libraries) throws IOException {
		final List<PackagedFile> files = new ArrayList<>();
		files.add(new PackagedFile("plugins/" + plugin.getFileName(), plugin, null, false));
		for (final Path library : libraries) {
			final String name = library.getFileName().toString();
			if (name.matches(IMAGEJ_LIBRARIES)) throw new IOException(name + " is part of ImageJ and must not be " +
				"packaged: give it the scope provided.");
			final Platform platform = platform(name).orElse(null);
			final String folder = platform == null ? "lib/" : "lib/" + platform.folder() + "/";
			files.add(new PackagedFile(folder + LibraryFolder.FOLDER + "/" + name, library, platform, true));
		}
		// the network itself is in the plugin's jar, its card is documentation
		for (final Path card : list(project.resolve("models"), "README.md"))
			files.add(text("models/" + NAME + "/" + card.getParent().getFileName() + ".md", card));
		files.add(text("licenses/" + NAME + "/LICENSE.txt", project.resolve("LICENSE.txt")));
		for (final Path licence : list(project.resolve("update-site").resolve("licenses"), ".txt"))
			files.add(text("licenses/" + NAME + "/" + licence.getFileName(), licence));
		files.sort(Comparator.comparing(PackagedFile::path));
		return files;
	}

	private static PackagedFile text(final String path, final Path source) {
		return new PackagedFile(path, source, null, false);
	}

	private static List<Path> list(final Path folder, final String ending) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toList());
		}
	}

	private static Optional<Platform> platform(final String jar) {
		return Arrays.stream(Platform.values()).filter(p -> jar.endsWith("-" + p.classifier() + ".jar")).findFirst();
	}

	/** Reads the jars of a class path that Maven wrote to a file. */
	static List<Path> classPath(final Path file) throws IOException {
		return Arrays.stream(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim().split(File.pathSeparator))
			.map(Paths::get).collect(Collectors.toList());
	}
}
