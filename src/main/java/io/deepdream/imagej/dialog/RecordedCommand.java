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

import java.util.Set;

import ij.IJ;
import ij.plugin.frame.Recorder;

import io.deepdream.params.DreamParams;
import io.deepdream.params.MacroOptions;
import io.deepdream.params.Parameter;

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

	/**
	 * Replaces what a dialog has recorded if its values contain a name that ImageJ's Recorder would write so that it
	 * cannot be read back.
	 *
	 * @param shown the parameters with a field
	 */
	static void replaceOptions(final Set<Parameter> shown, final DreamParams params) {
		if (!Recorder.record || shown.stream().allMatch(p -> MacroOptions.isRecordable(params.get(p)))) return;
		Recorder.resetCommandOptions();
		for (final Parameter p : shown)
			Recorder.recordOption(p.key(), Recorder.fixString(MacroOptions.recordable(params.get(p))));
	}

	/** Starts a command on a new thread. */
	public static void run(final String command, final String... keysAndValues) {
		final String options = options(keysAndValues);
		if (Recorder.record) Recorder.recordString("run(\"" + command + "\", \"" + Recorder.fixString(options) + "\");\n");
		// ImageJ passes macro options only to threads whose name starts with "Run$_"
		new Thread(() -> IJ.run(command, options), "Run$_" + command).start();
	}
}
