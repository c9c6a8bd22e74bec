package io.deepdream.imagej;

import ij.ImagePlus;
import ij.plugin.PlugIn;

import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.job.ImageJListener;
import io.deepdream.params.DreamParams;

/** Plugins &gt; DeepDream &gt; Dream..., and a method for scripts. */
public final class DreamPlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		Menu.run("dream");
	}

	/**
	 * Runs the Dream command from a script, without a window, dialog or active image.
	 *
	 * <pre>
	 * ImagePlus dream = DreamPlugin.dream(IJ.openImage("in.tif"), "layer=mixed4c slices=all");
	 * </pre>
	 *
	 * @param input null with start=noise
	 * @param options a macro option string
	 * @return a new image, or the input with output=[in place]; null if cancelled
	 *         before any result was available
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	public static ImagePlus dream(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(options), new ImageJListener());
	}
}
