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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.deepdream.DeepDream;
import io.deepdream.Fork;
import io.deepdream.packaging.InstalledCopy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detects processes that ended while they loaded or ran native code. */
class CrashMarkerTest {

	@TempDir
	Path folder;

	/** Another process: performs the activities in its arguments, then waits to be killed. */
	static final class Other {

		private Other() {}

		public static void main(final String... args) throws Exception {
			final CrashMarker marker = CrashMarker.create(Path.of(args[0]));
			for (int i = 1; i < args.length; i++)
				switch (args[i]) {
					case "load":
						marker.loading();
						break;
					case "loaded":
						marker.loaded();
						break;
					case "compute":
						marker.beginComputing();
						marker.beginComputing();
						marker.endComputing();
						break;
					case "computed":
						marker.endComputing();
						break;
					default:
						return;
				}
			Files.createFile(Path.of(args[0]).resolve("ready"));
			TimeUnit.MINUTES.sleep(3);
		}
	}

	private Process start(final String... activities) throws Exception {
		final String[] args = Stream.concat(Stream.of(folder.toString()), Stream.of(activities)).toArray(String[]::new);
		final Process process = new Fork(InstalledCopy.location(DeepDream.class), InstalledCopy.location(
			CrashMarkerTest.class)).start(folder.resolve("output"), Other.class.getName(), args);
		while (process.isAlive() && !Files.exists(folder.resolve("ready")))
			TimeUnit.MILLISECONDS.sleep(20);
		Files.deleteIfExists(folder.resolve("ready"));
		return process;
	}

	private void kill(final String... activities) throws Exception {
		start(activities).destroyForcibly().waitFor();
	}

	@Test
	void killedWhileLoading() throws Exception {
		kill("load");
		final Crash crash = CrashMarker.find(folder).get();
		assertTrue(crash.whileLoading());
		assertTrue(crash.message().contains("last loaded TensorFlow"), crash.message());
		// until it is discarded
		assertTrue(CrashMarker.find(folder).isPresent());
		crash.discard();
		assertFalse(CrashMarker.find(folder).isPresent());
	}

	@Test
	void killedWhileComputing() throws Exception {
		kill("load", "loaded", "compute");
		final Crash crash = CrashMarker.find(folder).get();
		assertFalse(crash.whileLoading());
		assertTrue(crash.message().contains("memory probably ran out"), crash.message());
	}

	@Test
	void killedWhileIdleIsNoCrash() throws Exception {
		kill("load", "loaded", "compute", "computed");
		assertEquals(1, markers());
		assertFalse(CrashMarker.find(folder).isPresent());
		assertEquals(0, markers());
	}

	@Test
	void normalExitIsNoCrash() throws Exception {
		final Process process = start("load", "end");
		assertTrue(process.waitFor(1, TimeUnit.MINUTES));
		assertEquals(0, process.exitValue(), Files.readString(folder.resolve("output")));
		assertEquals(0, markers());
	}

	@Test
	void aRunningProcessIsNoCrash() throws Exception {
		final Process process = start("load");
		try {
			assertFalse(CrashMarker.find(folder).isPresent());
			assertEquals(1, markers());
		}
		finally {
			process.destroyForcibly().waitFor();
		}
		assertTrue(CrashMarker.find(folder).isPresent());
	}

	@Test
	void markersOfOtherComputersAndTruncatedMarkers() throws Exception {
		final Path elsewhere = Files.writeString(folder.resolve("1@another-host.running"), "LOADING 2026-01-01T00:00:00Z\n");
		assertFalse(CrashMarker.find(folder).isPresent());
		assertTrue(Files.exists(elsewhere));
		kill("load");
		final Path truncated;
		try (Stream<Path> files = Files.list(folder)) {
			truncated = files.filter(f -> f.toString().endsWith(".running") && !f.equals(elsewhere)).findFirst().get();
		}
		Files.writeString(truncated, "LOAD");
		assertFalse(CrashMarker.find(folder).isPresent());
		assertFalse(Files.exists(truncated));
	}

	private long markers() throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(f -> f.toString().endsWith(".running")).count();
		}
	}
}
