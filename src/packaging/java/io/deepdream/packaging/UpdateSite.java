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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.deepdream.engine.loading.Platform;

/**
 * An update site for ImageJ's updater: each file under its path and the timestamp of
 * its version, and an index. Publishing to an existing site adds new versions and keeps
 * the history.
 *
 * <pre>
 * UpdateSite PROJECT SITE PLUGIN.jar CLASSPATH.txt
 * </pre>
 */
public final class UpdateSite {

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(
		ZoneOffset.UTC);

	private final Path site;
	private final SiteDescription about;

	UpdateSite(final Path site, final SiteDescription about) {
		this.site = site;
		this.about = about;
	}

	public static void main(final String... args) throws IOException {
		final Path project = Paths.get(args[0]);
		final List<PackagedFile> files = Layout.of(project, Paths.get(args[2]), Layout.classPath(Paths.get(args[3])));
		requireAllPlatforms(files);
		new UpdateSite(Paths.get(args[1]), new SiteDescription(project.resolve("update-site").resolve("site.properties")))
			.publish(files, timestamp(Instant.now()));
	}

	static void requireAllPlatforms(final Collection<PackagedFile> files) throws IOException {
		for (final Platform platform : Platform.values())
			if (files.stream().noneMatch(file -> file.platform().filter(platform::equals).isPresent())) throw new IOException(
				"The native library for " + platform.folder() + " is missing: build with -Pupdate-site.");
	}

	static long timestamp(final Instant time) {
		return Long.parseLong(TIMESTAMP.format(time));
	}

	/**
	 * Adds new and changed files, marks removed files as obsolete, and writes the index last.
	 *
	 * @param now the timestamp of new versions
	 */
	void publish(final Collection<PackagedFile> files, final long now) throws IOException {
		Files.createDirectories(site);
		final Map<String, SiteFile> old = new TreeMap<>();
		for (final SiteFile file : SiteIndex.read(site))
			old.put(file.key(), file);
		final Map<String, SiteFile> index = new TreeMap<>();
		final Set<String> names = new HashSet<>();
		for (final PackagedFile file : files) {
			final SiteFile updated = update(old.get(SiteFile.key(file.path())), file, now);
			if (!names.add(updated.key())) throw new IOException("ImageJ's updater cannot distinguish two files: " + file.path());
			index.put(updated.filename(), updated);
			final Path stored = site.resolve(updated.storedName());
			if (!Files.exists(stored)) file.copyTo(stored);
		}
		for (final SiteFile file : old.values())
			if (!names.contains(file.key())) index.put(file.filename(), file.obsolete(now));
		SiteIndex.write(site, index.values(), about);
	}

	private static SiteFile update(final SiteFile old, final PackagedFile file, final long now) throws IOException {
		final List<String> platforms = file.platform().map(p -> Arrays.asList(p.folder())).orElse(Collections.emptyList());
		final SiteFile before = old == null ? new SiteFile(file.path(), platforms, null, 0, Collections.emptyList()) : old;
		return before.with(file.path(), platforms, Checksum.of(file.path(), file.source()), Files.size(file.source()), now);
	}
}
