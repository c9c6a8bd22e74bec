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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The checksum of ImageJ's updater. That of a jar covers its contents without the parts
 * that differ between builds of the same sources: the manifest, and comments in
 * properties files.
 */
final class Checksum {

	private static final String MANIFEST = "META-INF/MANIFEST.MF";

	private Checksum() {}

	/**
	 * @param path in ImageJ's folder; part of the checksum, except for jars
	 * @return 40 lower-case hexadecimal digits
	 */
	static String of(final String path, final Path file) throws IOException {
		final MessageDigest digest = sha1();
		try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
			if (path.endsWith(".jar")) contents(file, sink);
			else {
				sink.write(path.getBytes(StandardCharsets.US_ASCII));
				Files.copy(file, sink);
			}
		}
		return String.format("%040x", new BigInteger(1, digest.digest()));
	}

	private static void contents(final Path jar, final OutputStream sink) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			final List<? extends ZipEntry> entries = Collections.list(zip.entries());
			entries.sort(Comparator.comparing(ZipEntry::getName));
			for (final ZipEntry entry : entries) {
				sink.write(entry.getName().getBytes(StandardCharsets.US_ASCII));
				if (entry.getName().equals(MANIFEST)) continue;
				try (InputStream in = zip.getInputStream(entry)) {
					if (entry.getName().endsWith(".properties")) sink.write(withoutComments(in.readAllBytes()));
					else in.transferTo(sink);
				}
			}
		}
	}

	/**
	 * Properties as the updater reads them: only the line break of a comment remains. After
	 * a line that is empty or consists of # alone, the updater also keeps the next line,
	 * comment or not. The checksums must agree, so this does the same.
	 */
	private static byte[] withoutComments(final byte[] text) {
		final ByteArrayOutputStream kept = new ByteArrayOutputStream();
		boolean lineStart = true;
		boolean comment = false;
		for (final byte b : text) {
			if (lineStart && b == '#') {
				comment = true;
				continue;
			}
			lineStart = !lineStart && b == '\n';
			if (!comment || b == '\n') kept.write(b);
			if (b == '\n') comment = false;
		}
		return kept.toByteArray();
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("every Java platform has SHA-1", exc);
		}
	}
}
