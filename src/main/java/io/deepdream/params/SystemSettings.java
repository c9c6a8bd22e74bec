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
package io.deepdream.params;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Folders and limits that system properties can set, and their defaults. */
public final class SystemSettings {

	/** System property: folder into which native libraries are unpacked. */
	public static final String CACHE = "deepdream.cache";
	/** Environment variable: the same folder. */
	public static final String CACHE_VARIABLE = "DEEPDREAM_CACHE";
	/** System property: folder of networks, before the others. */
	public static final String MODELS = "deepdream.models";
	/** System property: folder of rendered channels. */
	public static final String CHANNELS = "deepdream.channels";
	/** System property: memory limit of a network in mebibytes. */
	public static final String MEMORY = "deepdream.memory";
	/** System property: threads of a network's computation; they share a pool with all networks of the process. */
	public static final String THREADS = "deepdream.threads";

	private SystemSettings() {}

	private static Optional<Path> folder(final String property) {
		return Optional.of(System.getProperty(property, "")).filter(value -> !value.isEmpty()).map(FilePath::of);
	}

	private static Path home() {
		return FilePath.of(System.getProperty("user.home"));
	}

	/** The folder of the system property, of the environment variable DEEPDREAM_CACHE, or the system's usual one. */
	public static Path cache() {
		for (final String chosen : new String[] { System.getProperty(CACHE), System.getenv(CACHE_VARIABLE) })
			if (chosen != null && !chosen.isEmpty()) return FilePath.of(chosen).toAbsolutePath();
		final String os = System.getProperty("os.name");
		final String local = System.getenv(os.startsWith("Windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
		final Path caches = os.startsWith("Mac") ? home().resolve("Library").resolve("Caches") : local != null && !local
			.isEmpty() ? FilePath.of(local) : home().resolve(".cache");
		return caches.resolve("deepdream");
	}

	/** The folder of networks that was chosen, if one was. */
	public static Optional<Path> chosenModels() {
		return folder(MODELS).map(Path::toAbsolutePath);
	}

	/** The user's own networks. */
	public static Path userModels() {
		return home().resolve(".deepdream").resolve("models");
	}

	public static Path channels() {
		return folder(CHANNELS).orElseGet(() -> home().resolve(".deepdream").resolve("channels"));
	}

	/** The memory limit in bytes, if one was set. */
	public static OptionalLong memory() {
		final Long mebibytes = Long.getLong(MEMORY);
		return mebibytes == null ? OptionalLong.empty() : OptionalLong.of(mebibytes << 20);
	}

	/** The number of threads, if one was set. */
	public static OptionalInt threads() {
		final Integer threads = Integer.getInteger(THREADS);
		return threads == null ? OptionalInt.empty() : OptionalInt.of(threads);
	}
}
