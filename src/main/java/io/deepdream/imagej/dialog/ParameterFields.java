package io.deepdream.imagej.dialog;

import java.awt.Choice;
import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.TextField;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import ij.gui.GenericDialog;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * The fields of a dialog, made from the table of parameters. ImageJ's recorder
 * takes the first word of each label, which is the parameter's key.
 */
final class ParameterFields {

	/** Fields on the same row as the one before, so that the dialog fits on a small screen. */
	private static final Set<Parameter> ON_SAME_ROW = EnumSet.of(Parameter.OBJECTIVE, Parameter.HEIGHT, Parameter.DIVERSITY,
		Parameter.TILE, Parameter.RATIO, Parameter.STEP, Parameter.OPTIMIZER, Parameter.SMOOTH, Parameter.SEED,
		Parameter.COHERENCE, Parameter.TYPE,
		Parameter.ZOOM, Parameter.CENTRE);
	/** Two labels and two fields. */
	static final int COLUMNS = 4;
	private static final int WIDE = 24;
	private static final int NARROW = 8;

	private final GenericDialog dialog;
	private final Map<Parameter, TextField> texts = new EnumMap<>(Parameter.class);
	private final Map<Parameter, Choice> choices = new EnumMap<>(Parameter.class);

	ParameterFields(final GenericDialog dialog) {
		this.dialog = dialog;
	}

	/** Adds a parameter's field, beside the last one where that is usual. */
	void add(final Parameter p, final DreamParams params) {
		if (ON_SAME_ROW.contains(p) && !texts.isEmpty()) dialog.addToSameRow();
		switch (p.kind()) {
			case CHOICE:
				dialog.addChoice(p.label(), p.choices().toArray(new String[0]), params.get(p));
				choices.put(p, (Choice) dialog.getChoices().lastElement());
				return;
			case WHOLE:
			case REAL:
				dialog.addNumericField(p.label(), number(p, params), decimals(p, params), NARROW, "");
				texts.put(p, (TextField) dialog.getNumericFields().lastElement());
				return;
			default:
				final boolean file = p == Parameter.MODEL || p == Parameter.SAVE;
				final boolean wide = file || p == Parameter.LAYER || p == Parameter.GUIDE;
				if (file) dialog.addFileField(p.label(), params.get(p), WIDE);
				else dialog.addStringField(p.label(), params.get(p), wide ? WIDE : NARROW);
				final TextField text = (TextField) dialog.getStringFields().lastElement();
				texts.put(p, text);
				// the field of a file is in a panel with its button
				if (wide) widen(file ? text.getParent() : text);
		}
	}

	/** Spans the columns of fields only; ImageJ would span the preview as well. */
	void widen(final Component component) {
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(component);
		place.gridx = 1;
		place.gridwidth = COLUMNS - 1;
		layout.setConstraints(component, place);
	}

	private static double number(final Parameter p, final DreamParams params) {
		return ((Number) params.value(p)).doubleValue();
	}

	/** As many decimals as the number has, or the dialog would change it. */
	private static int decimals(final Parameter p, final DreamParams params) {
		return p.kind() == Parameter.Kind.WHOLE ? 0 : Math.max(2, BigDecimal.valueOf(params.real(p)).scale());
	}

	/** Shows other values. */
	void show(final DreamParams params) {
		choices.forEach((p, choice) -> choice.select(params.get(p)));
		texts.forEach((p, field) -> show(p, params.get(p)));
	}

	/** Shows a text in one field, unless it is there already: each change triggers a preview. */
	void show(final Parameter p, final String text) {
		if (!texts.get(p).getText().equals(text)) texts.get(p).setText(text);
	}

	/**
	 * Reads every field, in the order in which they were added: ImageJ counts the
	 * calls, and its recorder listens to them.
	 *
	 * @param shown all that were added
	 * @param params values of the others
	 * @throws DreamException for the first value that is not allowed
	 */
	DreamParams read(final Set<Parameter> shown, final DreamParams params) {
		DreamParams result = params;
		DreamException firstError = null;
		for (final Parameter p : shown) {
			final Object value = next(p);
			try {
				result = result.with(p, value);
			}
			catch (final DreamException exc) {
				if (firstError == null) firstError = exc;
			}
		}
		if (firstError != null) throw firstError;
		return result;
	}

	private Object next(final Parameter p) {
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
}
