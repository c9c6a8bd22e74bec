package io.deepdream.imagej.dialog;

import ij.IJ;
import ij.plugin.frame.Recorder;

import io.deepdream.params.MacroOptions;

/** Runs commands from buttons as if a macro ran them, and has the Recorder write them down. */
public final class RecordedCommand {

	private RecordedCommand() {}

	/** A macro option string of keys and values. */
	public static String options(final String... keysAndValues) {
		final StringBuilder options = new StringBuilder();
		for (int i = 0; i < keysAndValues.length; i += 2)
			options.append(i == 0 ? "" : " ").append(keysAndValues[i]).append('=').append(MacroOptions.quote(keysAndValues[i +
				1]));
		return options.toString();
	}

	/** Begins a command on a thread of its own. */
	public static void run(final String command, final String... keysAndValues) {
		final String options = options(keysAndValues);
		if (Recorder.record) Recorder.recordString("run(\"" + command + "\", \"" + options.replace("\\", "\\\\").replace("\"", "\\\"") + "\");\n");
		// ImageJ gives macro options to threads whose names begin so, and to no others
		new Thread(() -> IJ.run(command, options), "Run$_" + command).start();
	}
}
