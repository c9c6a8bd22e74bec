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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.deepdream.engine.loading.Platform;

/** A file and its path in ImageJ's folder. */
final class PackagedFile {

	private final String path;
	private final Path source;
	private final Platform platform;
	private final boolean immutable;

	/**
	 * @param path in ImageJ's folder, with slashes
	 * @param platform null for all
	 * @param immutable whether the source never changes; such a file may be linked instead of copied
	 */
	PackagedFile(final String path, final Path source, final Platform platform, final boolean immutable) {
		this.path = path;
		this.source = source;
		this.platform = platform;
		this.immutable = immutable;
	}

	String path() {
		return path;
	}

	Path source() {
		return source;
	}

	/** Empty for all platforms. */
	Optional<Platform> platform() {
		return Optional.ofNullable(platform);
	}

	boolean isFor(final Platform other) {
		return platform == null || platform == other;
	}

	boolean isJar() {
		return path.endsWith(".jar");
	}

	/** Copies the file, as a hard link where possible because native libraries are large. */
	void copyTo(final Path target) throws IOException {
		Files.createDirectories(target.getParent());
		Files.deleteIfExists(target);
		if (immutable) try {
			Files.createLink(target, source);
			return;
		}
		catch (final IOException | UnsupportedOperationException exc) {
			// another volume, or a file system without links: copy
		}
		Files.copy(source, target);
	}
}
