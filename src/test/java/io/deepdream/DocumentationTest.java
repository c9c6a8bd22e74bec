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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;

import org.junit.jupiter.api.Test;

/** The pages agree with the code: links, file names, parameters, packages. */
class DocumentationTest {

	private static final Path DOCS = Paths.get("docs");
	private static final Path ARCHITECTURE = DOCS.resolve("architecture.md");
	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
	private static final Pattern FILE = Pattern.compile("`((?:src|docs|models|update-site)/[\\w./-]+\\.\\w+)`");
	private static final Pattern RUN = Pattern.compile("run\\(\"([^\"]+)\", \"([^\"]*)\"\\)");
	private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `(io\\.deepdream[\\w.]*)` \\|");

	private static List<Path> pages() throws IOException {
		final List<Path> pages = new ArrayList<>(List.of(Paths.get("README.md"), Paths.get("CONTRIBUTING.md"), Paths.get(
			"CHANGELOG.md"), Paths.get("update-site", "README.md"), Paths.get("models", "compact-inception", "README.md")));
		try (Stream<Path> files = Files.list(DOCS)) {
			files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
		}
		return pages;
	}

	@Test
	void everyLinkedAndNamedFileExists() throws Exception {
		int links = 0;
		for (final Path page : pages()) {
			final String text = Files.readString(page);
			final Path folder = page.toAbsolutePath().getParent();
			for (final Matcher link = LINK.matcher(text); link.find(); links++)
				assertTrue(link.group(1).contains("://") || Files.exists(folder.resolve(link.group(1))), page + ": " + link
					.group(1));
			for (final Matcher file = FILE.matcher(text); file.find();)
				assertTrue(Files.exists(Paths.get(file.group(1))), page + ": " + file.group(1));
		}
		assertTrue(links > 50, links + " links");
	}

	/** Keys and values; models and layers are not looked up. */
	@Test
	void everyMacroLineIsUnderstood() throws Exception {
		int lines = 0;
		for (final Path page : pages())
			for (final Matcher line = RUN.matcher(Files.readString(page)); line.find();)
				for (final CommandDescriptor command : Commands.all())
					if (command.label().equals(line.group(1))) {
						command.defaults().withOptions(line.group(2).replace("\\\\", "\\"));
						lines++;
					}
		assertTrue(lines > 30, lines + " lines");
	}

	@Test
	void everyPageIsLinkedFromTheReadme() throws Exception {
		final String readme = Files.readString(Paths.get("README.md"));
		for (final Path page : pages())
			if (page.startsWith(DOCS)) assertTrue(readme.contains("(docs/" + page.getFileName() + ")"), page.toString());
	}

	@Test
	void theReadmeIsShort() throws Exception {
		final int lines = Files.readAllLines(Paths.get("README.md")).size();
		assertTrue(lines <= 100, lines + " lines");
	}

	@Test
	void everyParameterIsDocumentedInTheOrderOfTheTable() throws Exception {
		assertTrue(Files.readString(ParameterTable.PAGE).contains(ParameterTable.rows()), () ->
			"the table of docs/parameters.md is out of date: run io.deepdream.ParameterTable");
	}

	@Test
	void theTableOfPackagesIsComplete() throws Exception {
		final Set<String> named = new TreeSet<>();
		for (final Matcher row = PACKAGE.matcher(Files.readString(ARCHITECTURE)); row.find();)
			assertTrue(named.add(row.group(1)), row.group(1) + " has two rows");
		assertEquals(PackageGraph.read().packages(), named);
	}

	@Test
	void theDiagramOfPackagesIsCurrent() throws Exception {
		assertEquals(PackageDiagram.svg(PackageGraph.read()), Files.readString(DOCS.resolve("images/architecture.svg"))
			.replace("\r\n", "\n"), "draw it anew with the command in docs/architecture.md");
	}

	@Test
	void noPackageIsPartOfACycle() {
		assertEquals(Set.of(), PackageGraph.read().inCycles());
	}
}
