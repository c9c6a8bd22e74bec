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
package io.deepdream.model.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.deepdream.model.TransferListener;
import io.deepdream.params.DreamException;

/** A zip archive of unknown origin. */
final class Archive {

	private static final int CHUNK_BYTES = 1 << 16;
	/** The first four bytes of a zip archive with at least one file. */
	private static final byte[] SIGNATURE = { 'P', 'K', 3, 4 };

	private final Path zip;

	Archive(final Path zip) {
		this.zip = zip;
	}

	/** Whether a file is a zip archive, by its content. */
	static boolean is(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
		}
	}

	/**
	 * Unpacks all files. Those unpacked before an error remain.
	 *
	 * @param folder existing and empty
	 * @param listener receives the progress and can cancel
	 * @throws DreamException if the archive is damaged, exceeds a limit, or contains a link or
	 *           a path that leaves the folder
	 * @throws IOException if a file cannot be written
	 */
	void unpack(final Path folder, final UnpackLimits limits, final TransferListener listener) throws IOException {
		try (ZipFile archive = new ZipFile(zip.toFile())) {
			if (ZipLinks.in(zip)) throw new DreamException("The package is refused, because " + zip.getFileName() +
				" contains a symbolic link: pack the file itself instead.");
			for (final ZipEntry entry : Collections.list(archive.entries())) {
				limits.addFile();
				final Path target = PackagePath.resolve(folder, entry.getName());
				if (entry.isDirectory()) {
					Files.createDirectories(target);
					continue;
				}
				Files.createDirectories(target.getParent());
				try (InputStream in = archive.getInputStream(entry)) {
					copy(in, target, limits, listener);
				}
			}
		}
		// Java 11 reports invalid names of entries as illegal arguments
		catch (final ZipException | FileAlreadyExistsException | IllegalArgumentException exc) {
			throw new DreamException("The archive " + zip.getFileName() + " is damaged (" + exc.getMessage() +
				"): download or export it again.", exc);
		}
	}

	/** Compares with the limits while unpacking, because the sizes that an archive states may be wrong. */
	private void copy(final InputStream in, final Path target, final UnpackLimits limits,
		final TransferListener listener) throws IOException
	{
		final byte[] chunk = new byte[CHUNK_BYTES];
		try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
			for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
				if (listener.isCancelled()) throw new CancellationException();
				limits.addBytes(n);
				out.write(chunk, 0, n);
			}
		}
	}
}
