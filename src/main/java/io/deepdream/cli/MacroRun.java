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
import java.util.Hashtable;

import ij.CommandListener;
import ij.Executer;
import ij.IJ;
import ij.Macro;
import ij.Menus;
import ij.macro.Interpreter;
import ij.util.ThreadUtil;

import io.deepdream.params.DreamException;

/** Runs a macro in the ImageJ of its class loader. Public for calls from another class loader. */
public final class MacroRun {

	private MacroRun() {}

	/**
	 * @param file name of the macro for messages
	 * @return the return value of the macro; null if there is none
	 * @throws DreamException if the macro ends with an error
	 */
	public static String run(final String file, final String macro, final String argument) {
		if (IJ.getInstance() == null) {
			addCommands();
			letProcessEnd();
		}
		final Interpreter interpreter = new Interpreter();
		// otherwise errors are shown in a dialog
		interpreter.setIgnoreErrors(true);
		String error;
		try {
			final String result = interpreter.run(macro, argument);
			if (interpreter.getErrorMessage() == null) return result;
			error = interpreter.getErrorMessage();
		}
		catch (final HeadlessException exc) {
			throw new DreamException("The macro " + file + " opens a window, which needs a display: remove that call, or run the " +
				"macro in ImageJ.", exc);
		}
		catch (final CommandFailure exc) {
			throw new DreamException("The macro " + file + " failed in line " + interpreter.getLineNumber() + ": " + exc
				.getMessage(), exc);
		}
		catch (final RuntimeException exc) {
			// thrown by ImageJ after a command has reported an error
			if (!Macro.MACRO_CANCELED.equals(exc.getMessage())) throw exc;
			error = interpreter.getErrorMessage();
			if (error == null) error = "ImageJ cancelled it";
		}
		finally {
			Interpreter.batchMode = false;
			Macro.setOptions(null);
		}
		throw new DreamException("The macro " + file + " failed in line " + interpreter.getLineNumber() + ": " + error);
	}

	@SuppressWarnings("unchecked")
	private static void addCommands() {
		if (Menus.getCommands() == null) buildTable();
		final Hashtable<Object, Object> commands = Menus.getCommands();
		try (InputStream in = MacroRun.class.getResourceAsStream("/plugins.config");
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
		{
			lines.lines().filter(line -> line.contains("Entry(")).map(line -> line.split(",\\s*", 3)).forEach(
				cells -> commands.put(cells[1].replace("\"", ""), cells[2]));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** ImageJ builds its table of commands before the first command, which the listener cancels. */
	private static void buildTable() {
		final CommandListener none = command -> null;
		Executer.addCommandListener(none);
		IJ.run("DeepDream");
		Executer.removeCommandListener(none);
	}

	/** ImageJ never ends the threads of its pool, for which the process would wait. */
	private static void letProcessEnd() {
		ThreadUtil.threadPoolExecutor.setThreadFactory(task -> {
			final Thread thread = new Thread(task);
			thread.setDaemon(true);
			return thread;
		});
	}
}
