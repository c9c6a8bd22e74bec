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
 * Plugins &gt; DeepDream &gt; Dream from Info...: repeats the command that made the
 * active image, with its parameters, on the image that it was made of, or on the
 * active one if that is not open. ImageJ itself takes every command whose name
 * begins with "Repeat" for the one before.
 */
final class FromInfoPlugin {

	static final String LABEL = "Dream from Info...";

	private FromInfoPlugin() {}

	static void run() {
		final ImagePlus active = WindowManager.getCurrentImage();
		try {
			final DreamParams params = Provenance.params(active);
			if (params == null) throw new DreamException("The active image has no parameters of DeepDream in its Info: choose " +
				"one that DeepDream has made.");
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
