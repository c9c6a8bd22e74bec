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
package io.deepdream.imagej.website;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import io.deepdream.params.DreamException;
import io.deepdream.params.FilePath;

/** A website in a folder of this computer. */
public final class LocalFiles implements SiteFiles {

	private final Path folder;

	/** @param folder need not exist */
	public LocalFiles(final String folder) {
		this.folder = FilePath.of(folder).toAbsolutePath();
	}

	@Override
	public byte[] read(final String path) {
		try {
			return Files.readAllBytes(folder.resolve(path));
		}
		catch (final NoSuchFileException exc) {
			return null;
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + folder.resolve(path) + " cannot be read: check its permissions.", exc);
		}
	}

	@Override
	public void write(final String path, final byte[] content) {
		final Path file = folder.resolve(path);
		try {
			Files.createDirectories(file.getParent());
			final Path temporary = Files.createTempFile(file.getParent(), ".incomplete", "");
			try {
				Files.write(temporary, content);
				// the default of temporary files is readable by their owner only, and websites are published
				if (!temporary.toFile().setReadable(true, false)) throw new IOException("cannot change permissions");
				Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
			}
			finally {
				Files.deleteIfExists(temporary);
			}
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + file + " cannot be written: check the free space and the permissions of " +
				folder + ".", exc);
		}
	}

	@Override
	public boolean isUsed() {
		try (Stream<Path> content = Files.list(folder)) {
			return content.findAny().isPresent();
		}
		catch (final NoSuchFileException exc) {
			return false;
		}
		catch (final NotDirectoryException exc) {
			throw new DreamException(folder + " is a file: give a folder for the website.", exc);
		}
		catch (final IOException exc) {
			throw new DreamException("The folder " + folder + " cannot be read: check its permissions.", exc);
		}
	}

	@Override
	public String location() {
		return folder.toString();
	}
}
