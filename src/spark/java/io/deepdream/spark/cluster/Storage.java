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
package io.deepdream.spark.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

import io.deepdream.params.DreamException;

/**
 * Files in the storage of a cluster: file:, hdfs:, s3a: and what else Hadoop's FileSystem knows. A plain path is a local
 * file, or one in the cluster's default file system. A file appears under its name only when it is complete.
 */
public final class Storage {

	/** Writes the content of a file. */
	@FunctionalInterface
	public interface Content {

		void write(OutputStream out) throws IOException;
	}

	private static final String TEMPORARY = ".incomplete-";
	/** Not hidden, and thus not temporary either. */
	private static final PathFilter COMPLETE = path -> !path.getName().startsWith(".");

	private Storage() {}

	/** Read once, because it parses Hadoop's configuration files. */
	private static final class Settings {

		private static final Configuration CURRENT = read();

		/** With the keys of an object store, which Spark passes on to executors as spark.hadoop.fs... */
		private static Configuration read() {
			return SparkEnv.get() == null ? new Configuration() : SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
		}
	}

	private static FileSystem system(final Path path) throws IOException {
		final FileSystem system = path.getFileSystem(Settings.CURRENT);
		// without a hidden file of checksums beside each file
		return system instanceof LocalFileSystem ? ((LocalFileSystem) system).getRawFileSystem() : system;
	}

	/** The complete URI of a path, which is the same for all processes of a cluster. */
	public static String qualify(final String uri) {
		try {
			final Path path = new Path(uri);
			return system(path).makeQualified(path).toString();
		}
		catch (final IOException | IllegalArgumentException exc) {
			throw unreachable(uri, exc);
		}
	}

	/** A file or folder of a folder. */
	public static String child(final String folder, final String name) {
		return new Path(new Path(folder), name).toString();
	}

	/** The last part of a path. */
	public static String name(final String uri) {
		return new Path(uri).getName();
	}

	/** The path of a file on this computer; empty if it is elsewhere. */
	public static Optional<java.nio.file.Path> local(final String uri) {
		final URI full = new Path(uri).toUri();
		if (full.getScheme() != null && !full.getScheme().equals("file")) return Optional.empty();
		return Optional.of(Paths.get(full.getPath())).filter(Files::isReadable);
	}

	/** @throws DreamException if the storage cannot be reached */
	public static boolean exists(final String uri) {
		try {
			return system(new Path(uri)).exists(new Path(uri));
		}
		catch (final IOException exc) {
			throw unreachable(uri, exc);
		}
	}

	/** @throws DreamException if the storage cannot be reached */
	public static boolean isFolder(final String uri) {
		try {
			final Path path = new Path(uri);
			return system(path).getFileStatus(path).isDirectory();
		}
		catch (final FileNotFoundException exc) {
			return false;
		}
		catch (final IOException exc) {
			throw unreachable(uri, exc);
		}
	}

	/**
	 * Whether a folder contains anything.
	 *
	 * @throws DreamException if it is a file, or the storage cannot be reached
	 */
	public static boolean isUsed(final String folder) {
		try {
			final Path path = new Path(folder);
			if (system(path).getFileStatus(path).isFile()) throw new DreamException(folder + " is a file: give a folder.");
			return system(path).listStatus(path).length > 0;
		}
		catch (final IOException exc) {
			throw unreachable(folder, exc);
		}
	}

	/**
	 * A file, the files of a folder, or those that a glob matches, sorted by name; hidden and incomplete ones are omitted.
	 *
	 * @throws DreamException if there are none, or the storage cannot be reached
	 */
	public static FileStatus[] list(final String uri) {
		try {
			final Path path = new Path(uri);
			final FileSystem system = system(path);
			// a name may contain the characters of a glob
			final FileStatus[] matches = system.exists(path) ? new FileStatus[] { system.getFileStatus(path) } : system.globStatus(
				path, COMPLETE);
			final FileStatus[] files = matches != null && matches.length == 1 && matches[0].isDirectory() ? system.listStatus(
				matches[0].getPath(), COMPLETE) : matches;
			if (files == null || files.length == 0) throw new DreamException("There are no files at " + uri +
				": give a file, a folder or a pattern such as folder/*.png.");
			Arrays.sort(files);
			return files;
		}
		catch (final IOException exc) {
			throw unreachable(uri, exc);
		}
	}

	/** The names of the complete files of a folder; empty if there is no folder. */
	public static Set<String> names(final String folder) {
		final Set<String> names = new TreeSet<>();
		if (!isFolder(folder)) return names;
		try {
			final Path path = new Path(folder);
			for (final FileStatus file : system(path).listStatus(path, COMPLETE))
				names.add(file.getPath().getName());
			return names;
		}
		catch (final IOException exc) {
			throw unreachable(folder, exc);
		}
	}

	/** Deletes what interrupted processes have left in a folder. */
	public static void deleteIncomplete(final String folder) {
		try {
			final FileSystem system = system(new Path(folder));
			final RemoteIterator<LocatedFileStatus> files = system.listFiles(new Path(folder), true);
			while (files.hasNext()) {
				final Path file = files.next().getPath();
				if (file.getName().startsWith(TEMPORARY)) system.delete(file, false);
			}
		}
		catch (final IOException exc) {
			throw unreachable(folder, exc);
		}
	}

	/** Opens a file; the caller closes it. The stream can seek. */
	public static FSDataInputStream open(final String uri) {
		try {
			return system(new Path(uri)).open(new Path(uri));
		}
		catch (final FileNotFoundException exc) {
			throw new DreamException("There is no file " + uri + ": check the path.", exc);
		}
		catch (final IOException exc) {
			throw unreachable(uri, exc);
		}
	}

	/**
	 * The content of a file.
	 *
	 * @throws DreamException if there is no such file, or it cannot be read
	 */
	public static byte[] read(final String uri) {
		try (InputStream in = open(uri)) {
			return in.readAllBytes();
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + uri + " cannot be read: check its permissions.", exc);
		}
	}

	/**
	 * Writes a file under a temporary name in the same folder, and renames it when it is complete. An existing file is
	 * replaced.
	 *
	 * @throws DreamException if the storage cannot be written
	 */
	public static void write(final String uri, final Content content) {
		final Path path = new Path(uri);
		final Path temporary = new Path(path.getParent(), TEMPORARY + UUID.randomUUID() + "-" + path.getName());
		try {
			final FileSystem system = system(path);
			try {
				try (OutputStream out = system.create(temporary, false)) {
					content.write(out);
				}
				if (!system.rename(temporary, path)) {
					system.delete(path, false);
					if (!system.rename(temporary, path)) throw new IOException("cannot rename " + temporary);
				}
			}
			finally {
				// nothing after a rename
				system.delete(temporary, false);
			}
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + path + " cannot be written (" + reason(exc) +
				"): check the permissions and the free space of the storage.", exc);
		}
	}

	private static DreamException unreachable(final String uri, final Exception exc) {
		return new DreamException("The storage of " + uri + " cannot be reached (" + reason(exc) +
			"): check the path, and the settings of the file system.", exc);
	}

	/** Some messages have several lines. */
	private static String reason(final Exception exc) {
		return String.valueOf(exc.getMessage()).lines().findFirst().orElse("");
	}
}
