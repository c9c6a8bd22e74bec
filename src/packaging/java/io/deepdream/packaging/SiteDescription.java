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
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The configurable part of the update site: update-site/site.properties. */
final class SiteDescription {

	private final Properties properties = new Properties();

	SiteDescription(final Path file) throws IOException {
		try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			properties.load(in);
		}
		for (final String key : Arrays.asList("name", "description", "libraries", "authors", "links"))
			if (properties.getProperty(key, "").trim().isEmpty()) throw new IOException("The line " + key + " = ... is missing in " +
				file + ": add it.");
	}

	private static boolean isPlugin(final SiteFile file) {
		return file.filename().startsWith("plugins/");
	}

	/** One line. */
	String description(final SiteFile file) {
		return property(isPlugin(file) ? "description" : "libraries");
	}

	List<String> links(final SiteFile file) {
		return isPlugin(file) ? list("links") : Collections.emptyList();
	}

	List<String> authors(final SiteFile file) {
		return isPlugin(file) ? list("authors") : Collections.emptyList();
	}

	/** The files that ImageJ must install with a file. The updater itself selects those of one platform. */
	List<SiteFile> neededBy(final SiteFile file, final Collection<SiteFile> all) {
		return all.stream().filter(other -> isPlugin(file) && other.current() != null && other.platforms().isEmpty() && other
			.filename().startsWith("lib/")).collect(Collectors.toList());
	}

	private List<String> list(final String key) {
		return Arrays.stream(property(key).split("\\s*,\\s*")).collect(Collectors.toList());
	}

	private String property(final String key) {
		return properties.getProperty(key).trim();
	}
}
