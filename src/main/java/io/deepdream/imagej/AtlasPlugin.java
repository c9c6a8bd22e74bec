package io.deepdream.imagej;

import ij.plugin.PlugIn;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

/** Plugins &gt; DeepDream &gt; Channel Atlas... */
public final class AtlasPlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		PluginRun.run("Channel Atlas...", AtlasJob::run, null, new RememberedParams("atlas", DreamParams.of(Task.ATLAS)),
			DreamDialog.forAtlas());
	}
}
