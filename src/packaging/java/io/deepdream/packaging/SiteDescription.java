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
