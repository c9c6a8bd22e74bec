package io.deepdream.imagej;

import ij.WindowManager;
import ij.plugin.PlugIn;

import io.deepdream.DreamParams;

/** Plugins &gt; DeepDream &gt; Render from Noise... */
public final class NoisePlugin implements PlugIn {

	private static DreamParams last = DreamParams.fromNoise();

	@Override
	public void run(final String arg) {
		last = PluginRun.run("Render from Noise...", DreamJob::run, WindowManager.getCurrentImage(), DreamParams
			.fromNoise(), last, DreamDialog.forNoise());
	}

	/** Lets the next dialog begin with some values changed. */
	static void suggest(final String options) {
		last = last.withOptions(options);
	}
}
