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

/** Installations from a server on this machine. After each that fails, nothing must be found in the store. */
class InstallationTest {

	private static final Duration SOON = Duration.ofMillis(700);
	private static final Duration NEVER = Duration.ofSeconds(30);

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
		return new Installation(entry, folder, TransferListener.SILENT).patience(NEVER, Duration.ofMillis(1));
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

	/** The sentence, and that no network came of it. */
	private String fault(final Installation installation) {
		final DreamException fault = assertThrows(DreamException.class, installation::run);
		assertEquals(List.of(), store.names());
		assertFalse(Files.exists(folder.resolve("net.lock")));
		assertFalse(Files.exists(folder.resolve("net.tmp")));
		return fault.getMessage();
	}

	@Test
	void aNetworkIsFetchedAndUnpacked() throws IOException {
		final List<String> said = new ArrayList<>();
		new Installation(entry(), folder, new TransferListener() {

			@Override
			public void progress(final String what, final long done, final long total) {
				assertTrue(done <= total, what);
				said.add(what + " " + 100 * done / total);
			}
		}).run();
		assertInstalled();
		assertTrue(said.contains("Fetching net 100"), said.toString());
		assertEquals("Unpacking net 100", said.get(said.size() - 1));
	}

	@Test
	void aDroppedLineIsGoneOnWith() throws IOException {
		server.drop(100_000, 2);
		installation(entry()).run();
		assertInstalled();
		assertEquals(List.of("/folder/network.zip whole", "/folder/network.zip bytes=100000-",
			"/folder/network.zip bytes=200000-"), server.requests());
	}

	@Test
	void anEarlierSessionIsGoneOnWith() throws IOException {
		Files.write(folder.resolve("net.part"), Arrays.copyOf(zip, 120_000));
		installation(entry()).run();
		assertInstalled();
		assertEquals(List.of("/folder/network.zip bytes=120000-"), server.requests());
	}

	@Test
	void aServerWithoutRangesStartsOver() throws IOException {
		server.withoutRanges();
		Files.write(folder.resolve("net.part"), Arrays.copyOf(zip, 120_000));
		installation(entry()).run();
		assertInstalled();
	}

	@Test
	void aBadFirstHalfIsFetchedAnew() throws IOException {
		Files.write(folder.resolve("net.part"), new byte[120_000]);
		installation(entry()).run();
		assertInstalled();
		assertEquals(List.of("/folder/network.zip bytes=120000-", "/folder/network.zip whole"), server.requests());
	}

	@Test
	void aPartThatIsTooLongIsFetchedAnew() throws IOException {
		Files.write(folder.resolve("net.part"), new byte[zip.length + 5]);
		installation(entry()).run();
		assertInstalled();
	}

	@Test
	void aDamagedFileIsDeleted() {
		final byte[] damaged = zip.clone();
		damaged[zip.length / 2] ^= 1;
		server.serve(damaged);
		final String sentence = fault(installation(entry()));
		assertTrue(sentence.contains(Sha256.of(damaged)) && sentence.contains("damaged"), sentence);
		assertEquals(List.of(), files());
	}

	@Test
	void anotherGraphThanPromisedIsNotKept() {
		final String sentence = fault(installation(entry("sha256", "00")));
		assertTrue(sentence.contains("not the one that the catalogue promises"), sentence);
	}

	@Test
	void aLoginPageIsRecognised() {
		server.serve("<html>please log in</html>".getBytes());
		final String sentence = fault(installation(entry()));
		assertTrue(sentence.contains("another file") && sentence.contains("login page"), sentence);
		assertEquals(List.of(), files());
		assertEquals(1, server.requests().size());
	}

	@Test
	void aLoginPageDoesNotCostWhatWasFetchedBefore() throws IOException {
		Files.write(folder.resolve("net.part"), Arrays.copyOf(zip, 120_000));
		server.withoutRanges();
		server.serve("<html>please log in</html>".getBytes());
		fault(installation(entry()));
		assertEquals(120_000, Files.size(folder.resolve("net.part")));
	}

	@Test
	void aFileThatIsGoneIsNotAskedForAgain() {
		server.answer(404);
		final String sentence = fault(installation(entry()));
		assertTrue(sentence.contains("404") && sentence.contains(server.url().toString()), sentence);
		assertTrue(sentence.contains("put the file network.zip into " + folder), sentence);
		assertEquals(1, server.requests().size());
	}

