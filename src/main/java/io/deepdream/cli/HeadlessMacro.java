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

import java.awt.HeadlessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.Hashtable;

import ij.IJ;
import ij.Menus;
import ij.macro.Interpreter;

import io.deepdream.params.DreamException;

/**
 * Runs ImageJ macros that use the plugin, without a display. ImageJ's own -batch option
 * fails without a display, because it builds the menu bar; macros only need the table of
 * commands.
 */
final class HeadlessMacro {

	private HeadlessMacro() {}

	/**
	 * @return the return value of the macro; null if there is none
	 * @throws DreamException if the macro cannot be read or ends with an error
	 */
	static String run(final String file, final String argument) {
		final String macro;
		try {
			macro = new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.UTF_8);
		}
		catch (final IOException | InvalidPathException exc) {
			throw new DreamException("The macro " + file + " cannot be read: check that it exists and is readable.",
				exc);
		}
		if (IJ.getInstance() == null) addCommands();
		final Interpreter interpreter = new Interpreter();
		// otherwise errors are shown in a dialog
		interpreter.setIgnoreErrors(true);
		try {
			final String result = interpreter.run(macro, argument);
			if (interpreter.getErrorMessage() == null) return result;
		}
		catch (final HeadlessException exc) {
			throw new DreamException("The macro " + file + " opens a window, which needs a display: remove that call, or run the macro in ImageJ.", exc);
		}
		finally {
			Interpreter.batchMode = false;
		}
		throw new DreamException("The macro " + file + " failed in line " + interpreter.getLineNumber() + ": " + interpreter
			.getErrorMessage());
	}

	@SuppressWarnings("unchecked")
	private static void addCommands() {
		if (Menus.getCommands() == null) try {
			IJ.run("DeepDream");
		}
		catch (final HeadlessException exc) {
			// expected: ImageJ builds the table of commands before the menu bar
		}
		final Hashtable<Object, Object> commands = Menus.getCommands();
		try (InputStream in = HeadlessMacro.class.getResourceAsStream("/plugins.config");
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
		{
			lines.lines().filter(line -> line.contains("Entry(")).map(line -> line.split(",\\s*", 3)).forEach(
				cells -> commands.put(cells[1].replace("\"", ""), cells[2]));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
