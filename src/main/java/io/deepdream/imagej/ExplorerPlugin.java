package io.deepdream.imagej;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;

import ij.Macro;
import ij.plugin.PlugIn;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

/** Plugins &gt; DeepDream &gt; Channel Explorer... */
public final class ExplorerPlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		final String options = Macro.getOptions();
		try {
			if (GraphicsEnvironment.isHeadless()) throw new DreamException(
				"The channel explorer is a window, and there is no display: use Channel Atlas... instead.");
			final DreamParams params = DreamParams.of(Task.ATLAS).withOptions(options == null ? "" : options);
			EventQueue.invokeLater(() -> new ExplorerWindow(params).setVisible(true));
		}
		catch (final DreamException exc) {
			PluginRun.report(exc);
		}
	}
}
