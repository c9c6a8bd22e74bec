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
package io.deepdream.engine.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deepdream.params.DreamException;

/**
 * ImageJ's folders for TensorFlow's jars: {@code lib/deepdream}, and
 * {@code lib/linux64/deepdream} and its equivalents for other platforms. Neither
 * ImageJ nor Fiji adds them to the class path.
 */
public final class LibraryFolder {

	/** Name of the folder in lib and in lib/PLATFORM. */
	public static final String FOLDER = "deepdream";

	private static final String LIB = "lib";
	/** Beginning of the plugin's file name, which the version follows. */
	private static final String PLUGIN = "DeepDream_";

	private final Path root;
	private final Path plugin;

	private LibraryFolder(final Path root, final Path plugin) {
		this.root = root;
		this.plugin = plugin;
	}

	/**
	 * Searches the parent folders of the jar that contains a class.
	 *
	 * @return empty in development, where all libraries are on the class path
	 */
	public static Optional<LibraryFolder> of(final Class<?> type) {
		final CodeSource source = type.getProtectionDomain().getCodeSource();
		if (source == null) return Optional.empty();
		try {
			final Path plugin = Paths.get(source.getLocation().toURI()).toRealPath();
			return Files.isRegularFile(plugin) ? above(plugin) : Optional.empty();
		}
		catch (final URISyntaxException | IOException | IllegalArgumentException exc) {
			return Optional.empty();
		}
	}

	static Optional<LibraryFolder> above(final Path plugin) {
		for (Path folder = plugin.getParent(); folder != null; folder = folder.getParent())
			if (Files.isDirectory(folder.resolve(LIB).resolve(FOLDER))) return Optional.of(new LibraryFolder(folder, plugin));
		return Optional.empty();
	}

	/** ImageJ's folder. */
	public Path root() {
		return root;
	}

	/**
	 * The jars of all installed versions of the plugin, sorted: more than one if a newer version was copied
	 * over an older one.
	 */
	public List<Path> pluginJars() {
		return jarsIn(plugin.getParent()).stream().filter(jar -> jar.getFileName().toString().startsWith(PLUGIN)).collect(
			Collectors.toList());
	}

	/**
	 * All jars that TensorFlow needs on a platform, including the native ones.
	 *
	 * @throws DreamException if jars are missing
	 */
	public List<Path> jars(final Platform platform) {
		final List<Path> common = jarsIn(root.resolve(LIB).resolve(FOLDER));
		final List<Path> natives = natives(platform);
		if (common.isEmpty() || natives.isEmpty()) throw new DreamException(missingMessage(platform));
		final List<Path> all = new ArrayList<>(common);
		all.addAll(natives);
		return all;
	}

	private List<Path> natives(final Platform platform) {
		return jarsIn(root.resolve(LIB).resolve(platform.folder()).resolve(FOLDER));
	}

	private String missingMessage(final Platform platform) {
		final String others = Arrays.stream(Platform.values()).filter(p -> p != platform && !natives(p).isEmpty()).map(
			Platform::description).collect(Collectors.joining(" and "));
		return others.isEmpty() ? "DeepDream's TensorFlow libraries are missing in " + root.resolve(LIB) +
			": run Help > Update... in Fiji, or install DeepDream again." : "This copy of DeepDream was installed for " + others +
				", but ImageJ runs on " + platform.description() + ": run Help > Update... in Fiji, or install DeepDream for " +
				platform.folder() + ".";
	}

	private static List<Path> jarsIn(final Path folder) {
		if (!Files.isDirectory(folder)) return Collections.emptyList();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".jar")).sorted().collect(Collectors.toList());
		}
		catch (final IOException exc) {
			throw new DreamException("The folder " + folder + " cannot be read: check its permissions.", exc);
		}
	}

	/**
	 * A class loader for TensorFlow, isolated from the libraries on the class path.
	 *
	 * @param parent class loader of the interfaces that both sides share
	 * @param own prefix of DeepDream's class names
	 * @param isolated prefix of DeepDream's classes that use TensorFlow
	 * @throws DreamException if jars of the platform are missing
	 */
	public ClassLoader loader(final Platform platform, final ClassLoader parent, final String own, final String isolated) {
		final List<Path> all = new ArrayList<>(jars(platform));
		all.add(plugin);
		return new ChildFirstLoader(all.stream().map(LibraryFolder::url).toArray(URL[]::new), parent, own, isolated);
	}

	private static URL url(final Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (final MalformedURLException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
