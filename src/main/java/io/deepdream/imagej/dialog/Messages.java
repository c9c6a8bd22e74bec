package io.deepdream.imagej.dialog;

import java.awt.GraphicsEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;

/** Reports errors to the user: in a dialog, or in a macro by ending it and in the log. */
public final class Messages {

	private static final int MAX_LINE_LENGTH = 90;

	private Messages() {}

	/** In a macro, or without a display. */
	public static boolean isSilent() {
		return Macro.getOptions() != null || GraphicsEnvironment.isHeadless();
	}

	/** Shows one sentence, and logs the cause. In a macro there is no dialog: the macro ends, and the log has the reason. */
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
			// Macro.abort() alone lets it go on with its next line; IJ.error() ends it, after a dialog
			macro.setIgnoreErrors(true);
			macro.abort(exc.message(Place.MACRO));
		}
		Macro.abort();
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	/** Breaks lines: ImageJ's message window is as wide as its longest line, even beyond the screen. */
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
