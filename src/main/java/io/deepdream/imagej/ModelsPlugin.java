package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.Macro;
import ij.plugin.frame.Recorder;

import io.deepdream.imagej.dialog.Messages;
import io.deepdream.imagej.job.ModelRequest;
import io.deepdream.imagej.job.Models;
import io.deepdream.imagej.models.ModelsWindow;
import io.deepdream.imagej.models.TransferStatus;
import io.deepdream.model.ModelStore;
import io.deepdream.params.DreamException;

/** Plugins &gt; DeepDream &gt; Models...: a window, or what a macro asks for in a {@link ModelRequest}. */
public final class ModelsPlugin {

	private ModelsPlugin() {}

	public static void run() {
		final String options = Macro.getOptions();
		if (options == null && !GraphicsEnvironment.isHeadless()) {
			// the window records what is done in it, not that it was opened
			if (Recorder.record) Recorder.setCommand(null);
			ModelsWindow.open();
			return;
		}
		try {
			IJ.log(new Models(ModelStore.standard()).run(ModelRequest.parse(options == null ? "" : options),
				new TransferStatus()));
		}
		catch (final CancellationException exc) {
			IJ.showStatus("DeepDream: stopped");
		}
		catch (final DreamException exc) {
			Messages.report(exc);
		}
		finally {
			IJ.showProgress(1.0);
		}
	}
}
