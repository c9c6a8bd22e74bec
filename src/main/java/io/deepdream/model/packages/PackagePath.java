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
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import io.deepdream.params.DreamException;

/** Resolves names of a package inside its folder, and nowhere else. */
final class PackagePath {

	private PackagePath() {}

	/**
	 * @param folder the folder of the package
	 * @param name path in the package, with slashes
	 * @throws DreamException if the path is absolute, has a drive, or leaves the folder
	 */
	static Path resolve(final Path folder, final String name) {
		// a backslash separates folders on Windows only, so that a name with one means different files
		final boolean foreign = name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 ||
			name.matches("[A-Za-z]:.*");
		try {
			final Path resolved = folder.resolve(name).normalize();
			if (!foreign && resolved.startsWith(folder.normalize())) return resolved;
		}
		catch (final InvalidPathException exc) {
			throw outside(name);
		}
		throw outside(name);
	}

	/**
	 * As {@link #resolve}, for a file that must exist.
	 *
	 * @throws DreamException also if the file does not exist, or a link leads out of the folder
	 */
	static Path existing(final Path folder, final String name) {
		final Path resolved = resolve(folder, name);
		try {
			if (!Files.exists(resolved)) throw new DreamException("The package lacks the file " + name +
				", which it names: download or export the package again.");
			if (!resolved.toRealPath().startsWith(folder.toRealPath())) throw outside(name);
			return resolved;
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + resolved + " cannot be read (" + exc.getMessage() +
				"): check its permissions.", exc);
		}
	}

	private static DreamException outside(final String name) {
		return new DreamException("The package is refused, because the path \"" + printable(name) +
			"\" in it leads out of its folder: get the package from its author.");
	}

	private static String printable(final String name) {
		return name.replaceAll("\\p{Cntrl}", "?");
	}
}
