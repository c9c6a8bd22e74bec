package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

import io.deepdream.DreamException;
import io.deepdream.DreamListener;
import io.deepdream.DreamParams;

/** What the menu entries share: parameters from a macro or a dialog, the job, its result and its errors. */
final class PluginRun {

	/** What a menu entry does, such as {@link DreamJob}. */
	interface Job {

		/**
		 * @param input may be null where the parameters need none
		 * @param finished receives the image before it is written to a file, so that a
		 *          full disk does not cost the work
		 * @return a new image, not shown; null if it was cancelled before anything was
		 *         finished
		 * @throws DreamException for what the user can mend
		 */
		ImagePlus run(ImagePlus input, DreamParams params, DreamListener listener, Consumer<ImagePlus> finished);
	}

	private PluginRun() {}

	/**
	 * @param input may be null
	 * @param defaults for what a macro does not name
	 * @param suggested what the dialog begins with
	 * @return what the dialog is to begin with next time: what the user last
	 *         confirmed in it, also if the job then failed. A macro's parameters are
	 *         never among it, since the dialog would run unseen ones such as save.
	 */
	static DreamParams run(final String command, final Job job, final ImagePlus input, final DreamParams defaults,
		final DreamParams suggested, final DreamDialog dialog)
	{
		final String options = Macro.getOptions();
		// a dialog exists only where there is somebody to see it
		final boolean silent = options != null || GraphicsEnvironment.isHeadless();
		DreamParams next = suggested;
		try {
			if (silent) {
				run(job, input, defaults.withOptions(options == null ? "" : options));
				return next;
			}
			DreamJob.requireInput(input, defaults);
			final DreamParams params = dialog.ask(command, suggested);
			if (params == null) return next;
			next = params;
			run(job, input, params);
			return next;
		}
		catch (final DreamException exc) {
			report(exc, silent);
			return next;
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	private static void run(final Job job, final ImagePlus input, final DreamParams params) {
		final ImagePlus result = job.run(input, params, new ImageJListener(), PluginRun::show);
		if (result == null) IJ.showStatus("DeepDream: stopped; nothing was finished");
	}

	private static void show(final ImagePlus result) {
		result.setTitle(WindowManager.makeUniqueName(result.getTitle()));
		// in batch mode show() lists the image without a window; elsewhere without a display it would fail
		if (GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(result);
		else result.show();
		IJ.showStatus("DeepDream: done");
	}

	/** One sentence; what stands behind it goes to the log. In a macro nothing pops up: it ends, the log says why. */
	static void report(final DreamException exc, final boolean silent) {
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
