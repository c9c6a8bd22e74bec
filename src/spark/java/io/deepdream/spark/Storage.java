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
package io.deepdream.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

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

	private Storage() {}

	private static FileSystem system(final Path path) throws IOException {
		final FileSystem system = path.getFileSystem(new Configuration());
		// no hidden file of checksums beside each local one
		system.setWriteChecksum(false);
		return system;
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
	 * The files of a folder, or those that a glob matches, sorted by name; hidden and incomplete ones are omitted.
	 *
	 * @throws DreamException if there are none, or the storage cannot be reached
	 */
	public static FileStatus[] list(final String uri) {
		try {
			final Path path = new Path(uri);
			final FileSystem system = system(path);
			final FileStatus[] matches = system.globStatus(path, p -> !p.getName().startsWith("."));
			final FileStatus[] files = matches != null && matches.length == 1 && matches[0].isDirectory() ? system.listStatus(
				matches[0].getPath(), p -> !p.getName().startsWith(".")) : matches;
			if (files == null || files.length == 0) throw new DreamException("There are no files at " + uri +
				": give a file, a folder or a pattern such as folder/*.png.");
			Arrays.sort(files);
			return files;
		}
		catch (final IOException exc) {
			throw unreachable(uri, exc);
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
			throw new DreamException(path + " cannot be written (" + exc.getMessage() +
				"): check the permissions and the free space of the storage.", exc);
		}
	}

	/**
	 * Deletes the incomplete files that killed processes have left in a folder and its folders.
	 *
	 * @throws DreamException if the storage cannot be reached
	 */
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

	private static DreamException unreachable(final String uri, final IOException exc) {
		return new DreamException("The storage of " + uri + " cannot be reached (" + exc.getMessage() +
			"): check the path, and the settings of the file system.", exc);
	}
}
