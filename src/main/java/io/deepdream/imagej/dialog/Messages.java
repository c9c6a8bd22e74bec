package io.deepdream.imagej.dialog;

import java.awt.GraphicsEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

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

	/** Shows the message and logs its cause. In a macro, logs the message and aborts the macro. */
	public static void report(final DreamException exc) {
		IJ.showStatus("DeepDream: failed");
		if (exc.getCause() != null) {
			final StringWriter trace = new StringWriter();
			exc.printStackTrace(new PrintWriter(trace, true));
			IJ.log(trace.toString());
		}
		if (!isSilent()) {
			IJ.error("DeepDream", wrapped(exc.message(Place.DIALOG)));
			return;
		}
		if (exc.getCause() == null) IJ.log("DeepDream: " + exc.message(Place.MACRO));
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
