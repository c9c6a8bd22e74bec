package io.deepdream.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.deepdream.engine.loading.Platform;

/** A file, and where it belongs in ImageJ's folder. */
final class PackagedFile {

	private final String path;
	private final Path source;
	private final Platform platform;
	private final boolean immutable;

	/**
	 * @param path in ImageJ's folder, with slashes
	 * @param platform null for all
	 * @param immutable whether the source never changes, so that a link will do for a copy
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

	/** Puts it into another place, by a hard link where possible: native libraries are large. */
	void copyTo(final Path target) throws IOException {
		Files.createDirectories(target.getParent());
		Files.deleteIfExists(target);
		if (immutable) try {
			Files.createLink(target, source);
			return;
		}
		catch (final IOException | UnsupportedOperationException exc) {
			// on another disk, or on a file system without links
		}
		Files.copy(source, target);
	}
}
