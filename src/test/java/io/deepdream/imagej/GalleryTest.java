package io.deepdream.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Reading the page already checks every key and value of its macros. */
class GalleryTest {

	private static final Path PAGE = Paths.get("docs", "gallery.md");
	private static final int LIGHT = 60_000;

	@Test
	void everyPictureIsThereIsLightAndHasItsMacro() throws Exception {
		final List<Gallery.Entry> entries = Gallery.entries(PAGE);
		assertEquals(Pattern.compile("!\\[").matcher(Files.readString(PAGE)).results().count(), entries.size(),
			"a picture without a macro line below it");
		assertTrue(entries.size() > 15);
		for (final Gallery.Entry entry : entries) {
			final Path file = PAGE.resolveSibling(entry.file);
			assertTrue(Files.isRegularFile(file), entry.file);
			assertTrue(Files.size(file) < LIGHT, entry.file + ": " + Files.size(file));
		}
	}
}
