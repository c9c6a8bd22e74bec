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
package io.deepdream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.deepdream.Fork;
import io.deepdream.imagej.ChildProcess;
import io.deepdream.params.SystemSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths with letters beyond ASCII where the locale has none, as in containers and cron jobs: LC_ALL=C. */
class AsciiLocaleTest {

	/** What Java makes of such letters in arguments, properties and the environment. */
	private static final String UNDECODED = "\ufffd\ufffd";
	/** As in a macro, which is a file in UTF-8. */
	private static final String LETTER = "\u00fc";

	@TempDir
	Path folder;

	/** Runs the command line in such a locale, with "FOLDER" and the letters in its arguments and properties replaced. */
	public static final class Main {

		private Main() {}

		public static void main(final String... args) {
			for (final String key : new String[] { "user.home", SystemSettings.CACHE, SystemSettings.MODELS })
				if (System.getProperty(key) != null) System.setProperty(key, letters(System.getProperty(key)));
			CommandLine.main(Arrays.stream(args).map(Main::letters).toArray(String[]::new));
		}

		private static String letters(final String text) {
			return text.replace("UNDECODED", UNDECODED).replace("LETTER", LETTER);
		}
	}

	private Fork fork() throws Exception {
		return ChildProcess.fork().environment("LC_ALL", "C").environment("DISPLAY", null).environment("XDG_CACHE_HOME", null)
			.environment("DEEPDREAM_CACHE", null);
	}

	private static void assertRemedy(final String output) {
		assertTrue(output.endsWith("exit: 2"), output);
		assertTrue(output.contains("locale") && output.contains("LC_ALL=C.UTF-8"), output);
		assertFalse(output.contains("\tat "), output);
		assertEquals(1, output.split("LC_ALL").length - 1, output);
	}

	@ParameterizedTest
	@CsvSource(value = { "/none/UNDECODED.png OUT", "IN OUT guide=/none/LETTER.png", "FOLDER/UNDECODED.png start=noise",
		"OUT start=noise model=/none/UNDECODED.pb", "OUT start=noise model=/none/LETTER.pb", "--import /none/UNDECODED.pb model=x",
		"--macro /none/UNDECODED.ijm", "IN /none/LETTER/out.png" })
	void aPathInAnArgument(final String line) throws Exception {
		Files.copy(Path.of("docs/images/progress.png"), folder.resolve("in.png"));
		final String[] args = line.replace("IN ", folder + "/in.png ").replace("OUT", folder + "/out.png").replace("FOLDER", folder
			.toString()).split(" ");
		assertRemedy(fork().run(Main.class.getName(), args));
		assertFalse(Files.exists(folder.resolve("out.png")));
	}

	@ParameterizedTest
	@CsvSource({ "user.home,/home/UNDECODED", SystemSettings.CACHE + ",/none/UNDECODED", SystemSettings.CACHE + ",/none/LETTER",
		SystemSettings.MODELS + ",/none/UNDECODED" })
	void aFolderOfTheSettings(final String property, final String value) throws Exception {
		assertRemedy(fork().with("-D" + property + "=" + value).run(Main.class.getName(), folder.resolve("out.png").toString(),
			"start=noise", "width=32", "height=32", "octaves=1", "iterations=1"));
	}

	@Test
	void theTitleOfAnImageSavedToAFolder() throws Exception {
		final Path macro = Files.writeString(folder.resolve("macro.ijm"), "newImage('Zellen " + LETTER +
			"', '8-bit ramp', 64, 64, 1);\nrun('Dream...', 'layer=mixed3a octaves=1 iterations=1 save=[" + folder + "]');\n");
		final String output = fork().run(Main.class.getName(), "--macro", macro.toString());
		assertTrue(output.endsWith("exit: 0"), output);
		assertTrue(Files.exists(folder.resolve("Dream of Zellen _.tif")), output);
	}
}
