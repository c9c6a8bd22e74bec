package io.deepdream.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;

import io.deepdream.DreamException;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;

/**
 * Plugins &gt; DeepDream &gt; Dream from Info...: repeats the command that made the
 * active image, with its parameters, on the image that it was made of, or on the
 * active one if that is not open. ImageJ itself takes every command whose name
 * begins with "Repeat" for the one before.
 */
public final class FromInfoPlugin implements PlugIn {

	static final String COMMAND = "Dream from Info...";

	@Override
	public void run(final String arg) {
		final ImagePlus active = WindowManager.getCurrentImage();
		try {
			final DreamParams params = Provenance.params(active);
			if (params == null) throw new DreamException("The active image has no parameters of DeepDream in its Info: choose " +
				"one that DeepDream has made.");
			final RememberedParams memory = RememberedParams.fixed(params);
			final ImagePlus source = source(active);
			switch (params.task()) {
				case MOVIE:
					PluginRun.run(COMMAND, MovieJob::run, source, memory, DreamDialog.forMovie());
					return;
				case ATLAS:
					PluginRun.run(COMMAND, AtlasJob::run, null, memory, DreamDialog.forAtlas());
					return;
				case ACTIVATIONS:
					PluginRun.run(COMMAND, ActivationsPlugin::look, source, memory, DreamDialog.forActivations());
					return;
				default:
					PluginRun.run(COMMAND, DreamJob::run, source, memory, params.is(Parameter.START, "noise") ? DreamDialog
						.forNoise() : DreamDialog.forImage());
			}
		}
		catch (final DreamException exc) {
			PluginRun.report(exc);
		}
	}

	private static ImagePlus source(final ImagePlus active) {
		final String title = Provenance.source(active);
		final ImagePlus source = title == null ? null : WindowManager.getImage(title);
		return source == null ? active : source;
	}
}
