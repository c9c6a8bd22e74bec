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
package io.deepdream.model;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;

/**
 * Identifies the network that a spec refers to: equal as long as the file and the
 * input convention are unchanged. A file is compared by size, modification time and,
 * if the file system has one, file key. Its content is hashed only if it was modified
 * so recently that the resolution of the time may hide a further change.
 */
public final class Fingerprint {

	/** Above the coarsest resolution of modification times in use, the 2 s of FAT. */
	private static final long RECENT_MILLIS = 2500;

	private final List<Object> parts;

	private Fingerprint(final List<Object> parts) {
		this.parts = parts;
	}

	static Fingerprint of(final ModelSpec spec) {
		return new Fingerprint(Arrays.asList(spec.graph().toString(), spec.properties(), file(spec)));
	}

	/** Networks in the jar cannot change while the program runs. */
	private static List<Object> file(final ModelSpec spec) {
		try {
			if (!"file".equals(spec.graph().getProtocol())) return List.of();
			final Path file = Paths.get(spec.graph().toURI());
			final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			final long modified = attributes.lastModifiedTime().toMillis();
			final boolean recent = Math.abs(System.currentTimeMillis() - modified) < RECENT_MILLIS;
			return Arrays.asList(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey(), recent ? Sha256.of(file)
				: null);
		}
		catch (final IOException | URISyntaxException | IllegalArgumentException | FileSystemNotFoundException exc) {
			// unreadable: opening the network reports the reason
			return List.of("unreadable");
		}
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Fingerprint && parts.equals(((Fingerprint) other).parts);
	}

	@Override
	public int hashCode() {
		return parts.hashCode();
	}
}
