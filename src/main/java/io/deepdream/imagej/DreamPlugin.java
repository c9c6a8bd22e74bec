package io.deepdream.imagej;

import ij.ImagePlus;
import ij.plugin.PlugIn;

import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.job.ImageJListener;
import io.deepdream.params.DreamParams;

/** Plugins &gt; DeepDream &gt; Dream..., and what it does for scripts. */
public final class DreamPlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		Menu.run("dream");
	}

	/**
	 * For scripts: what the command makes, without a window, a dialog or an active
	 * image.
	 *
	 * <pre>
	 * ImagePlus dream = DreamPlugin.dream(IJ.openImage("in.tif"), "layer=mixed4c slices=all");
	 * </pre>
	 *
	 * @param input may be null with start=noise
	 * @param options as a macro writes them
	 * @return a new image, or the input with output=[in place]; null if it was
	 *         stopped before anything was finished
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	public static ImagePlus dream(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(options), new ImageJListener());
	}
}
