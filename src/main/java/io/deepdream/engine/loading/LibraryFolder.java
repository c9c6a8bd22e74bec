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
 * The folders of ImageJ that hold TensorFlow's jars: {@code lib/deepdream}, and
 * {@code lib/linux64/deepdream} and the like. ImageJ and Fiji put neither on their class path.
 */
public final class LibraryFolder {

	/** Folder of ours within lib and within lib/platform. */
	public static final String FOLDER = "deepdream";

	private static final String LIB = "lib";

	private final Path root;
	private final Path plugin;

	private LibraryFolder(final Path root, final Path plugin) {
		this.root = root;
		this.plugin = plugin;
	}

	/**
	 * Looks in the folders above the jar that a class comes from.
	 *
	 * @return empty in development, where all stands on the class path
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
	 * All jars that the library needs on a platform, the native ones included.
	 *
	 * @throws DreamException if those of the platform are missing
	 */
	public List<Path> jars(final Platform platform) {
		final List<Path> common = jarsIn(root.resolve(LIB).resolve(FOLDER));
		final List<Path> natives = natives(platform);
		if (common.isEmpty() || natives.isEmpty()) throw new DreamException(missing(platform));
		final List<Path> all = new ArrayList<>(common);
		all.addAll(natives);
		return all;
	}

	private List<Path> natives(final Platform platform) {
		return jarsIn(root.resolve(LIB).resolve(platform.folder()).resolve(FOLDER));
	}

	private String missing(final Platform platform) {
		final String others = Arrays.stream(Platform.values()).filter(p -> p != platform && !natives(p).isEmpty()).map(
			Platform::description).collect(Collectors.joining(" and "));
		return others.isEmpty() ? "The part of DeepDream that holds TensorFlow is missing in " + root.resolve(LIB) +
			": run Help > Update... in Fiji, or install DeepDream again." : "This DeepDream was installed for " + others +
				", but ImageJ runs on " + platform.description() + ": run Help > Update... in Fiji, or install the DeepDream for " +
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
	 * A loader in which nothing of the class path stands in the library's way.
	 *
	 * @param parent of the interfaces that both sides share
	 * @param own prefix of our class names
	 * @param isolated prefix of our classes that use the library
	 * @throws DreamException if the jars of the platform are missing
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
