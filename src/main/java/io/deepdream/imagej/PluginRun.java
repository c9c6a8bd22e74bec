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
import io.deepdream.DreamException.Place;
import io.deepdream.DreamListener;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;

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

	private static final int LINE = 90;

	private PluginRun() {}

	/**
	 * @param input may be null
	 * @param memory also remembers what the user confirms, even if the job then
	 *          fails
	 */
	static void run(final String command, final Job job, final ImagePlus input, final RememberedParams memory,
		final DreamDialog dialog)
	{
		try {
			if (isSilent()) {
				final String options = Macro.getOptions();
				run(job, input, memory.defaults().withOptions(options == null ? "" : options));
				return;
			}
			DreamJob.requireInput(input, memory.begin());
			final DreamParams params = dialog.ask(command, input, memory.begin());
			if (params == null) return;
			memory.set(params);
			run(job, input, params);
		}
		catch (final DreamException exc) {
			report(exc);
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	/** In a macro, or where there is nobody to see a dialog. */
	static boolean isSilent() {
		return Macro.getOptions() != null || GraphicsEnvironment.isHeadless();
	}

	private static void run(final Job job, final ImagePlus input, final DreamParams params) {
		final ImagePlus result = job.run(input, params, new ImageJListener(), PluginRun::show);
		if (isLost(result, input) && params.get(Parameter.SAVE).isEmpty()) IJ.log("DeepDream: Without a display and outside " +
			"batch mode the result is the current image of this command only: add save=..., use setBatchMode(true), or call " +
			"DreamPlugin.dream in a script.");
		IJ.showStatus(result == null ? "DeepDream: stopped; nothing was finished" : "DeepDream: done");
	}

	/** Whether ImageJ forgets an image when the command ends. */
	private static boolean isLost(final ImagePlus result, final ImagePlus input) {
		return result != null && result != input && GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
	}

	private static void show(final ImagePlus result) {
		result.setTitle(WindowManager.makeUniqueName(result.getTitle()));
		// in batch mode show() lists the image without a window; elsewhere without a display it would fail
		if (GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(result);
		else result.show();
	}

	/** One sentence; what stands behind it goes to the log. In a macro nothing pops up: it ends, the log says why. */
	static void report(final DreamException exc) {
		IJ.showStatus("DeepDream: failed");
		if (exc.getCause() != null) {
			final StringWriter trace = new StringWriter();
			exc.printStackTrace(new PrintWriter(trace, true));
			IJ.log(trace.toString());
		}
		if (!isSilent()) {
			IJ.error("DeepDream", wrapped(exc.message(Place.DIALOG)));
			return;
		}
		if (exc.getCause() == null) IJ.log("DeepDream: " + exc.message(Place.MACRO));
		final Interpreter macro = Interpreter.getInstance();
		if (macro != null) {
			// Macro.abort() alone lets it go on with its next line; IJ.error() ends it, after a dialog
			macro.setIgnoreErrors(true);
			macro.abort(exc.message(Place.MACRO));
		}
		Macro.abort();
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	/** ImageJ's message window is as wide as its longest line, be it wider than the screen. */
	static String wrapped(final String sentence) {
		final StringBuilder text = new StringBuilder();
		int column = 0;
		for (final String word : sentence.split(" ")) {
			if (column > 0 && column + word.length() > LINE) {
				text.append('\n');
				column = 0;
			}
			else if (column > 0) text.append(' ');
			text.append(word);
			column += word.length() + 1;
		}
		return text.toString();
	}
}
