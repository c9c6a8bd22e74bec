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
 * Runs ImageJ macros without a display, with this plugin's commands. ImageJ's own
 * -batch option builds its menu bar first, which fails where there is no display;
 * the table of commands behind that menu is all that a macro needs.
 */
final class HeadlessMacro {

	private HeadlessMacro() {}

	/**
	 * @return what the macro returns; null if nothing
	 * @throws DreamException if it cannot be read, or ends early
	 */
	static String run(final String file, final String argument) {
		final String macro;
		try {
			macro = new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.UTF_8);
		}
		catch (final IOException | InvalidPathException exc) {
			throw new DreamException("The macro " + file + " cannot be read: check that it exists and that you may read it.",
				exc);
		}
		if (IJ.getInstance() == null) addCommands();
		final Interpreter interpreter = new Interpreter();
		// or they would be shown in a dialog
		interpreter.setIgnoreErrors(true);
		try {
			final String result = interpreter.run(macro, argument);
			if (interpreter.getErrorMessage() == null) return result;
		}
		catch (final HeadlessException exc) {
			throw new DreamException("The macro " + file + " needs a window, which cannot be shown without a display.", exc);
		}
		finally {
			Interpreter.batchMode = false;
		}
		throw new DreamException("The macro " + file + " ended in line " + interpreter.getLineNumber() + ": " + interpreter
			.getErrorMessage());
	}

	@SuppressWarnings("unchecked")
	private static void addCommands() {
		if (Menus.getCommands() == null) try {
			IJ.run("DeepDream");
		}
		catch (final HeadlessException exc) {
			// expected: the table of commands is built before the menu bar
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
