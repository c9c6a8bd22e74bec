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
