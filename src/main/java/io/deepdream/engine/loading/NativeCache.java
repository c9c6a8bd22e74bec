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
 * The folder into which native libraries are unpacked, with a subfolder for each jar.
 * JavaCPP's default folder is shared with other plugins, and a process cannot load one
 * file in two class loaders.
 */
public final class NativeCache {

	private static final String LIBRARY_PATH = "org/tensorflow/internal/c_api/";
	/** Bytes for small files that TensorFlow adds. */
	private static final long MARGIN_BYTES = 50L << 20;
	private static final double MB = 1e6;

	private static final String MACRO_HINT = "by running call(\"ij.Prefs.set\", \"" + SystemSettings.CACHE +
		"\", \"/another/folder\"); in a macro.";
	private static final String CHOOSE_IN_MACRO = "choose another folder with the macro line call(\"ij.Prefs.set\", \"" +
		SystemSettings.CACHE + "\", \"/another/folder\")";

	private final Path folder;
	private final Path jar;
	private final Platform platform;

	/**
	 * @param folder the folder, created by {@link #prepare()}
	 * @param jar contains the libraries
	 * @param platform platform of the libraries
	 */
	NativeCache(final Path folder, final Path jar, final Platform platform) {
		this.folder = folder.toAbsolutePath();
		this.jar = jar;
		this.platform = platform;
	}

	/**
	 * The cache in the user's cache folder.
	 *
	 * @param loader finds the jar that contains the libraries
	 * @throws DreamException if there are no libraries for the platform
	 */
	public static NativeCache of(final ClassLoader loader, final Platform platform) {
		// the GPU variant has its own folder in the jar
		for (final String variant : new String[] { "", "-gpu" }) {
			final URL library = loader.getResource(LIBRARY_PATH + platform.classifier() + variant + "/" + System.mapLibraryName(
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
			" is missing: install DeepDream for " + platform.folder() + ".");
	}

	public Path folder() {
		return folder;
	}

	/** The jar that contains the libraries. */
	public Path jar() {
		return jar;
	}

	/**
	 * Creates the folder and checks that the libraries fit on the disk.
	 *
	 * @return bytes that loading will unpack; 0 if all are unpacked
	 * @throws DreamException if the folder cannot be written, or executed from, or the disk is too full
	 */
	public long prepare() {
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, "probe", null));
		}
		catch (final IOException exc) {
			throw new DreamException("DeepDream cannot unpack TensorFlow into the folder " + folder + ": change its permissions, " +
				"or choose another folder " + MACRO_HINT, exc);
		}
		requireExecution();
		final long needed = bytesToUnpack();
		requireSpace(needed, freeSpace());
		return needed;
	}

	private void requireExecution() {
		if (Mounts.ofSystem().forbidExecution(realFolder())) throw new DreamException("The volume of the folder " + folder +
			" forbids execution (mount option noexec), so that TensorFlow cannot be loaded from it", CHOOSE_IN_MACRO,
			CHOOSE_IN_MACRO, "choose another folder with the environment variable " + SystemSettings.CACHE_VARIABLE +
				"=/another/folder");
	}

	private Path realFolder() {
		try {
			return folder.toRealPath();
		}
		catch (final IOException exc) {
			return folder;
		}
	}

	/**
	 * @param needed bytes to unpack
	 * @param free free bytes on the disk
	 * @throws DreamException if the free space does not suffice
	 */
	void requireSpace(final long needed, final long free) {
		if (needed > 0 && needed + MARGIN_BYTES > free) throw new DreamException(String.format(Locale.ROOT,
			"TensorFlow needs %.0f MB to be unpacked into %s, but only %.0f MB are free: free disk space, or choose a folder " +
				"on another disk %s", (needed + MARGIN_BYTES) / MB, folder, free / MB, MACRO_HINT));
	}

	private long freeSpace() {
		try {
			return Files.getFileStore(folder).getUsableSpace();
		}
		catch (final IOException exc) {
			// unknown on some network file systems
			return Long.MAX_VALUE;
		}
	}

	private long bytesToUnpack() {
		// JavaCPP names the folder after the jar
		final Path unpacked = folder.resolve(jar.getFileName());
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return zip.stream().filter(entry -> entry.getName().startsWith(LIBRARY_PATH + platform.classifier()) && !hasSize(unpacked
				.resolve(entry.getName()), entry.getSize()) && isLibrary(entry.getName())).mapToLong(ZipEntry::getSize).sum();
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + jar + " cannot be read: install DeepDream again.", exc);
		}
	}

	/** Whether JavaCPP unpacks an entry; the jars also contain licences and headers. */
	private static boolean isLibrary(final String entry) {
		return entry.matches(".*\\.(dll|dylib|so)(\\.[0-9.]+)?|.*\\.[0-9]+\\.dylib");
	}

	private static boolean hasSize(final Path file, final long size) {
		try {
			return Files.size(file) == size;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	/** Removes the libraries of other versions. */
	public void removeOtherVersions() {
		try (Stream<Path> folders = Files.list(folder)) {
			folders.filter(f -> Files.isDirectory(f) && f.getFileName().toString().endsWith(".jar") && !f.getFileName().equals(
				jar.getFileName())).collect(Collectors.toList()).forEach(NativeCache::delete);
		}
		catch (final IOException exc) {
			// they only use disk space
		}
	}

	private static void delete(final Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Collections.reverseOrder()).collect(Collectors.toList()))
				Files.delete(file);
		}
		catch (final IOException exc) {
			// on Windows, libraries that a running process has loaded cannot be deleted; the next start retries
		}
	}
}
