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
 * Equal at two times if a spec means the same network at both: the same file,
 * untouched, and the same conventions. A file is told from another that has taken
 * its name by size, time and, where the system has them, number; it is read only
 * while it is so young that a further change might not show in its time.
 */
public final class Fingerprint {

	/** The coarsest times of file systems in use are those of FAT. */
	private static final long YOUNG_MILLIS = 2500;

	private final List<Object> parts;

	private Fingerprint(final List<Object> parts) {
		this.parts = parts;
	}

	static Fingerprint of(final ModelSpec spec) {
		return new Fingerprint(Arrays.asList(spec.graph().toString(), spec.properties(), file(spec)));
	}

	/** Networks within a jar change with the program only. */
	private static List<Object> file(final ModelSpec spec) {
		try {
			if (!"file".equals(spec.graph().getProtocol())) return List.of();
			final Path file = Paths.get(spec.graph().toURI());
			final BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
			final long changed = now.lastModifiedTime().toMillis();
			final boolean young = Math.abs(System.currentTimeMillis() - changed) < YOUNG_MILLIS;
			return Arrays.asList(now.size(), now.lastModifiedTime(), now.fileKey(), young ? Sha256.of(file) : null);
		}
		catch (final IOException | URISyntaxException | IllegalArgumentException | FileSystemNotFoundException exc) {
			// gone, or not to be read: as nothing that could be opened; opening it says why
			return List.of("none");
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
