package io.deepdream.imagej;

import ij.ImagePlus;
import ij.plugin.PlugIn;
import ij.WindowManager;

import io.deepdream.DreamParams;

/** Plugins &gt; DeepDream &gt; Dream... */
public final class DreamPlugin implements PlugIn {

	// within one session of ImageJ, the dialog begins with what was last run
	private static DreamParams last = DreamParams.defaults();

	@Override
	public void run(final String arg) {
		final ImagePlus input = WindowManager.getCurrentImage();
		last = PluginRun.run("Dream...", DreamJob::run, input, DreamParams.defaults(), last, DreamDialog.forImage());
	}

	/** Lets the next dialog begin with some values changed. */
	static void suggest(final String options) {
		last = last.withOptions(options);
	}
}
