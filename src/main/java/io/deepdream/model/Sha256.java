package io.deepdream.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as lower-case hex. */
public final class Sha256 {

	private static final int CHUNK_BYTES = 1 << 16;

	private final MessageDigest digest;

	Sha256() {
		try {
			digest = MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Java lacks SHA-256", exc);
		}
	}

	public static String of(final byte[] bytes) {
		final Sha256 sum = new Sha256();
		sum.add(bytes, bytes.length);
		return sum.hex();
	}

	/** SHA-256 of a file, read in chunks. */
	public static String of(final Path file) throws IOException {
		final Sha256 sum = new Sha256();
		final byte[] chunk = new byte[CHUNK_BYTES];
		try (InputStream in = Files.newInputStream(file)) {
			for (int n = in.read(chunk); n >= 0; n = in.read(chunk))
				sum.add(chunk, n);
		}
		return sum.hex();
	}

	void add(final byte[] bytes, final int n) {
		digest.update(bytes, 0, n);
	}

	/** The hash of all added bytes; can be called only once. */
	String hex() {
		final StringBuilder hex = new StringBuilder();
		for (final byte b : digest.digest())
			hex.append(String.format("%02x", b));
		return hex.toString();
	}
}
