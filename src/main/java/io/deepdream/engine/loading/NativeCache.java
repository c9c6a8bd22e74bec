package io.deepdream.engine.loading;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

/**
 * Where native libraries are unpacked, a folder for each jar. It is our own and
 * not JavaCPP's common one: a process cannot load one file in two class loaders.
 */
public final class NativeCache {

	private static final String PACKAGE = "org/tensorflow/internal/c_api/";
	/** TensorFlow makes its own small files there too. */
	private static final long SPARE = 50L << 20;
	private static final double MB = 1e6;

	private static final String ELSEWHERE = "with the line call(\"ij.Prefs.set\", \"" + SystemSettings.CACHE +
		"\", \"/another/folder\"); in a macro";

	private final Path folder;
	private final Path jar;
	private final Platform platform;

	/**
	 * @param jar holds the libraries
	 */
	NativeCache(final Path folder, final Path jar, final Platform platform) {
		this.folder = folder.toAbsolutePath();
		this.jar = jar;
		this.platform = platform;
	}

	/**
	 * @param loader finds the jar with the libraries
	 * @throws DreamException if there is none for the platform
	 */
	public static NativeCache of(final ClassLoader loader, final Platform platform) {
		// the variant with GPU stands in a folder of its own
		for (final String variant : new String[] { "", "-gpu" }) {
			final URL library = loader.getResource(PACKAGE + platform.classifier() + variant + "/" + System.mapLibraryName(
				"jnitensorflow"));
			if (library == null) continue;
			try {
				final URL jar = ((JarURLConnection) library.openConnection()).getJarFileURL();
				return new NativeCache(SystemSettings.cache(), Paths.get(jar.toURI()), platform);
			}
			catch (final IOException | URISyntaxException exc) {
				throw new DreamException("TensorFlow's native library " + library + " cannot be read: install DeepDream again.",
					exc);
			}
		}
		throw new DreamException("TensorFlow's native library for " + platform.description() +
			" is missing: install DeepDream for " + platform.folder() + " again.");
	}

	public Path folder() {
		return folder;
	}

	/** The jar that holds the libraries. */
	public Path jar() {
		return jar;
	}

	/**
	 * Makes the folder and checks that the libraries fit.
	 *
	 * @return bytes that loading will unpack; 0 if that was done before
	 * @throws DreamException if the folder cannot hold them
	 */
	public long prepare() {
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, "probe", null));
		}
		catch (final IOException exc) {
			throw new DreamException("The folder " + folder + ", into which TensorFlow must be unpacked, cannot be written: " +
				"change its permissions, or choose another one " + ELSEWHERE + ".", exc);
		}
		final long needed = missing();
		requireSpace(needed, freeSpace());
		return needed;
	}

	/** @throws DreamException if there is less than needed */
	void requireSpace(final long needed, final long free) {
		if (needed > 0 && needed + SPARE > free) throw new DreamException(String.format(Locale.ROOT,
			"TensorFlow needs %.0f MB to be unpacked into %s, but only %.0f MB are free there: make room, or choose a folder " +
				"on another disk %s.", (needed + SPARE) / MB, folder, free / MB, ELSEWHERE));
	}

	private long freeSpace() {
		try {
			return Files.getFileStore(folder).getUsableSpace();
		}
		catch (final IOException exc) {
			// some network folders do not tell
			return Long.MAX_VALUE;
		}
	}

	private long missing() {
		// JavaCPP makes a folder of each jar's name
		final Path unpacked = folder.resolve(jar.getFileName());
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return zip.stream().filter(entry -> entry.getName().startsWith(PACKAGE + platform.classifier()) && !isThere(unpacked
				.resolve(entry.getName()), entry.getSize()) && isLibrary(entry.getName())).mapToLong(ZipEntry::getSize).sum();
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + jar + " cannot be read: install DeepDream again.", exc);
		}
	}

	/** The jars hold licences and headers too, which nobody unpacks. */
	private static boolean isLibrary(final String entry) {
		return entry.matches(".*\\.(dll|dylib|so)(\\.[0-9.]+)?|.*\\.[0-9]+\\.dylib");
	}

	private static boolean isThere(final Path file, final long size) {
		try {
			return Files.size(file) == size;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	/** Removes what other versions unpacked. */
	public void removeOthers() {
		try (Stream<Path> folders = Files.list(folder)) {
			folders.filter(f -> Files.isDirectory(f) && f.getFileName().toString().endsWith(".jar") && !f.getFileName().equals(
				jar.getFileName())).collect(Collectors.toList()).forEach(NativeCache::delete);
		}
		catch (final IOException exc) {
			// they cost space and nothing else
		}
	}

	private static void delete(final Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Collections.reverseOrder()).collect(Collectors.toList()))
				Files.delete(file);
		}
		catch (final IOException exc) {
			// Windows keeps libraries that a running process has loaded; the next start tries again
		}
	}
}
