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

import java.awt.Button;
import java.awt.Color;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Image;
import java.awt.Insets;
import java.awt.Label;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.GenericDialog;

import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Start;

/**
 * The dialog of a command: fields for the parameters, a list of the network's layers,
 * presets and a live preview. The macro recorder records the fields only.
 */
public final class DreamDialog {

	private static final Color ERROR_COLOUR = new Color(0xB00020);
	/** Rows of fields that the preview spans. */
	private static final int PREVIEW_ROWS = 12;

	private final CommandDescriptor command;
	private final Set<Parameter> shown;

	public DreamDialog(final CommandDescriptor command) {
		this.command = command;
		shown = command.shown();
	}

	/**
	 * Shows the dialog and waits until the user closes it.
	 *
	 * @param image for the preview; null = preview from noise
	 * @param params initial values; those not shown remain unchanged
	 * @return null if cancelled
	 */
	public DreamParams showDialog(final String title, final ImagePlus image, final DreamParams params) {
		return new OpenDialog(title, image, params).show();
	}

	/** The dialog while it is open. */
	private final class OpenDialog implements Preview.View {

		private final GenericDialog dialog;
		private final ParameterFields fields;
		private final DreamParams initial;
		private final LayerList layers;
		private final PreviewPanel panel;
		private final Preview preview;
		private final Label error;

		OpenDialog(final String title, final ImagePlus image, final DreamParams params) {
			initial = params;
			dialog = new GenericDialog(title);
			fields = new ParameterFields(dialog);
			layers = new LayerList(layer -> fields.show(Parameter.LAYER, layer), dialog);
			if (command.hasPreview()) dialog.addPanel(new PresetPanel(preset -> replace(preset.apply(current())), () -> replace(command.defaults()), dialog));
			for (final Parameter p : shown) {
				fields.add(p, params);
				if (p != Parameter.LAYER) continue;
				dialog.addPanel(layers);
				fields.widen(layers);
			}
			dialog.addMessage(" ", null, ERROR_COLOUR);
			error = (Label) dialog.getMessage();
			dialog.addHelp(Documentation.html(command.defaults(), shown));
			final PreviewSource source = new PreviewSource(params.is(Parameter.START, Start.NOISE) ? null : image);
			panel = new PreviewPanel(this::changed, dialog);
			if (source.before() != null) panel.show(source.before().createImage());
			if (command.hasPreview()) addPreview();
			preview = new Preview(source, this);
		}

		private void addPreview() {
			final GridBagConstraints place = new GridBagConstraints();
			place.gridx = ParameterFields.COLUMNS;
			place.gridy = 0;
			place.gridheight = PREVIEW_ROWS;
			place.anchor = GridBagConstraints.NORTH;
			place.insets = new Insets(5, 15, 0, 0);
			((GridBagLayout) dialog.getLayout()).setConstraints(panel, place);
			dialog.add(panel);
		}

		DreamParams show() {
			try {
				// after OK, ImageJ calls the listener without an event and records the fields that it reads
				dialog.addDialogListener((d, event) -> event == null ? record() : validate(true));
				preview.request(initial, command.hasPreview() && panel.isLive());
				dialog.showDialog();
			}
			finally {
				preview.close();
			}
			return dialog.wasCanceled() ? null : read();
		}

		private DreamParams read() {
			return fields.read(shown, initial);
		}

		/** The values of the fields; the initial values if a field is invalid. */
		private DreamParams current() {
			dialog.resetCounters();
			try {
				return read();
			}
			catch (final DreamException exc) {
				return initial;
			}
		}

		private void replace(final DreamParams params) {
			fields.show(params);
			changed();
		}

		private void changed() {
			dialog.resetCounters();
			final boolean ok = validate(true);
			final Button[] buttons = dialog.getButtons();
			if (buttons[0] != null) buttons[0].setEnabled(ok);
		}

		/** Whether the fields are valid; if so, optionally requests a preview. */
		private boolean validate(final boolean andPreview) {
			try {
				final DreamParams params = read();
				preview.check(params);
				layers.select(params.get(Parameter.LAYER));
				showError(" ");
				if (andPreview) preview.request(params, command.hasPreview() && panel.isLive());
				return true;
			}
			catch (final DreamException exc) {
				preview.cancel();
				showError(exc.message(Place.DIALOG));
				return false;
			}
		}

		private boolean record() {
			RecordedCommand.replaceOptions(shown, read());
			return true;
		}

		private void showError(final String text) {
			if (text.equals(error.getText())) return;
			error.setText(text);
			if (dialog.isVisible()) dialog.pack();
		}

		@Override
		public void layers(final List<LayerInfo> list) {
			layers.show(list);
			dialog.pack();
			dialog.resetCounters();
			dialog.getButtons()[0].setEnabled(validate(false));
		}

		@Override
		public void picture(final Image picture) {
			panel.show(picture);
		}

		@Override
		public void status(final String text) {
			panel.setStatus(text);
		}
	}
}
