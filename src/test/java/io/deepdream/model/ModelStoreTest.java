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
package io.deepdream.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

	private static final byte[] GRAPH = { 1, 2, 3, 4 };

	@TempDir
	Path folder;

	private static void add(final ModelStore store, final String name) {
		final Properties p = new Properties();
		p.setProperty("mean", "1, 2, 3");
		store.add(name, new ByteArrayInputStream(GRAPH), GRAPH.length, p, Map.of(), TransferListener.SILENT);
	}

	@Test
	void addsVerifiesAndRemoves() throws IOException {
		final ModelStore store = new ModelStore(List.of(folder.resolve("not/yet/there")));
		assertEquals(List.of(), store.names());
		add(store, "my-net.v2");
		assertEquals(List.of("my-net.v2"), store.names());
		final ModelSpec spec = ModelCatalogue.find("my-net.v2", store);
		assertEquals("my-net.v2", spec.name());
		assertArrayEquals(new float[] { 1, 2, 3 }, spec.mean());
		assertArrayEquals(GRAPH, spec.read());
		Files.write(store.graph("my-net.v2"), new byte[] { 9 });
		assertTrue(assertThrows(DreamException.class, spec::read).getMessage().contains("SHA-256"));
		store.remove("my-net.v2");
		assertEquals(List.of(), store.names());
		assertEquals(0, folder.resolve("not/yet/there").toFile().list().length);
	}

	@Test
	void refusesInvalidAndUsedNames() {
		final ModelStore store = new ModelStore(List.of(folder));
		add(store, "a");
		for (final String name : new String[] { "a", "inception5h", "compact-inception" })
			assertTrue(assertThrows(DreamException.class, () -> add(store, name)).getMessage().contains("already"), name);
		for (final String name : new String[] { "", "../a", "a b", "a/b", ".a" }) {
			assertTrue(assertThrows(DreamException.class, () -> add(store, name)).getMessage().contains("letters"), name);
			assertNull(store.graph(name));
			assertThrows(DreamException.class, () -> store.remove(name));
		}
		assertEquals(List.of("a"), store.names());
	}

	@Test
	void deletesAnIncompleteCopy() {
		final ModelStore store = new ModelStore(List.of(folder));
		final InputStream broken = new InputStream() {

			private int remaining = 100_000;

			@Override
			public int read() throws IOException {
				if (remaining-- <= 0) throw new IOException("the drive was removed");
				return 7;
			}
		};
		assertTrue(assertThrows(DreamException.class, () -> store.add("b", broken, 200_000, new Properties(), Map.of(),
			TransferListener.SILENT)).getMessage().contains("drive was removed"));
		assertEquals(List.of(), Arrays.asList(folder.toFile().list()));
	}

	@Test
	void writesToTheFirstWritableFolderAndReadsAll() throws IOException {
		// a file in place of the folder: not writable for any user
		final Path blocked = folder.resolve("file");
		Files.write(blocked, GRAPH);
		final Path own = folder.resolve("own");
		final ModelStore store = new ModelStore(List.of(blocked.resolve("models"), own));
		add(store, "n");
		assertEquals(own.resolve("n.pb"), store.graph("n"));
		final ModelStore both = new ModelStore(List.of(folder.resolve("shared"), own));
		add(new ModelStore(List.of(folder.resolve("shared"))), "m");
		assertEquals(List.of("m", "n"), both.names());
		final String message = assertThrows(DreamException.class, () -> add(new ModelStore(List.of(blocked.resolve("x"))),
			"y")).getMessage();
		assertTrue(message.contains(SystemSettings.MODELS), message);
	}

	@Test
	void explainsHowToInstallAMissingNetwork() {
		final String message = assertThrows(DreamException.class, () -> ModelCatalogue.find("inception5h", new ModelStore(
			List.of(folder)))).getMessage();
		assertTrue(message.contains("Models...") && message.contains("--install inception5h"), message);
		assertTrue(message.contains(folder.toString()), message);
	}

	@Test
	void refusesAnotherFileUnderTheNameOfACatalogueEntry() throws IOException {
		Files.write(folder.resolve("inception5h.pb"), GRAPH);
		Files.writeString(folder.resolve("inception5h.properties"), "sha256 =\n");
		final ModelSpec spec = ModelCatalogue.find("inception5h", new ModelStore(List.of(folder)));
		assertTrue(assertThrows(DreamException.class, spec::read).getMessage().contains("SHA-256"));
	}

	@Test
	void theCatalogueIsComplete() {
		for (final CatalogueEntry entry : ModelCatalogue.entries()) {
			assertEquals(64, entry.sha256().length());
			assertEquals(64, entry.downloadSha256().length());
			assertTrue(entry.size() > 0 && entry.downloadSize() > 0);
			assertEquals("https", entry.url().getProtocol());
			assertFalse(entry.description().isEmpty() || entry.licence().isEmpty() || entry.fileName().isEmpty());
			final ModelSpec spec = new ModelSpec("", null, entry.properties());
			assertEquals(entry.name(), spec.name());
			assertFalse(spec.layer().isEmpty() || spec.citation().isEmpty());
		}
		assertEquals("inception5h.zip", ModelCatalogue.entry("inception5h").fileName());
	}
}
