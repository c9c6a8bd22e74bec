package io.deepdream.imagej;

import ij.plugin.PlugIn;

import io.deepdream.DreamParams;
import io.deepdream.Task;

/** Plugins &gt; DeepDream &gt; Channel Atlas... */
public final class AtlasPlugin implements PlugIn {

	private static DreamParams last = DreamParams.of(Task.ATLAS);

	@Override
	public void run(final String arg) {
		last = PluginRun.run("Channel Atlas...", AtlasJob::run, null, DreamParams.of(Task.ATLAS), last, DreamDialog.forAtlas());
	}
}
