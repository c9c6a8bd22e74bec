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
package io.deepdream.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the update site independently of the code that writes it. */
class UpdateSiteTest {

	private static final long FIRST = 20260101120000L;
	private static final long SECOND = 20260201120000L;
	private static final Pattern PLUGIN = Pattern.compile("<plugin filename=\"([^\"]*)\">(.*?)</plugin>");

	@TempDir
	Path temp;

	private Path project;
	private Path site;

	@BeforeEach
	void makeProject() throws IOException {
		project = Files.createDirectory(temp.resolve("project"));
		site = temp.resolve("site");
		write("LICENSE.txt", "free");
		write("models/net/README.md", "a card");
		write("update-site/licenses/third-party.txt", "theirs");
		write("update-site/site.properties",
			"name=Dream\ndescription=Dreams & more <here>\nlibraries=A part\nauthors=Ann, Bob\nlinks=https://example.org\n");
	}

	private Path write(final String file, final String text) throws IOException {
		final Path path = project.resolve(file);
		Files.createDirectories(path.getParent());
		return Files.writeString(path, text);
	}

	private Path jar(final String name, final String... entriesAndTexts) throws IOException {
		final Path jar = temp.resolve(name);
		try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (int i = 0; i < entriesAndTexts.length; i += 2) {
				zip.putNextEntry(new ZipEntry(entriesAndTexts[i]));
				zip.write(entriesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return jar;
	}

	private static String sha1(final byte[] bytes) throws Exception {
		return String.format("%040x", new BigInteger(1, MessageDigest.getInstance("SHA-1").digest(bytes)));
	}

	@Test
	void theChecksumOfAJarCoversItsSortedContents() throws Exception {
		final Path jar = jar("a.jar", "x/Y.class", "code", "META-INF/MANIFEST.MF", "Built-By: me\n", "META-INF/p.properties",
			"#today\nversion=1\n##\n#kept\nb=#2\n\n#kept\n#end", "B/", "", "a.txt", "#text");
		assertEquals(sha1(("B/" + "META-INF/MANIFEST.MF" + "META-INF/p.properties" + "\nversion=1\n\n#kept\nb=#2\n\n#kept\n" +
			"a.txt" + "#text" + "x/Y.class" + "code").getBytes(StandardCharsets.US_ASCII)), Checksum.of("plugins/a.jar", jar));
		// computed by ImageJ's updater 2.0.3 for this jar
		assertEquals("70200f0c0ef325cc87dcf0891ce6186e86beee4b", Checksum.of("plugins/a.jar", jar));
	}

	@Test
	void theChecksumOfAnotherFileCoversItsPath() throws Exception {
		assertEquals(sha1("licenses/a.txtsome text".getBytes(StandardCharsets.US_ASCII)), Checksum.of("licenses/a.txt", write(
			"a.txt", "some text")));
	}

	/** A second implementation of the checksum. */
	private static String independentChecksum(final String path, final Path file) throws Exception {
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		if (!path.endsWith(".jar")) {
			all.write(path.getBytes(StandardCharsets.US_ASCII));
			all.write(Files.readAllBytes(file));
			return sha1(all.toByteArray());
		}
		final Map<String, byte[]> entries = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
				entries.put(entry.getName(), zip.readAllBytes());
		}
		for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
			all.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
			if (entry.getKey().equals("META-INF/MANIFEST.MF")) continue;
			if (!entry.getKey().endsWith(".properties")) {
				all.write(entry.getValue());
				continue;
			}
			boolean commentsCount = true;
			for (final String line : new String(entry.getValue(), StandardCharsets.ISO_8859_1).split("(?<=\n)")) {
				final String kept = commentsCount && line.startsWith("#") ? line.replaceAll("[^\n]", "") : line;
				all.write(kept.getBytes(StandardCharsets.ISO_8859_1));
				commentsCount = !(commentsCount && line.matches("#*\n"));
			}
		}
		return sha1(all.toByteArray());
	}

