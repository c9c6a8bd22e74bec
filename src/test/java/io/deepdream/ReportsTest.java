package io.deepdream;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The tests that docs/reports.md names exist. */
class ReportsTest {

	@Test
	void everyNamedTestExists() throws Exception {
		final Map<String, String> sources = new TreeMap<>();
		try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
			for (final Path file : files.filter(path -> path.toString().endsWith(".java")).collect(Collectors.toList()))
				sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
		}
		final Matcher named = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`").matcher(Files.readString(Path.of("docs",
			"reports.md")));
		int count = 0;
		while (named.find()) {
			// the introduction contains its own name
			final String source = sources.get(named.group(1));
			assertTrue(source != null, named.group());
			if (named.group(2) != null) assertTrue(source.contains("void " + named.group(2) + "("), named.group());
			count++;
		}
		assertTrue(count > 50, count + " tests are named");
	}
}
