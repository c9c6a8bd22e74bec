package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

import io.deepdream.DreamException;
import io.deepdream.DreamParams;

/** What the two menu entries share: parameters from a macro or a dialog, the job, its result and its errors. */
final class PluginRun {

	private PluginRun() {}

	/**
	 * @param input may be null
	 * @param defaults for what a macro does not name
	 * @param suggested what the dialog begins with
	 * @return the parameters that were run; null if the user cancelled or nothing
	 *         could be run
	 */
	static DreamParams run(final String command, final ImagePlus input, final DreamParams defaults,
		final DreamParams suggested, final DreamDialog dialog)
	{
		final String options = Macro.getOptions();
		// a dialog exists only where there is somebody to see it
		final boolean silent = options != null || GraphicsEnvironment.isHeadless();
		try {
			final DreamParams params = silent ? defaults.withOptions(options == null ? "" : options) : dialog.ask(command,
				suggested);
			if (params == null) return null;
			show(DreamJob.run(input, params, new ImageJListener()));
			return params;
		}
		catch (final DreamException exc) {
			report(exc, silent);
			return null;
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	private static void show(final ImagePlus result) {
		if (result == null) {
			IJ.showStatus("DeepDream: stopped; nothing was finished");
			return;
		}
		result.setTitle(WindowManager.makeUniqueName(result.getTitle()));
		// headless, ImageJ registers the image for the macro instead of opening a window
		if (GraphicsEnvironment.isHeadless()) WindowManager.setTempCurrentImage(result);
		else result.show();
		IJ.showStatus("DeepDream: done");
	}

	/** One sentence; what stands behind it goes to the log. In a macro nothing pops up: it ends, the log says why. */
	private static void report(final DreamException exc, final boolean silent) {
		IJ.showStatus("DeepDream: failed");
		if (exc.getCause() != null) {
			final StringWriter trace = new StringWriter();
			exc.printStackTrace(new PrintWriter(trace, true));
			IJ.log(trace.toString());
		}
		if (!silent) {
			IJ.error("DeepDream", exc.getMessage());
			return;
		}
		if (exc.getCause() == null) IJ.log("DeepDream: " + exc.getMessage());
		Macro.abort();
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}
}
