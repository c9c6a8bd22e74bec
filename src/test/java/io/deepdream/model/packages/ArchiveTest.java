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
package io.deepdream.model.packages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import io.deepdream.model.TransferListener;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of unknown origin: paths, links, sizes and damage. */
class ArchiveTest {

	@TempDir
	Path folder;
	private Path target;

	@BeforeEach
	void createTarget() throws IOException {
		target = Files.createDirectories(folder.resolve("outer").resolve("target"));
	}

	private Archive archive(final byte[] content) throws IOException {
		return new Archive(Files.write(folder.resolve("a.zip"), content));
	}

	private void unpack(final byte[] content, final UnpackLimits limits) throws IOException {
		archive(content).unpack(target, limits, TransferListener.SILENT);
	}

	private String errorMessage(final byte[] content, final UnpackLimits limits) {
		final String message = assertThrows(DreamException.class, () -> unpack(content, limits)).getMessage();
		assertTrue(message.startsWith("The package is refused, because "), message);
		return message;
	}

	private static UnpackLimits limits() {
		return new UnpackLimits(1000, 10);
	}

	@Test
	void unpacksFilesAndFolders() throws IOException {
		unpack(new Zips().add("a.txt", "one").add("b/", "").add("b/c/d.txt", "two").build(), limits());
		assertEquals("one", Files.readString(target.resolve("a.txt")));
		assertEquals("two", Files.readString(target.resolve("b/c/d.txt")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../evil", "a/../../evil", "/evil", "C:evil", "C:/evil", "..\\evil", "a\\..\\..\\evil", "\\\\host\\evil" })
	void refusesPathsThatLeaveTheFolder(final String name) throws IOException {
		assertTrue(errorMessage(new Zips().add("good", "1").add(name, "2").build(), limits()).contains("leads out of its folder"));
		assertArrayEquals(new String[] { "target" }, folder.resolve("outer").toFile().list());
		assertArrayEquals(new String[] { "good" }, target.toFile().list());
		assertFalse(Files.exists(Path.of("/evil")));
	}

	@Test
	void refusesSymbolicLinks() throws IOException {
		final Zips zip = new Zips().add("good", "1").add("link", "/etc/passwd");
		unpack(zip.build(), limits());
		Files.delete(target.resolve("good"));
		Files.delete(target.resolve("link"));
		assertTrue(errorMessage(zip.buildWithLink(), limits()).contains("symbolic link"));
		assertEquals(0, target.toFile().list().length);
	}

	@Test
	void limitsTheSumOfTheSizes() throws IOException {
		unpack(new Zips().add("a", new byte[500]).add("b", new byte[500]).build(), limits());
		Files.delete(target.resolve("a"));
		Files.delete(target.resolve("b"));
		assertTrue(errorMessage(new Zips().add("a", new byte[500]).add("b", new byte[501]).build(), limits()).contains(
			"unpacks to more than"));
	}

	@Test
	void limitsTheNumberOfFiles() {
		final Zips zip = new Zips();
		for (int i = 0; i < 11; i++)
			zip.add("file" + i, "");
		assertTrue(assertThrows(DreamException.class, () -> unpack(zip.build(), limits())).getMessage().contains(
			"more than 10 files"));
	}

	/** 17 MB of zeros in 17 kB, against the limit of a small archive. */
	@Test
	void limitsTheRatio() throws IOException {
		final byte[] bomb = new Zips().add("zeros", new byte[17 << 20]).build();
		assertTrue(bomb.length < 20_000);
		assertTrue(errorMessage(bomb, new UnpackLimits(bomb.length)).contains("more than 16 MB"));
		assertTrue(Files.size(target.resolve("zeros")) <= 16 << 20);
	}

	@Test
	void reportsDamage() throws IOException {
		final byte[] zip = new Zips().add("a", "some text that is long enough to be damaged").build();
		for (final byte[] damaged : new byte[][] { Arrays.copyOf(zip, zip.length / 2), "PK\3\4 and nothing".getBytes() })
			assertTrue(assertThrows(DreamException.class, () -> unpack(damaged, limits())).getMessage().contains("is damaged"));
		zip[45] ^= 0x55;
		assertTrue(assertThrows(DreamException.class, () -> unpack(zip, limits())).getMessage().contains("is damaged"));
	}

	@Test
	void canBeCancelled() throws IOException {
		final Archive archive = archive(new Zips().add("a", "1").build());
		assertThrows(CancellationException.class, () -> archive.unpack(target, limits(), new TransferListener() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		}));
	}

	@Test
	void recognisesZipArchives() throws IOException {
		assertTrue(Archive.is(Files.write(folder.resolve("x"), new Zips().add("a", "1").build())));
		assertFalse(Archive.is(Files.writeString(folder.resolve("y"), "PK")));
	}
}
