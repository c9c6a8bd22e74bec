package io.deepdream.imagej;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;

import ij.Macro;

import io.deepdream.imagej.channels.ExplorerWindow;
import io.deepdream.imagej.dialog.Messages;
import io.deepdream.imagej.job.Commands;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;

/** Plugins &gt; DeepDream &gt; Channel Explorer... */
final class ExplorerPlugin {

	private ExplorerPlugin() {}

	static void run() {
		final String options = Macro.getOptions();
		try {
			if (GraphicsEnvironment.isHeadless()) throw new DreamException(
				"Channel Explorer needs a display: use Channel Atlas... instead.");
			final DreamParams params = Commands.of("atlas").defaults().withOptions(options == null ? "" : options);
			EventQueue.invokeLater(() -> new ExplorerWindow(params).setVisible(true));
		}
		catch (final DreamException exc) {
			Messages.report(exc);
		}
	}
}
