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
