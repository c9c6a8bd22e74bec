package io.deepdream.imagej;

import java.awt.Rectangle;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.plugin.PlugIn;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;

/** Plugins &gt; DeepDream &gt; Zoom Movie... */
public final class MoviePlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		final ImagePlus input = WindowManager.getCurrentImage();
		final RememberedParams memory = new RememberedParams("movie", DreamParams.of(Task.MOVIE));
		PluginRun.run("Zoom Movie...", MovieJob::run, input, memory.suggesting(Parameter.CENTRE, centre(input)), DreamDialog
			.forMovie());
	}

	/** What the dialog suggests: the middle of the selection, or of the image. */
	static String centre(final ImagePlus input) {
		final Roi roi = input == null ? null : input.getRoi();
		if (roi == null) return "middle";
		// a point selection's bounds have no extent
		final Rectangle bounds = roi.getBounds();
		final int x = bounds.x + bounds.width / 2;
		final int y = bounds.y + bounds.height / 2;
		return x >= 0 && y >= 0 && x < input.getWidth() && y < input.getHeight() ? x + "," + y : "middle";
	}
}