	private List<Path> libraries(final String version) throws IOException {
		final List<Path> jars = new ArrayList<>();
		jars.add(jar("tensorflow-core-api-" + version + ".jar", "A.class", "api", "p.properties", "#x\ny=" + version));
		for (final String classifier : new String[] { "linux-x86_64", "linux-arm64", "macosx-arm64", "windows-x86_64" })
			jars.add(jar("tensorflow-core-native-" + version + "-" + classifier + ".jar", "lib.so", classifier + version));
		return jars;
	}

	private void publish(final long when, final Path plugin, final List<Path> libraries) throws IOException {
		final List<PackagedFile> files = Layout.of(project, plugin, libraries);
		UpdateSite.requireAllPlatforms(files);
		new UpdateSite(site, new SiteDescription(project.resolve("update-site/site.properties"))).publish(files, when);
	}

	private String index() throws IOException {
		try (InputStream in = new GZIPInputStream(Files.newInputStream(site.resolve("db.xml.gz")))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private Map<String, String> plugins() throws IOException {
		final Map<String, String> plugins = new TreeMap<>();
		final Matcher matcher = PLUGIN.matcher(index());
		while (matcher.find())
			assertEquals(null, plugins.put(matcher.group(1), matcher.group(2)));
		return plugins;
	}

	private static String first(final String text, final String regex) {
		final Matcher matcher = Pattern.compile(regex).matcher(text);
		assertTrue(matcher.find(), text);
		return matcher.group(1);
	}

	@Test
	void everyFileIsStoredAsIndexed() throws Exception {
		publish(FIRST, jar("DeepDream_-1.0.0.jar", "META-INF/MANIFEST.MF", "x", "P.class", "1"), libraries("1.1.0"));
		final Map<String, String> plugins = plugins();
		assertEquals(Arrays.asList("lib/deepdream/tensorflow-core-api-1.1.0.jar",
			"lib/linux-arm64/deepdream/tensorflow-core-native-1.1.0-linux-arm64.jar",
			"lib/linux64/deepdream/tensorflow-core-native-1.1.0-linux-x86_64.jar",
			"lib/macos-arm64/deepdream/tensorflow-core-native-1.1.0-macosx-arm64.jar",
			"lib/win64/deepdream/tensorflow-core-native-1.1.0-windows-x86_64.jar", "licenses/deepdream/LICENSE.txt",
			"licenses/deepdream/third-party.txt", "models/deepdream/net.md", "plugins/DeepDream_-1.0.0.jar"), new ArrayList<>(
				plugins.keySet()));
		for (final Map.Entry<String, String> plugin : plugins.entrySet()) {
			final String version = first(plugin.getValue(), "(<version[^>]*>)");
			final Path file = site.resolve(plugin.getKey() + "-" + first(version, "timestamp=\"(\\d{14})\""));
			assertEquals(Files.size(file), Long.parseLong(first(version, "filesize=\"(\\d+)\"")), file.toString());
			assertEquals(independentChecksum(plugin.getKey(), file), first(version, "checksum=\"(\\w{40})\""));
			final String[] folders = plugin.getKey().split("/");
			final boolean ofPlatform = folders[0].equals("lib") && folders.length == 4;
			assertEquals(ofPlatform, plugin.getValue().startsWith("<platform>" + folders[1] + "</platform><version "), plugin
				.toString());
			assertEquals(ofPlatform, plugin.getValue().contains("platform"), plugin.toString());
		}
	}

	@Test
	void theIndexIsCompactAndInTheOrderOfTheUpdater() throws Exception {
		publish(FIRST, jar("DeepDream_-1.0.0.jar", "P.class", "1"), libraries("1.1.0"));
		final String index = index();
		assertTrue(index.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pluginRecords><plugin "), index);
		assertTrue(index.endsWith("</plugin></pluginRecords>\n"), index);
		assertFalse(index.substring(index.indexOf("<pluginRecords>")).matches("(?s).*(>\\s+<|<\\w+>\\s|\\s</).*"), index);
		final String plugin = plugins().get("plugins/DeepDream_-1.0.0.jar");
		assertTrue(plugin.endsWith("><description>Dreams &amp; more &lt;here&gt;</description>" +
			"<dependency filename=\"lib/deepdream/tensorflow-core-api.jar\" timestamp=\"" + FIRST + "\"/>" +
			"<link>https://example.org</link><author>Ann</author><author>Bob</author></version>"), plugin);
	}

	@Test
	void aNewVersionKeepsTheHistory() throws Exception {
		publish(FIRST, jar("DeepDream_-1.0.0.jar", "P.class", "1"), libraries("1.1.0"));
		final Map<String, String> before = plugins();
		Files.delete(project.resolve("models/net/README.md"));
		write("LICENSE.txt", "still free");
		publish(SECOND, jar("DeepDream_-1.0.1.jar", "P.class", "2"), libraries("1.1.0"));
		final Map<String, String> after = plugins();
		// unchanged files have the same entry
		final String api = "lib/deepdream/tensorflow-core-api-1.1.0.jar";
		assertEquals(before.get(api), after.get(api));
		// the updater treats another version in the name as the same file
		assertFalse(after.containsKey("plugins/DeepDream_-1.0.0.jar"));
		final String plugin = after.get("plugins/DeepDream_-1.0.1.jar");
		assertTrue(plugin.contains("timestamp=\"" + SECOND + "\""), plugin);
		assertTrue(plugin.endsWith("</version><previous-version timestamp=\"" + FIRST + "\" timestamp-obsolete=\"" + SECOND +
			"\" checksum=\"" + first(before.get("plugins/DeepDream_-1.0.0.jar"), "checksum=\"(\\w+)\"") +
			"\" filename=\"plugins/DeepDream_-1.0.0.jar\"/>"), plugin);
		assertTrue(Files.exists(site.resolve("plugins/DeepDream_-1.0.1.jar-" + SECOND)));
		// changed content, the same name
		final String licence = after.get("licenses/deepdream/LICENSE.txt");
		assertTrue(licence.contains("<version") && licence.contains("<previous-version timestamp=\"" + FIRST), licence);
		// removed: the updater deletes it because only its history remains
		final String card = after.get("models/deepdream/net.md");
		assertTrue(card.startsWith("<previous-version timestamp=\"" + FIRST + "\" timestamp-obsolete=\"" + SECOND), card);
		assertFalse(card.contains("<version"), card);
	}

	@Test
	void publishingTwiceChangesNothing() throws Exception {
		final Path plugin = jar("DeepDream_-1.0.0.jar", "P.class", "1");
		publish(FIRST, plugin, libraries("1.1.0"));
		write("LICENSE.txt", "another");
		publish(SECOND, plugin, libraries("1.1.0"));
		final byte[] index = Files.readAllBytes(site.resolve("db.xml.gz"));
		publish(SECOND + 1, plugin, libraries("1.1.0"));
		assertArrayEquals(index, Files.readAllBytes(site.resolve("db.xml.gz")));
		// a version that is restored is not listed as previous
		write("LICENSE.txt", "free");
		publish(SECOND + 2, plugin, libraries("1.1.0"));
		final String licence = plugins().get("licenses/deepdream/LICENSE.txt");
		assertEquals(2, licence.split("checksum=", -1).length - 1, licence);
	}

	@Test
	void librariesOfImageJAndIncompleteSitesAreRefused() throws Exception {
		final Path plugin = jar("DeepDream_-1.0.0.jar", "P.class", "1");
		for (final String library : new String[] { "ij-1.54p.jar", "imglib2-8.0.0.jar", "scijava-common-2.100.1.jar" })
			assertTrue(assertThrows(IOException.class, () -> Layout.of(project, plugin, Arrays.asList(temp.resolve(library))))
				.getMessage().contains(library));
		assertTrue(assertThrows(IOException.class, () -> publish(FIRST, plugin, libraries("1.1.0").subList(0, 4)))
			.getMessage().contains("win64"));
		assertFalse(Files.exists(site));
	}
}
