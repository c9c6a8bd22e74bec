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
package io.deepdream.engine.loading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

/** The mounted volumes of Linux. A library cannot be loaded from one with the option noexec, on any account. */
final class Mounts {

	private static final String NO_EXECUTION = "noexec";

	private final Path table;

	/** @param table in the format of /proc/mounts; other systems have none */
	Mounts(final Path table) {
		this.table = table;
	}

	static Mounts ofSystem() {
		return new Mounts(Paths.get("/proc/mounts"));
	}

	/**
	 * Whether the volume of a folder has the option noexec; false if that is unknown.
	 *
	 * @param folder absolute, without links
	 */
	boolean forbidExecution(final Path folder) {
		if (!Files.isReadable(table)) return false;
		final String[] lines;
		try {
			// no exception for names in another encoding
			lines = new String(Files.readAllBytes(table), StandardCharsets.UTF_8).split("\n");
		}
		catch (final IOException exc) {
			return false;
		}
		// device, folder, type, options; of the volumes that contain the folder, the deepest and last one is in use
		return Arrays.stream(lines).map(line -> line.split(" ")).filter(cells -> cells.length > 3 && isIn(folder, mountPoint(
			cells))).reduce((a, b) -> mountPoint(b).length() >= mountPoint(a).length() ? b : a).filter(cells -> Arrays.asList(cells[3]
				.split(",")).contains(NO_EXECUTION)).isPresent();
	}

	private static boolean isIn(final Path folder, final String mountPoint) {
		return (folder + "/").startsWith(mountPoint.endsWith("/") ? mountPoint : mountPoint + "/");
	}

	private static String mountPoint(final String... cells) {
		return cells[1].replace("\\040", " ");
	}
}
