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
package io.deepdream.imagej.dialog;

import java.awt.GraphicsEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import io.deepdream.engine.loading.TensorFlowEnvironment;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;

/** Reports errors to the user: in a dialog, or, in a macro, in the log. */
public final class Messages {

	private static final int MAX_LINE_LENGTH = 90;

	private Messages() {}

	/** Whether dialogs must not be shown: in a macro, or without a display. */
	public static boolean isSilent() {
		return Macro.getOptions() != null || GraphicsEnvironment.isHeadless();
	}

	/** A message without a stack trace, whose class is not printed. */
	private static final class Sentence extends DreamException {

		private static final long serialVersionUID = 1L;

		Sentence(final DreamException exc) {
			super(exc.getMessage());
		}

		@Override
		public synchronized Throwable fillInStackTrace() {
			return this;
		}

		@Override
		public String toString() {
			return getMessage();
		}
	}

	/** Whether stack traces are logged: in ImageJ's debug mode, or if the log of TensorFlow is shown. */
	private static boolean showsTraces() {
		return IJ.debugMode || System.getProperty(TensorFlowEnvironment.LOG_PROPERTY) != null;
	}

	/** The exception to throw to a script: for errors that the user can correct, the sentence alone, except in debug mode. */
	public static RuntimeException forScript(final RuntimeException exc) {
		return exc instanceof DreamException && !showsTraces() ? new Sentence((DreamException) exc) : exc;
	}

	/** Shows the message, and logs its cause in debug mode. In a macro, logs the message and aborts the macro. */
	public static void report(final DreamException exc) {
		IJ.showStatus("DeepDream: failed");
		if (exc.getCause() != null && showsTraces()) {
			final StringWriter trace = new StringWriter();
			exc.printStackTrace(new PrintWriter(trace, true));
			IJ.log(trace.toString());
		}
		if (!isSilent()) {
			IJ.error("DeepDream", wrapped(exc.message(Place.DIALOG)));
			return;
		}
		IJ.log("DeepDream: " + exc.message(Place.MACRO));
		final Interpreter macro = Interpreter.getInstance();
		if (macro != null) {
			// after Macro.abort() alone the interpreter continues with the next line; IJ.error() would show a dialog
			macro.setIgnoreErrors(true);
			macro.abort(exc.message(Place.MACRO));
		}
		Macro.abort();
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	/** Breaks lines, because ImageJ's message window does not and may become wider than the screen. */
	public static String wrapped(final String sentence) {
		final StringBuilder text = new StringBuilder();
		int column = 0;
		for (final String word : sentence.split(" ")) {
			if (column > 0 && column + word.length() > MAX_LINE_LENGTH) {
				text.append('\n');
				column = 0;
			}
			else if (column > 0) text.append(' ');
			text.append(word);
			column += word.length() + 1;
		}
		return text.toString();
	}
}
