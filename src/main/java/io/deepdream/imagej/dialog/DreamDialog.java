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
import java.awt.EventQueue;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Image;
import java.awt.Insets;
import java.awt.Panel;
import java.awt.Window;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.GenericDialog;

import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Parameter.Group;
import io.deepdream.params.Start;
import io.deepdream.params.settings.LayerSelection;

/**
 * The dialog of a command: the basic parameters with presets, a list of the network's
 * layers and a live preview; the others in groups after a click on Advanced. The macro
 * recorder records all parameters, and nothing else.
 */
public final class DreamDialog {

	/** Whether the advanced parameters are shown, in ImageJ's preferences. */
	static final String ADVANCED = "deepdream.advanced";

	private final CommandDescriptor command;
	private final ChannelChooser chooser;
	private final Set<Parameter> shown;

	public DreamDialog(final CommandDescriptor command, final ChannelChooser chooser) {
		this.command = command;
		this.chooser = chooser;
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
		private final PresetPanel presets;
		private final PreviewPanel panel;
		private final Preview preview;
		private final MessageLine message = new MessageLine(this::fit);
		private final FieldGrid advanced = new FieldGrid(1);
		private final Button advancedButton = new Button();
		private final FittedContent content;
		private Window channels;

		OpenDialog(final String title, final ImagePlus image, final DreamParams params) {
			initial = params;
			dialog = new GenericDialog(title) {

				private static final long serialVersionUID = 1L;

				@Override
				protected void setup() {
					// all components exist now, and the dialog is not yet visible
					DialogColours.apply(this);
					fit();
				}
			};
			fields = new ParameterFields(dialog);
			for (final Parameter p : shown) {
				fields.create(p, params);
				fields.showHelp(p, message::showHelp);
			}
			layers = new LayerList(layer -> fields.show(Parameter.LAYER, layer), dialog);
			presets = new PresetPanel(preset -> replace(preset.apply(current())), () -> replace(command.defaults()),
				message::showHelp, dialog.getFont(), dialog);
			final PreviewSource source = new PreviewSource(params.is(Parameter.START, Start.NOISE) ? null : image);
			panel = new PreviewPanel(source.before() == null ? null : source.before().createImage(), this::changed, dialog);
			content = new FittedContent(dialog, content(), at(0, 0, GridBagConstraints.WEST));
			addMessageLine();
			dialog.addHelp(Documentation.html(command.defaults(), shown));
			preview = new Preview(source, this);
		}

		private Panel content() {
			final Panel all = new Panel(new GridBagLayout());
			if (command.hasPreview()) all.add(presets, at(0, 0, GridBagConstraints.WEST));
			all.add(basic(), at(0, 1, GridBagConstraints.NORTHWEST));
			if (command.hasPreview()) {
				final GridBagConstraints place = at(1, 1, GridBagConstraints.NORTHEAST);
				place.insets.left = Scale.of(15);
				all.add(panel, place);
			}
			fillAdvanced();
			final GridBagConstraints place = at(2, 0, GridBagConstraints.NORTHWEST);
			place.gridwidth = 1;
			place.gridheight = 2;
			place.insets.left = Scale.of(20);
			all.add(advanced, place);
			showAdvanced(Prefs.get(ADVANCED, false));
			return all;
		}

		private GridBagConstraints at(final int x, final int y, final int anchor) {
			final GridBagConstraints place = new GridBagConstraints();
			place.gridx = x;
			place.gridy = y;
			place.gridwidth = x == 0 && y == 0 ? 2 : 1;
			place.anchor = anchor;
			place.insets = new Insets(0, 0, Scale.of(8), 0);
			return place;
		}

		private FieldGrid basic() {
			final FieldGrid basic = new FieldGrid(2);
			for (final Parameter p : parameters(Group.BASIC)) {
				fields.place(p, basic);
				if (p == Parameter.LAYER) basic.addBelow(layers);
				if (p == Parameter.CHANNELS && command.hasPreview()) basic.addBeside(button("Choose by Looking...",
					this::chooseChannel));
			}
			if (parameters(Group.BASIC).size() < shown.size()) {
				advancedButton.addActionListener(event -> {
					Prefs.set(ADVANCED, !advanced.isVisible());
					showAdvanced(!advanced.isVisible());
					fit();
				});
				advancedButton.addKeyListener(dialog);
				basic.addBelow(advancedButton);
			}
			return basic;
		}

		private Button button(final String label, final Runnable action) {
			final Button button = new Button(label);
			button.addActionListener(event -> action.run());
			button.addKeyListener(dialog);
			return button;
		}

		private void fillAdvanced() {
			for (final Group group : Group.values()) {
				final List<Parameter> members = parameters(group);
				if (group == Group.BASIC || members.isEmpty()) continue;
				advanced.heading(group.title(), dialog.getFont());
				for (final Parameter p : members)
					fields.place(p, advanced);
			}
		}

		private List<Parameter> parameters(final Group group) {
			return shown.stream().filter(p -> p.group() == group).collect(Collectors.toList());
		}

		private void showAdvanced(final boolean visible) {
			advanced.setVisible(visible);
			advancedButton.setLabel(visible ? "Advanced <<" : "Advanced >>");
		}

		private void addMessageLine() {
			final GridBagConstraints place = at(0, 1, GridBagConstraints.WEST);
			place.gridwidth = 2;
			place.fill = GridBagConstraints.HORIZONTAL;
			place.insets.top = Scale.of(4);
			dialog.add(message, place);
			message.showHelp("Move the pointer over a field for its help.");
		}

		private void fit() {
			content.fit();
		}

		private void chooseChannel() {
			if (channels != null) channels.dispose();
			channels = chooser.open(current(), options -> {
				replace(current().withOptions(options));
				dialog.toFront();
			});
		}

		DreamParams show() {
			try {
				// after OK, ImageJ calls the listener without an event and records the fields that it reads
				dialog.addDialogListener((d, event) -> event == null ? record() : validate(true));
				preview.request(initial, command.hasPreview() && panel.isLive());
				dialog.showDialog();
			}
			finally {
				if (channels != null) channels.dispose();
				preview.close();
			}
			return dialog.wasCanceled() ? null : confirmed();
		}

		/** Reads the fields on the event thread: its events read them too, and share ImageJ's counters of fields. */
		private DreamParams confirmed() {
			final FutureTask<DreamParams> reading = new FutureTask<>(() -> {
				dialog.resetCounters();
				return read();
			});
			if (EventQueue.isDispatchThread()) reading.run();
			else EventQueue.invokeLater(reading);
			try {
				return reading.get();
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				return null;
			}
			catch (final ExecutionException exc) {
				if (exc.getCause() instanceof RuntimeException) throw (RuntimeException) exc.getCause();
				throw (Error) exc.getCause();
			}
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
			enableOk(validate(true));
		}

		private void enableOk(final boolean enabled) {
			dialog.getButtons()[0].setEnabled(enabled);
		}

		/** Whether the fields are valid; if so, optionally requests a preview. */
		private boolean validate(final boolean andPreview) {
			try {
				final DreamParams params = read();
				preview.check(params);
				layers.select(params.get(Parameter.LAYER));
				if (command.hasPreview()) presets.select(params);
				message.showError("");
				if (andPreview) preview.request(params, command.hasPreview() && panel.isLive());
				return true;
			}
			catch (final DreamException exc) {
				preview.cancel();
				message.showError(exc.message(Place.DIALOG));
				return false;
			}
		}

		private boolean record() {
			RecordedCommand.replaceOptions(shown, read());
			return true;
		}

		@Override
		public void layers(final List<LayerInfo> list) {
			layers.show(list);
			fit();
			dialog.resetCounters();
			enableOk(validate(false));
			replaceUnknownLayer(list);
		}

		/** After a change of the network, a layer of the former one is replaced by the default. */
		private void replaceUnknownLayer(final List<LayerInfo> known) {
			final String layer = current().get(Parameter.LAYER);
			if (layer.isEmpty() || layer.equals(Parameter.LAYER.defaultValue()) || LayerSelection.parse(layer).layers().stream().allMatch(
				wanted -> known.stream().anyMatch(one -> one.name().equals(wanted.name())))) return;
			for (final Parameter p : new Parameter[] { Parameter.CHANNELS, Parameter.LAYER })
				if (shown.contains(p)) fields.show(p, String.valueOf(p.defaultValue()));
			changed();
			message.showHelp("This network has no layer " + layer + ": its default layer is chosen.");
		}

		@Override
		public void picture(final Image picture) {
			panel.show(picture);
		}

		@Override
		public void status(final String progress) {
			panel.setStatus(progress);
		}

		@Override
		public void failed(final String sentence) {
			panel.setStatus(" ");
			message.showError(sentence);
		}
	}
}
