package io.deepdream.imagej;

import ij.WindowManager;
import ij.plugin.PlugIn;

import io.deepdream.params.DreamParams;

/** Plugins &gt; DeepDream &gt; Render from Noise... */
public final class NoisePlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		// the image is looked at where a macro says start=image
		PluginRun.run("Render from Noise...", DreamJob::run, WindowManager.getCurrentImage(), memory(), DreamDialog.forNoise());
	}

	private static RememberedParams memory() {
		return new RememberedParams("noise", DreamParams.fromNoise());
	}

	/** Lets the next dialog begin with some values changed. */
	static void suggest(final String options) {
		memory().set(memory().begin().withOptions(options));
	}
}
