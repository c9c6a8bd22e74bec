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
package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

import io.deepdream.imagej.dialog.DreamDialog;
import io.deepdream.imagej.dialog.Messages;
import io.deepdream.imagej.dialog.StoredParams;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.job.Job;
import io.deepdream.imagej.progress.ImageJListener;
import io.deepdream.imagej.progress.Worker;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** Runs a command from the menu or a macro: gets the parameters, runs the job, shows its result or error. */
final class PluginRun {

	private PluginRun() {}

	/** Runs a command on the current image, with parameters from the macro or the dialog. */
	static void run(final CommandDescriptor command) {
		run(command, "");
	}

	/** @param options initial values of the dialog that differ from the stored ones, as macro options */
	static void run(final CommandDescriptor command, final String options) {
		final ImagePlus input = command.needsImage() ? WindowManager.getCurrentImage() : null;
		run(command, command.label(), input, StoredParams.of(command, input).with(options));
	}

	/**
	 * @param title of the dialog
	 * @param input may be null
	 * @param stored the initial parameters; stores those confirmed with OK, even if the job fails
	 */
	static void run(final CommandDescriptor command, final String title, final ImagePlus input,
		final StoredParams stored)
	{
		try {
			if (Messages.isSilent()) {
				final String options = Macro.getOptions();
				run(command.job(), input, stored.defaults().withOptions(options == null ? "" : options));
				return;
			}
			if (command.needsImage()) DreamJob.requireInput(input, stored.initial());
			final DreamParams params = new DreamDialog(command, ExplorerPlugin::choose).showDialog(title, input, stored.initial());
			if (params == null) return;
			stored.set(params);
			run(command.job(), input, params);
		}
		catch (final DreamException exc) {
			Messages.report(exc);
		}
	}

	private static void run(final Job job, final ImagePlus input, final DreamParams params) {
		final Worker worker = new Worker();
		worker.run(escape -> {
			final ImagePlus result = job.run(input, params, new ImageJListener(escape), new ResultDisplay(worker));
			if (isLost(result, input) && params.get(Parameter.SAVE).isEmpty()) IJ.log("DeepDream: without a display and batch mode, the " +
				"result is not retained: add save=..., use setBatchMode(true), or call DreamPlugin.dream in a script.");
			final String status = result == null ? "DeepDream: cancelled without a result" : escape.isPressed()
				? "DeepDream: cancelled, the partial result is kept" : "DeepDream: done";
			// after the window of the result, whose opening clears the status text
			worker.show(() -> IJ.showStatus(status));
			return result;
		});
	}

	/** Whether neither a window nor batch mode retains the image after the command. */
	private static boolean isLost(final ImagePlus result, final ImagePlus input) {
		return result != null && result != input && GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
	}
}
