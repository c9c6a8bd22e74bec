/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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
 * The fields of a dialog, created from the parameter table. ImageJ's recorder uses the
 * first word of a label as macro key; it is the key of the parameter.
 */
final class ParameterFields {

	/** Fields on the same row as the previous one, so that the dialog fits on small screens. */
	private static final Set<Parameter> ON_SAME_ROW = EnumSet.of(Parameter.OBJECTIVE, Parameter.HEIGHT, Parameter.DIVERSITY,
		Parameter.TILE, Parameter.RATIO, Parameter.STEP, Parameter.OPTIMIZER, Parameter.SMOOTH, Parameter.SEED,
		Parameter.COHERENCE, Parameter.TYPE,
		Parameter.ZOOM, Parameter.CENTRE);
	/** Columns of the grid layout: two labels and two fields per row. */
	static final int COLUMNS = 4;
	/** Widths of text fields, in characters. */
	private static final int WIDE = 24;
	private static final int NARROW = 8;

	private final GenericDialog dialog;
	private final Map<Parameter, TextField> texts = new EnumMap<>(Parameter.class);
	private final Map<Parameter, Choice> choices = new EnumMap<>(Parameter.class);

	ParameterFields(final GenericDialog dialog) {
		this.dialog = dialog;
	}

	/** Adds the field of a parameter. */
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
				// a file field is in a panel with its Browse button
				if (wide) widen(file ? text.getParent() : text);
		}
	}

	/** Makes a component span the columns of the fields, but not that of the preview. */
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

	/** Enough decimal places for the value, because the dialog rounds it. */
	private static int decimals(final Parameter p, final DreamParams params) {
		return p.kind() == Parameter.Kind.WHOLE ? 0 : Math.max(2, BigDecimal.valueOf(params.real(p)).scale());
	}

	/** Sets all fields. */
	void show(final DreamParams params) {
		choices.forEach((p, choice) -> choice.select(params.get(p)));
		texts.forEach((p, field) -> show(p, params.get(p)));
	}

	/** Sets a field, unless it is unchanged: setting the text would trigger a preview. */
	void show(final Parameter p, final String text) {
		if (!texts.get(p).getText().equals(text)) texts.get(p).setText(text);
	}

	/**
	 * Reads all fields in the order in which they were added, as GenericDialog and the
	 * recorder require; also after an invalid value.
	 *
	 * @param shown the parameters that have a field
	 * @param params values of the other parameters
	 * @throws DreamException for the first invalid value
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
				final double number = dialog.getNextNumber();
				// NaN for text that ImageJ does not read, such as a decimal comma
				return Double.isNaN(number) ? texts.get(p).getText() : number;
			default:
				return dialog.getNextString();
		}
	}
}