	@Test
	void anOverloadedServerIsAskedFourTimes() {
		server.answer(503);
		final String sentence = fault(installation(entry()));
		assertTrue(sentence.contains("503"), sentence);
		assertEquals(4, server.requests().size());
	}

	@Test
	void aSilentServerTimesOut() {
		server.fallSilent();
		final String sentence = fault(installation(entry()).patience(Duration.ofMillis(50), Duration.ofMillis(1)));
		assertTrue(sentence.contains("SocketTimeoutException") && sentence.contains("Proxy Settings"), sentence);
	}

	@Test
	void withoutANetworkTheSentenceSaysWhichFileToPutWhere() throws IOException {
		final String url = server.url().toString();
		server.close();
		final String sentence = fault(installation(entry("url", url)));
		assertTrue(sentence.contains("put the file network.zip into " + folder + " and install again"), sentence);
		// and that is enough
		Files.write(folder.resolve("network.zip"), zip);
		installation(entry("url", url)).run();
		assertArrayEquals(graph, Files.readAllBytes(store.graph("net")));
	}

	@Test
	void aFetchedFileFromAnywhereIsTaken(@TempDir final Path elsewhere) throws IOException {
		Files.write(elsewhere.resolve("renamed"), zip);
		installation(entry()).from(elsewhere.resolve("renamed")).run();
		assertInstalled();
		assertEquals(0, server.requests().size());
	}

	@Test
	void aWrongFilePutThereByHandIsNotUsed() throws IOException {
		Files.write(folder.resolve("network.zip"), Arrays.copyOf(zip, 1000));
		installation(entry()).run();
		assertArrayEquals(graph, Files.readAllBytes(store.graph("net")));
		assertEquals(1, server.requests().size());
	}

	@Test
	void theProxyIsUsed() throws IOException {
		// the server plays the proxy: what it is asked for is a whole address of a host that does not exist
		installation(entry("url", "http://models.invalid/network.zip")).through(ProxySelector.of(server.address())).run();
		assertInstalled();
		assertEquals(List.of("http://models.invalid/network.zip whole"), server.requests());
	}

	@Test
	void javasOwnProxySettingIsUsed() throws IOException {
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
	void escEndsAtOnceAndTheNextInstallationGoesOn() throws IOException {
		Files.write(folder.resolve("net.part"), Arrays.copyOf(zip, 120_000));
		final long begin = System.nanoTime();
		final TransferListener escape = new TransferListener() {

			@Override
			public boolean isCancelled() {
				return System.nanoTime() - begin > 300_000_000;
			}
		};
		final FileServer silent = new FileServer(zip);
		silent.fallSilent();
		assertThrows(CancellationException.class, new Installation(entry("url", silent.url().toString()), folder,
			escape).patience(NEVER, NEVER)::run);
		assertTrue(System.nanoTime() - begin < NEVER.toNanos() / 2);
		silent.close();
		assertEquals(List.of(), store.names());
		installation(entry()).run();
		assertInstalled();
		assertEquals(List.of("/folder/network.zip bytes=120000-"), server.requests());
	}

	@Test
	void spaceIsLookedForBeforeAnythingIsFetched() {
		final String sentence = fault(installation(entry("size", String.valueOf(1L << 60))));
		assertTrue(sentence.contains("not enough space") && sentence.contains(folder.toString()), sentence);
		assertEquals(0, server.requests().size());
	}

	/** A part file on Linux' full device: every write says that no space is left. */
	@Test
	void aDiskThatFillsUpIsSaidAndNotAskedForAgain() throws IOException {
		assumeTrue(new File("/dev/full").exists(), "no /dev/full here: skipped");
		Files.createSymbolicLink(folder.resolve("net.part"), Path.of("/dev/full"));
		final String sentence = fault(installation(entry()));
		assertTrue(sentence.contains("cannot be written") && sentence.contains("make room"), sentence);
		assertEquals(1, server.requests().size());
	}

	@Test
	void twoInstallationsDoNotMix() throws Exception {
		server.fallSilent();
		final Thread first = new Thread(() -> assertThrows(DreamException.class, installation(entry()).patience(SOON,
			Duration.ofMillis(1))::run));
		first.start();
		while (server.requests().isEmpty())
			Thread.sleep(10);
		final String sentence = assertThrows(DreamException.class, installation(entry())::run).getMessage();
		assertTrue(sentence.contains("already"), sentence);
		assertTrue(Files.exists(folder.resolve("net.lock")));
		first.join();
		assertFalse(Files.exists(folder.resolve("net.lock")));
	}
}
