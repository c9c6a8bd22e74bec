package io.deepdream.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The pictures and macros of the gallery page; {@link Gallery#entries} checks the macro options. */
class GalleryTest {

	private static final Path PAGE = Paths.get("docs", "gallery.md");
	private static final int MAX_BYTES = 60_000;

	@Test
	void everyPictureExistsIsSmallAndHasAMacro() throws Exception {
		final List<Gallery.Entry> entries = Gallery.entries(PAGE);
		assertEquals(Pattern.compile("!\\[").matcher(Files.readString(PAGE)).results().count(), entries.size(),
			"pictures without a macro line");
		assertTrue(entries.size() > 15);
		for (final Gallery.Entry entry : entries) {
			final Path file = PAGE.resolveSibling(entry.file);
			assertTrue(Files.isRegularFile(file), entry.file);
			assertTrue(Files.size(file) < MAX_BYTES, entry.file + ": " + Files.size(file));
		}
	}
}
