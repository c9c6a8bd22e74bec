package io.deepdream.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;

import io.deepdream.params.DreamParams;

/** Plugins &gt; DeepDream &gt; Dream... */
public final class DreamPlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		PluginRun.run("Dream...", DreamJob::run, WindowManager.getCurrentImage(), memory(), DreamDialog.forImage());
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
	 * @throws io.deepdream.params.DreamException for what the user can mend
	 */
	public static ImagePlus dream(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(options), new ImageJListener());
	}

	private static RememberedParams memory() {
		return new RememberedParams("dream", DreamParams.defaults());
	}

	/** Lets the next dialog begin with some values changed. */
	static void suggest(final String options) {
		memory().set(memory().begin().withOptions(options));
	}
}
