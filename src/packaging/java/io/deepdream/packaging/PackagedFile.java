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
