package io.deepdream.imagej;

import ij.WindowManager;
import ij.plugin.PlugIn;

import io.deepdream.DreamParams;

/** Plugins &gt; DeepDream &gt; Dream... */
public final class DreamPlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		PluginRun.run("Dream...", DreamJob::run, WindowManager.getCurrentImage(), memory(), DreamDialog.forImage());
	}

	private static RememberedParams memory() {
		return new RememberedParams("dream", DreamParams.defaults());
	}

	/** Lets the next dialog begin with some values changed. */
	static void suggest(final String options) {
		memory().set(memory().begin().withOptions(options));
	}
}
