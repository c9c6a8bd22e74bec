package io.deepdream.imagej;

import java.awt.Color;
import java.awt.Label;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import ij.gui.GenericDialog;

import io.deepdream.DreamException;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;
import io.deepdream.Task;

/**
 * A dialog made from the table of parameters. ImageJ's recorder takes the first
 * word of each label, which is the parameter's key.
 */
final class DreamDialog {

	private static final Color FAULT = new Color(0xB00020);

	private final Set<Parameter> shown;

	private DreamDialog(final Set<Parameter> shown) {
		this.shown = shown;
	}

	/** For an open image. */
	static DreamDialog forImage() {
		return of(Task.DREAM, Parameter.START, Parameter.WIDTH, Parameter.HEIGHT, Parameter.SAVE);
	}

	/** For a picture from noise. */
	static DreamDialog forNoise() {
		return of(Task.DREAM, Parameter.START, Parameter.TYPE, Parameter.SAVE);
	}

	/** For a zoom movie. */
	static DreamDialog forMovie() {
		return of(Task.MOVIE);
	}

	/** For pictures of a layer's channels. */
	static DreamDialog forAtlas() {
		return of(Task.ATLAS, Parameter.SAVE);
	}

	/** For all parameters of a task but some. */
	private static DreamDialog of(final Task task, final Parameter... hidden) {
		final Set<Parameter> shown = EnumSet.copyOf(task.parameters());
		shown.removeAll(Arrays.asList(hidden));
		return new DreamDialog(shown);
	}

	/**
	 * Asks the user.
	 *
	 * @param params values to begin with; those that are not shown stay
	 * @return null if the user cancelled
	 */
	DreamParams ask(final String title, final DreamParams params) {
		final GenericDialog dialog = new GenericDialog(title);
		for (final Parameter p : shown)
			addField(dialog, p, params);
		dialog.addMessage(" ", null, FAULT);
		final Label fault = (Label) dialog.getMessage();
		dialog.addHelp(help());
		dialog.addDialogListener((d, event) -> {
			// at the closing call the fields are read once more, below
			try {
				read(d, params);
				fault.setText(" ");
				return true;
			}
			catch (final DreamException exc) {
				fault.setText(exc.getMessage());
				d.pack();
				return false;
			}
		});
		dialog.showDialog();
		if (dialog.wasCanceled()) return null;
		return read(dialog, params);
	}

	private static void addField(final GenericDialog dialog, final Parameter p, final DreamParams params) {
		switch (p.kind()) {
			case CHOICE:
				dialog.addChoice(p.label(), p.choices().toArray(new String[0]), params.get(p));
				break;
			case WHOLE:
				dialog.addNumericField(p.label(), params.whole(p), 0, 8, "");
				break;
			case REAL:
				// as many decimals as the number has, or the dialog would change it
				dialog.addNumericField(p.label(), params.real(p), Math.max(2, BigDecimal.valueOf(params.real(p)).scale()), 8,
					"");
				break;
			default:
				if (p == Parameter.MODEL) dialog.addFileField(p.label(), params.get(p), 24);
				else dialog.addStringField(p.label(), params.get(p), 24);
		}
	}

	private DreamParams read(final GenericDialog dialog, final DreamParams params) {
		DreamParams result = params;
		DreamException fault = null;
		// every field is read, also after a fault: ImageJ counts the calls
		for (final Parameter p : shown) {
			final Object value = next(dialog, p);
			try {
				result = result.with(p, value);
			}
			catch (final DreamException exc) {
				if (fault == null) fault = exc;
			}
		}
		if (fault != null) throw fault;
		return result;
	}

	private static Object next(final GenericDialog dialog, final Parameter p) {
		switch (p.kind()) {
			case CHOICE:
				return dialog.getNextChoice();
			case WHOLE:
			case REAL:
				return dialog.getNextNumber();
			default:
				return dialog.getNextString();
		}
	}

	private String help() {
		final StringBuilder html = new StringBuilder("<html><h3>DeepDream</h3><table>");
		for (final Parameter p : shown)
			html.append("<tr><td><b>").append(p.key()).append("</b></td><td>").append(p.help()).append("</td></tr>");
		return html.append("</table></html>").toString();
	}
}
