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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installations from a local server. After each failed installation, the store must be empty. */
class InstallationTest {

	private static final Duration SHORT_TIMEOUT = Duration.ofMillis(700);
	private static final Duration LONG_TIMEOUT = Duration.ofSeconds(30);

	@TempDir
	Path folder;

	private final byte[] graph = new byte[300_000];
	private byte[] zip;
	private FileServer server;
	private ModelStore store;

	@BeforeEach
	void serve() throws IOException {
		new Random(5).nextBytes(graph);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			out.putNextEntry(new ZipEntry("LICENSE"));
			out.write("do as you like".getBytes());
			out.putNextEntry(new ZipEntry("inner/graph.pb"));
			out.write(graph);
		}
		zip = bytes.toByteArray();
		server = new FileServer(zip);
		store = new ModelStore(List.of(folder));
	}

	@AfterEach
	void stop() {
		server.close();
	}

	private CatalogueEntry entry(final String... changes) {
		final Properties p = new Properties();
		p.setProperty("name", "net");
		p.setProperty("licence", "free");
		p.setProperty("sha256", Sha256.of(graph));
		p.setProperty("size", String.valueOf(graph.length));
		p.setProperty("url", server.url().toString());
		p.setProperty("download.size", String.valueOf(zip.length));
		p.setProperty("download.sha256", Sha256.of(zip));
		p.setProperty("download.member", "inner/graph.pb");
		for (int i = 0; i < changes.length; i += 2)
			p.setProperty(changes[i], changes[i + 1]);
		return new CatalogueEntry(p);
	}

	private Installation installation(final CatalogueEntry entry) {
		return new Installation(entry, folder, TransferListener.SILENT).withTimeouts(LONG_TIMEOUT, Duration.ofMillis(1));
	}

	private void assertInstalled() throws IOException {
		assertEquals(List.of("net"), store.names());
		assertArrayEquals(graph, Files.readAllBytes(store.graph("net")));
		assertArrayEquals(graph, ModelCatalogue.find("net", store).read());
		assertEquals("free", ModelCatalogue.find("net", store).licence());
		assertEquals(List.of("net.pb", "net.properties"), files());
	}

	private List<String> files() {
		final String[] names = folder.toFile().list();
		Arrays.sort(names);
		return Arrays.asList(names);
	}

	/** The error message of a failed installation, which must leave no network behind. */
	private String failure(final Installation installation) {
		final DreamException failure = assertThrows(DreamException.class, installation::run);
		assertEquals(List.of(), store.names());
		assertFalse(Files.exists(folder.resolve("net.lock")));
		assertFalse(Files.exists(folder.resolve("net.tmp")));
		return failure.getMessage();
	}

	@Test
	void downloadsAndUnpacks() throws IOException {
		final List<String> reports = new ArrayList<>();
		new Installation(entry(), folder, new TransferListener() {

			@Override
			public void progress(final String what, final long done, final long total) {
				assertTrue(done <= total, what);
				reports.add(what + " " + 100 * done / total);
			}
		}).run();
		assertInstalled();
		assertTrue(reports.contains("Downloading net 100"), reports.toString());
		assertEquals("Unpacking net 100", reports.get(reports.size() - 1));
	}

	@Test
	void resumesAfterALostConnection() throws IOException {
		server.drop(100_000, 2);
		installation(entry()).run();
		assertInstalled();
		assertEquals(List.of("/folder/network.zip whole", "/folder/network.zip bytes=100000-",
			"/folder/network.zip bytes=200000-"), server.requests());
	}

	@Test
	void resumesAnEarlierDownload() throws IOException {
		Files.write(folder.resolve("net.part"), Arrays.copyOf(zip, 120_000));
		installation(entry()).run();
		assertInstalled();
		assertEquals(List.of("/folder/network.zip bytes=120000-"), server.requests());
	}

	@Test
	void restartsIfTheServerLacksRanges() throws IOException {
		server.withoutRanges();
		Files.write(folder.resolve("net.part"), Arrays.copyOf(zip, 120_000));
		installation(entry()).run();
		assertInstalled();
	}

	@Test
	void restartsIfTheFirstPartIsDamaged() throws IOException {
		Files.write(folder.resolve("net.part"), new byte[120_000]);
		installation(entry()).run();
		assertInstalled();
		assertEquals(List.of("/folder/network.zip bytes=120000-", "/folder/network.zip whole"), server.requests());
	}

	@Test
	void restartsIfThePartialDownloadIsTooLong() throws IOException {
		Files.write(folder.resolve("net.part"), new byte[zip.length + 5]);
		installation(entry()).run();
		assertInstalled();
	}

	@Test
	void deletesADamagedDownload() {
		final byte[] damaged = zip.clone();
		damaged[zip.length / 2] ^= 1;
		server.serve(damaged);
		final String message = failure(installation(entry()));
		assertTrue(message.contains(Sha256.of(damaged)) && message.contains("damaged"), message);
		assertEquals(List.of(), files());
	}

	@Test
	void rejectsAGraphThatDiffersFromTheCatalogue() {
		final String message = failure(installation(entry("sha256", "00")));
		assertTrue(message.contains("differs from that of the catalogue"), message);
	}

	@Test
	void recognisesALoginPage() {
		server.serve("<html>please log in</html>".getBytes());
		final String message = failure(installation(entry()));
		assertTrue(message.contains("a different file") && message.contains("login page"), message);
		assertEquals(List.of(), files());
		assertEquals(1, server.requests().size());
	}

	@Test
	void keepsThePartialDownloadAfterALoginPage() throws IOException {
		Files.write(folder.resolve("net.part"), Arrays.copyOf(zip, 120_000));
		server.withoutRanges();
		server.serve("<html>please log in</html>".getBytes());
		failure(installation(entry()));
		assertEquals(120_000, Files.size(folder.resolve("net.part")));
	}

	@Test
	void doesNotRetryAMissingFile() {
		server.status(404);
		final String message = failure(installation(entry()));
		assertTrue(message.contains("404") && message.contains(server.url().toString()), message);
		assertTrue(message.contains("put the file network.zip into " + folder), message);
		assertEquals(1, server.requests().size());
	}

	@Test
	void retriesAnOverloadedServer() {
		server.status(503);
		final String message = failure(installation(entry()));
		assertTrue(message.contains("503"), message);
		assertEquals(4, server.requests().size());
	}

	@Test
	void timesOut() {
		server.neverRespond();
		final String message = failure(installation(entry()).withTimeouts(Duration.ofMillis(50), Duration.ofMillis(1)));
		assertTrue(message.contains("SocketTimeoutException") && message.contains("Proxy Settings"), message);
	}

	@Test
	void explainsManualInstallationWithoutANetwork() throws IOException {
		final String url = server.url().toString();
		server.close();
		final String message = failure(installation(entry("url", url)));
		assertTrue(message.contains("put the file network.zip into " + folder + " and install again"), message);
		// the file suffices
		Files.write(folder.resolve("network.zip"), zip);
		installation(entry("url", url)).run();
		assertArrayEquals(graph, Files.readAllBytes(store.graph("net")));
	}

	@Test
	void installsAManualDownloadFromAnyFolder(@TempDir final Path elsewhere) throws IOException {
		Files.write(elsewhere.resolve("renamed"), zip);
		installation(entry()).from(elsewhere.resolve("renamed")).run();
		assertInstalled();
		assertEquals(0, server.requests().size());
	}

	@Test
	void ignoresAWrongManualDownload() throws IOException {
		Files.write(folder.resolve("network.zip"), Arrays.copyOf(zip, 1000));
		installation(entry()).run();
		assertArrayEquals(graph, Files.readAllBytes(store.graph("net")));
		assertEquals(1, server.requests().size());
	}

	@Test
	void usesTheGivenProxy() throws IOException {
		// the server acts as the proxy: it receives the absolute URL of a host that does not exist
		installation(entry("url", "http://models.invalid/network.zip")).withProxies(ProxySelector.of(server.address())).run();
		assertInstalled();
		assertEquals(List.of("http://models.invalid/network.zip whole"), server.requests());
	}

	@Test
	void usesJavasProxySettings() throws IOException {
		System.setProperty("http.proxyHost", "127.0.0.1");
		System.setProperty("http.proxyPort", String.valueOf(server.address().getPort()));
		try {
			installation(entry("url", "http://models.invalid/network.zip")).run();
		}
		finally {
			System.clearProperty("http.proxyHost");
			System.clearProperty("http.proxyPort");
		}
		assertInstalled();
	}

	@Test
	void cancelsAtOnceAndResumesLater() throws IOException {
		Files.write(folder.resolve("net.part"), Arrays.copyOf(zip, 120_000));
		final long begin = System.nanoTime();
		final TransferListener escape = new TransferListener() {

			@Override
			public boolean isCancelled() {
				return System.nanoTime() - begin > 300_000_000;
			}
		};
		final FileServer silent = new FileServer(zip);
		silent.neverRespond();
		assertThrows(CancellationException.class, new Installation(entry("url", silent.url().toString()), folder,
			escape).withTimeouts(LONG_TIMEOUT, LONG_TIMEOUT)::run);
		assertTrue(System.nanoTime() - begin < LONG_TIMEOUT.toNanos() / 2);
		silent.close();
		assertEquals(List.of(), store.names());
		installation(entry()).run();
		assertInstalled();
		assertEquals(List.of("/folder/network.zip bytes=120000-"), server.requests());
	}

	@Test
	void checksTheDiskSpaceBeforeDownloading() {
		final String message = failure(installation(entry("size", String.valueOf(1L << 60))));
		assertTrue(message.contains("not enough disk space") && message.contains(folder.toString()), message);
		assertEquals(0, server.requests().size());
	}

	/** The partial download is Linux' full device: every write fails because no space is left. */
	@Test
	void doesNotRetryIfTheDiskIsFull() throws IOException {
		assumeTrue(new File("/dev/full").exists(), "no /dev/full: skipped");
		Files.createSymbolicLink(folder.resolve("net.part"), Path.of("/dev/full"));
		final String message = failure(installation(entry()));
		assertTrue(message.contains("cannot be written") && message.contains("free disk space"), message);
		assertEquals(1, server.requests().size());
	}

	@Test
	void refusesConcurrentInstallations() throws Exception {
		server.neverRespond();
		final Thread first = new Thread(() -> assertThrows(DreamException.class, installation(entry()).withTimeouts(SHORT_TIMEOUT,
			Duration.ofMillis(1))::run));
		first.start();
		while (server.requests().isEmpty())
			Thread.sleep(10);
		final String message = assertThrows(DreamException.class, installation(entry())::run).getMessage();
		assertTrue(message.contains("already"), message);
		assertTrue(Files.exists(folder.resolve("net.lock")));
		first.join();
		assertFalse(Files.exists(folder.resolve("net.lock")));
	}
}
