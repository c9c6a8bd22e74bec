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

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.function.Consumer;

import ij.Macro;
import ij.plugin.frame.Recorder;

import io.deepdream.imagej.channels.ExplorerWindow;
import io.deepdream.imagej.dialog.Messages;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** Plugins &gt; DeepDream &gt; Channel Explorer... */
public final class ExplorerPlugin {

	private ExplorerPlugin() {}

	static void run() {
		final String options = Macro.getOptions();
		try {
			if (GraphicsEnvironment.isHeadless()) throw new DreamException(
				"Channel Explorer needs a display: use Channel Atlas... instead.");
			final DreamParams params = Commands.of("atlas").defaults().withOptions(options == null ? "" : options);
			EventQueue.invokeLater(() -> new ExplorerWindow(params, ExplorerPlugin::openDialog).setVisible(true));
		}
		catch (final DreamException exc) {
			Messages.report(exc);
		}
	}

	/** Opens the explorer beside an open dialog, which receives the chosen channel. */
	static Window choose(final DreamParams params, final Consumer<String> chosen) {
		// of several layers, or a layer with a weight, the first name
		final String layer = params.get(Parameter.LAYER).split("[*,]", 2)[0].trim();
		final DreamParams shown = Commands.of("atlas").defaults().with(Parameter.MODEL, params.get(Parameter.MODEL)).with(
			Parameter.LAYER, layer.isEmpty() ? Parameter.LAYER.defaultValue() : layer);
		final ExplorerWindow window = new ExplorerWindow(shown, (command, options) -> chosen.accept(options));
		// or the modal dialog would block it
		window.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
		window.setVisible(true);
		return window;
	}

	/** Runs a command as the menu does: on a thread of its own, recorded. */
	public static void openDialog(final CommandDescriptor command, final String options) {
		new Thread(() -> {
			if (Recorder.record) Recorder.setCommand(command.label());
			PluginRun.run(command, options);
			if (Recorder.record) Recorder.saveCommand();
		}, command.label()).start();
	}
}
