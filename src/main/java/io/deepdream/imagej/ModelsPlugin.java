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

/** Plugins &gt; DeepDream &gt; Models...: opens the window, or runs the {@link ModelRequest} of a macro. */
public final class ModelsPlugin {

	private ModelsPlugin() {}

	public static void run() {
		final String options = Macro.getOptions();
		if (options == null && !GraphicsEnvironment.isHeadless()) {
			// the window records its actions; opening it is not recorded
			if (Recorder.record) Recorder.setCommand(null);
			ModelsWindow.open();
			return;
		}
		try {
			IJ.log(new Models(ModelStore.standard()).run(ModelRequest.parse(options == null ? "" : options),
				new TransferStatus()));
		}
		catch (final CancellationException exc) {
			IJ.showStatus("DeepDream: cancelled");
		}
		catch (final DreamException exc) {
			Messages.report(exc);
		}
		finally {
			IJ.showProgress(1.0);
		}
	}
}
