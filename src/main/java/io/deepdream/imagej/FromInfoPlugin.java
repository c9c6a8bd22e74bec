package io.deepdream.imagej;

import ij.ImagePlus;
import ij.WindowManager;

import io.deepdream.imagej.dialog.Messages;
import io.deepdream.imagej.dialog.StoredParams;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.Provenance;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;

/**
 * Plugins &gt; DeepDream &gt; Dream from Info...: runs the command that created the
 * active image again, with the parameters in its Info. The input is the source image,
 * or the active image if the source is not open. The label must not start with
 * "Repeat": ImageJ would run the previous command instead.
 */
final class FromInfoPlugin {

	static final String LABEL = "Dream from Info...";

	private FromInfoPlugin() {}

	static void run() {
		final ImagePlus active = WindowManager.getCurrentImage();
		try {
			final DreamParams params = Provenance.params(active);
			if (params == null) throw new DreamException("The Info of the active image contains no DeepDream parameters: " +
				"select an image created by DeepDream.");
			final CommandDescriptor command = Commands.of(params);
			PluginRun.run(command, LABEL, command.needsImage() ? source(active) : null, StoredParams.fixed(params));
		}
		catch (final DreamException exc) {
			Messages.report(exc);
		}
	}

	private static ImagePlus source(final ImagePlus active) {
		final String title = Provenance.source(active);
		final ImagePlus source = title == null ? null : WindowManager.getImage(title);
		return source == null ? active : source;
	}
}
