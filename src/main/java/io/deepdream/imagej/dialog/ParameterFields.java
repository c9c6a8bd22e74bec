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
import java.awt.Label;
import java.awt.TextField;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import ij.gui.GenericDialog;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * The fields of a dialog, created from the parameter table. ImageJ's recorder uses the
 * first word of a label as macro key; it is the key of the parameter.
 */
final class ParameterFields {

	/** Widths of text fields, in characters. */
	private static final int WIDE = 32;
	private static final int WIDE_ADVANCED = 16;
	private static final int NARROW = 8;

	private final GenericDialog dialog;
	private final Map<Parameter, Label> labels = new EnumMap<>(Parameter.class);
	private final Map<Parameter, Component> components = new EnumMap<>(Parameter.class);
	private final Map<Parameter, TextField> texts = new EnumMap<>(Parameter.class);
	private final Map<Parameter, Choice> choices = new EnumMap<>(Parameter.class);

	ParameterFields(final GenericDialog dialog) {
		this.dialog = dialog;
	}

	/**
	 * Creates the field of a parameter. Fields are created in the order of the table, in
	 * which the dialog reads and records them; {@link #place} decides where they appear.
	 */
	void create(final Parameter p, final DreamParams params) {
		components.put(p, field(p, params));
		labels.put(p, dialog.getLabel());
	}

	private Component field(final Parameter p, final DreamParams params) {
		switch (p.kind()) {
			case CHOICE:
				dialog.addChoice(p.label(), p.choices().toArray(new String[0]), params.get(p));
				choices.put(p, (Choice) dialog.getChoices().lastElement());
				return choices.get(p);
			case WHOLE:
			case REAL:
				dialog.addNumericField(p.label(), number(p, params), decimals(p, params), NARROW, "");
				texts.put(p, (TextField) dialog.getNumericFields().lastElement());
				return texts.get(p);
			default:
				if (isFile(p)) dialog.addFileField(p.label(), params.get(p), columns(p));
				else dialog.addStringField(p.label(), params.get(p), columns(p));
				final TextField text = (TextField) dialog.getStringFields().lastElement();
				texts.put(p, text);
				// a file field is in a panel with its Browse button
				return isFile(p) ? text.getParent() : text;
		}
	}

	private static int columns(final Parameter p) {
		if (!isWide(p)) return NARROW;
		return p.group() == Parameter.Group.BASIC ? WIDE : WIDE_ADVANCED;
	}

	private static boolean isFile(final Parameter p) {
		return p == Parameter.MODEL || p == Parameter.SAVE;
	}

	private static boolean isWide(final Parameter p) {
		return isFile(p) || p == Parameter.LAYER || p == Parameter.GUIDE;
	}

	/** Moves the field of a parameter, with its label, to a grid. */
	void place(final Parameter p, final FieldGrid grid) {
		if (isWide(p)) grid.addWide(labels.get(p), components.get(p));
		else grid.add(labels.get(p), components.get(p));
	}

	/** Shows the help of a parameter while its label or field is pointed at or has the focus. */
	void showHelp(final Parameter p, final Consumer<String> help) {
		final Component input = texts.containsKey(p) ? texts.get(p) : choices.get(p);
		final String text = Documentation.sentence(p);
		final MouseListener pointing = new MouseAdapter() {

			@Override
			public void mouseEntered(final MouseEvent event) {
				help.accept(text);
			}
		};
		labels.get(p).addMouseListener(pointing);
		input.addMouseListener(pointing);
		input.addFocusListener(new FocusAdapter() {

			@Override
			public void focusGained(final FocusEvent event) {
				help.accept(text);
			}
		});
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
