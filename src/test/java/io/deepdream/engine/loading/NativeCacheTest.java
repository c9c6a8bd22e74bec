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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The folder into which native libraries are unpacked. */
class NativeCacheTest {

	private static final String PACKAGE = "org/tensorflow/internal/c_api/linux-x86_64/";

	@TempDir
	Path temp;

	private Path jar;

	@BeforeEach
	void makeJar() throws IOException {
		jar = temp.resolve("tensorflow-core-native-2.0.0-linux-x86_64.jar");
		try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (final String entry : new String[] { "LICENSE", "libtensorflow_cc.so.2", System.mapLibraryName(
				"jnitensorflow") })
			{
				zip.putNextEntry(new ZipEntry(PACKAGE + entry));
				zip.write(new byte[1000]);
			}
		}
	}

	private NativeCache cache(final Path folder) {
		return new NativeCache(folder, jar, Platform.LINUX_X86_64);
	}

	@Test
	void countsBytesThatAreNotUnpacked() throws IOException {
		final Path folder = temp.resolve("a").resolve("b");
		assertEquals(2000, cache(folder).prepare());
		final Path unpacked = folder.resolve(jar.getFileName()).resolve(PACKAGE);
		Files.createDirectories(unpacked);
		Files.write(unpacked.resolve("libtensorflow_cc.so.2"), new byte[1000]);
		// truncated by a crash
		Files.write(unpacked.resolve(System.mapLibraryName("jnitensorflow")), new byte[10]);
		assertEquals(1000, cache(folder).prepare());
		Files.write(unpacked.resolve(System.mapLibraryName("jnitensorflow")), new byte[1000]);
		assertEquals(0, cache(folder).prepare());
	}

	@Test
	void aFolderThatCannotBeWritten() throws IOException {
		// a file as parent folder, since permissions do not apply to root
		final Path file = Files.createFile(temp.resolve("file"));
		final String message = assertThrows(DreamException.class, () -> cache(file.resolve("sub")).prepare()).getMessage();
		assertTrue(message.contains("cannot unpack TensorFlow into the folder " + file.resolve("sub") + ": change its permissions"),
			message);
		assertTrue(message.contains("deepdream.cache"), message);
	}

	/** Lines of /proc/mounts; a later one hides an earlier one at the same place. */
	@ParameterizedTest
	@CsvSource({ "/,false", "/home/a,true", "/home/a/exec/b,false", "/home/ab,false", "/home/a b/c,true", "/both,true",
		"/tmp/cache,false" })
	void readsWhichVolumesForbidExecution(final Path folder, final boolean forbidden) throws IOException {
		final Path mounts = Files.write(temp.resolve("mounts"), List.of("/dev/sda1 / ext4 rw,relatime 0 0",
			"/dev/sda2 /home/a ext4 rw,nosuid,noexec,relatime 0 0", "tmpfs /home/a/exec tmpfs rw 0 0",
			"/dev/sda3 /home/a\\040b ext4 rw,noexec 0 0", "tmpfs /both tmpfs rw 0 0", "tmpfs /both tmpfs noexec 0 0",
			"tmpfs /tmp tmpfs rw,noexecution 0 0", "damaged"));
		assertEquals(forbidden, new Mounts(mounts).forbidExecution(folder));
		assertFalse(new Mounts(temp.resolve("missing")).forbidExecution(folder));
	}

	@Test
	void aFolderThatForbidsExecution() throws Exception {
		final Path volume = Files.createDirectory(temp.resolve("volume"));
		assumeTrue(ends("mount", "-t", "tmpfs", "-o", "noexec", "tmpfs", volume.toString()),
			"no permission to mount a volume: skipped");
		try {
			final DreamException exc = assertThrows(DreamException.class, () -> cache(volume.resolve("sub")).prepare());
			final String message = exc.message(DreamException.Place.COMMAND_LINE);
			assertTrue(message.contains(volume.resolve("sub") + " forbids execution") && message.contains("noexec"), message);
			assertTrue(message.contains("DEEPDREAM_CACHE="), message);
			assertTrue(exc.message(DreamException.Place.DIALOG).contains("ij.Prefs.set"), exc.getMessage());
		}
		finally {
			assertTrue(ends("umount", volume.toString()));
		}
	}

	/** Whether a program exists and succeeds. */
	private static boolean ends(final String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
				.waitFor() == 0;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	@Test
	void tooLittleDiskSpace() {
		final NativeCache cache = cache(temp);
		final String message = assertThrows(DreamException.class, () -> cache.requireSpace(683_000_000, 300_000_000))
			.getMessage();
		assertTrue(message.contains("needs 735 MB") && message.contains("only 300 MB are free") && message.contains(temp
			.toString()), message);
		cache.requireSpace(683_000_000, 800_000_000);
		// nothing has to be unpacked, so a full disk does not matter
		cache.requireSpace(0, 0);
	}

	@Test
	void removesOtherVersionsAndNothingElse() throws IOException {
		for (final String name : new String[] { "tensorflow-core-native-1.0.0-linux-x86_64.jar", jar.getFileName()
			.toString() })
		{
			final Path folder = temp.resolve("c").resolve(name).resolve(PACKAGE);
			Files.createDirectories(folder);
			Files.write(folder.resolve("libtensorflow_cc.so.2"), new byte[10]);
		}
		final Path mine = Files.write(temp.resolve("c").resolve("notes.jar"), new byte[3]);
		final Path folder = Files.createDirectory(temp.resolve("c").resolve("other"));
		cache(temp.resolve("c")).removeOtherVersions();
		assertFalse(Files.exists(temp.resolve("c").resolve("tensorflow-core-native-1.0.0-linux-x86_64.jar")));
		assertTrue(Files.exists(temp.resolve("c").resolve(jar.getFileName()).resolve(PACKAGE).resolve(
			"libtensorflow_cc.so.2")));
		assertTrue(Files.exists(mine) && Files.exists(folder));
	}

	@Test
	void findsTheJarOfThePlatform() throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() }, null)) {
			assertEquals(jar, NativeCache.of(loader, Platform.LINUX_X86_64).jar());
			assertTrue(assertThrows(DreamException.class, () -> NativeCache.of(loader, Platform.WINDOWS_X86_64)).getMessage()
				.contains("for Windows on x86_64 is missing"));
		}
	}

	@Test
	void theFolderIsConfigurable() {
		System.setProperty(SystemSettings.CACHE, temp.toString());
		try {
			assertEquals(temp, SystemSettings.cache());
		}
		finally {
			System.clearProperty(SystemSettings.CACHE);
		}
		assertEquals("deepdream", SystemSettings.cache().getFileName().toString());
	}
}
