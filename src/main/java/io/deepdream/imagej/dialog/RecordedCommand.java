package io.deepdream.imagej.dialog;

import ij.IJ;
import ij.plugin.frame.Recorder;

import io.deepdream.params.MacroOptions;

/** Runs the command of a button like a macro does, and records it. */
public final class RecordedCommand {

	private RecordedCommand() {}

	/** Formats keys and values as a macro option string. */
	public static String options(final String... keysAndValues) {
		final StringBuilder options = new StringBuilder();
		for (int i = 0; i < keysAndValues.length; i += 2)
			options.append(i == 0 ? "" : " ").append(keysAndValues[i]).append('=').append(MacroOptions.quote(keysAndValues[i +
				1]));
		return options.toString();
	}

	/** Starts a command on a new thread. */
	public static void run(final String command, final String... keysAndValues) {
		final String options = options(keysAndValues);
		if (Recorder.record) Recorder.recordString("run(\"" + command + "\", \"" + options.replace("\\", "\\\\").replace("\"", "\\\"") + "\");\n");
		// ImageJ passes macro options only to threads whose name starts with "Run$_"
		new Thread(() -> IJ.run(command, options), "Run$_" + command).start();
	}
}
