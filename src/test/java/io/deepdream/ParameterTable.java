package io.deepdream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * Writes the table of docs/parameters.md: {@code mvn -q test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=io.deepdream.ParameterTable}.
 */
public final class ParameterTable {

	static final Path PAGE = Path.of("docs", "parameters.md");

	private static final String HEAD = "|---|---|---|---|\n";

	private ParameterTable() {}

	public static void main(final String... args) throws IOException {
		final String page = Files.readString(PAGE);
		final int begin = page.indexOf(HEAD) + HEAD.length();
		final int end = page.indexOf("\n\n", begin);
		Files.writeString(PAGE, page.substring(0, begin) + rows() + page.substring(end));
	}

	/** One row for each parameter, in the order of the table. */
	static String rows() {
		return Stream.of(Parameter.values()).map(ParameterTable::row).collect(Collectors.joining("\n"));
	}

	private static String row(final Parameter p) {
		final String fallback = DreamParams.defaults().get(p);
		return "| `" + p.key() + "` | " + p.help().replace("|", "\\|") + " | " + p.range() + " | " + (fallback.isEmpty()
			? "none" : "`" + fallback + "`") + " |";
	}
}
