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
package io.deepdream.imagej.channels;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Collections;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSlider;

import ij.IJ;
import ij.WindowManager;

import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.dialog.RecordedCommand;
import io.deepdream.imagej.job.ChannelPicture;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * The channel explorer: pictures of all channels of a layer, and a slider to select the
 * layer. Clicking a channel opens the dialog of Dream with this channel, or of Render
 * from Noise if no image is open.
 */
public final class ExplorerWindow extends JFrame implements ExplorerRun.View {

	private static final long serialVersionUID = 1L;

	private final transient ExplorerRun run = new ExplorerRun(this);
	private final ChannelGrid grid = new ChannelGrid(this::choose);
	private final JComboBox<String> model;
	private final JSlider slider = new JSlider(0, 0, 0);
	private final JLabel name = new JLabel(" ");
	private final JProgressBar bar = new JProgressBar(0, 1000);
	private final JLabel status = new JLabel("Loading the network...");
	private final JButton stop = new JButton("Stop");

	private final transient DialogOpener dialogs;
	private transient DreamParams params;
	private transient List<LayerInfo> layers = Collections.emptyList();
	/** Whether the controls are being set by the program, not by the user. */
	private boolean updating;

	/** Opens the dialog of a command. */
	public interface DialogOpener {

		/** @param options initial values that differ from those of the last dialog, as macro options */
		void open(CommandDescriptor command, String options);
	}

	/**
	 * @param params of the atlas task
	 * @param dialogs opens the dialog of a chosen channel
	 */
	public ExplorerWindow(final DreamParams params, final DialogOpener dialogs) {
		super("Channel Explorer");
		this.params = params;
		this.dialogs = dialogs;
		model = new JComboBox<>(ModelCatalogue.names().toArray(new String[0]));
		model.setEditable(true);
		model.setPrototypeDisplayValue("a-name-as-long-as-most");
		model.setSelectedItem(params.get(Parameter.MODEL));
		model.setToolTipText(Parameter.MODEL.help());
		model.addActionListener(event -> chooseModel());
		slider.setToolTipText("Layers, from input to output");
		slider.addChangeListener(event -> sliderMoved());
		stop.addActionListener(event -> stopOrContinue());
		final JButton stack = new JButton("Image Stack");
		stack.setToolTipText("Render the channels as an image stack (Channel Atlas...)");
		stack.addActionListener(event -> RecordedCommand.run(Commands.of("atlas").label(), "model", this.params.get(Parameter.MODEL), "layer",
			this.params.get(Parameter.LAYER)));
		add(controls(), BorderLayout.NORTH);
		add(new JScrollPane(grid, JScrollPane.VERTICAL_SCROLLBAR_ALWAYS, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER),
			BorderLayout.CENTER);
		add(footer(stack), BorderLayout.SOUTH);
		setDefaultCloseOperation(DISPOSE_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				run.close();
			}
		});
		pack();
		setLocationByPlatform(true);
		run.render(params);
	}

	private JPanel controls() {
		final JPanel panel = new JPanel(new BorderLayout(8, 4));
		panel.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
		final JPanel network = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 0));
		network.add(new JLabel("Model"));
		network.add(model);
		panel.add(network, BorderLayout.WEST);
		final JPanel layer = new JPanel(new BorderLayout(6, 0));
		layer.add(new JLabel("Layer"), BorderLayout.WEST);
		layer.add(slider, BorderLayout.CENTER);
		panel.add(layer, BorderLayout.CENTER);
		panel.add(name, BorderLayout.SOUTH);
		return panel;
	}

	private JPanel footer(final JButton stack) {
		final JPanel panel = new JPanel(new BorderLayout(8, 0));
		panel.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
		panel.add(status, BorderLayout.WEST);
		panel.add(bar, BorderLayout.CENTER);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 0));
		buttons.add(stop);
		buttons.add(stack);
		panel.add(buttons, BorderLayout.EAST);
		return panel;
	}

	private void chooseModel() {
		final String wanted = String.valueOf(model.getSelectedItem()).trim();
		if (wanted.equals(params.get(Parameter.MODEL))) return;
		restart(params.with(Parameter.MODEL, wanted).with(Parameter.LAYER, Parameter.LAYER.defaultValue()));
	}

	private void sliderMoved() {
		if (layers.isEmpty()) return;
		final LayerInfo layer = layers.get(slider.getValue());
		describe(layer);
		if (updating || slider.getValueIsAdjusting() || layer.name().equals(params.get(Parameter.LAYER))) return;
		restart(params.with(Parameter.LAYER, layer.name()));
	}

	private void stopOrContinue() {
		if (stop.getText().equals("Stop")) {
			run.stop();
			status.setText("Stopped");
			stop.setText("Continue");
		}
		else restart(params);
	}

	private void restart(final DreamParams wanted) {
		params = wanted;
		status.setText("Loading...");
		stop.setText("Stop");
		stop.setEnabled(true);
		run.render(params);
	}

	private void describe(final LayerInfo layer) {
		name.setText(layer.name() + ": " + layer.describeChannels() + ", stride " + layer.stride() + "x" + layer
			.stride() + " pixels, receptive field " + layer.receptiveField() + "x" + layer.receptiveField());
	}

	private void choose(final int channel) {
		final boolean image = DreamJob.isImage(WindowManager.getCurrentImage());
		final String options = RecordedCommand.options("model", params.get(Parameter.MODEL), "layer", params.get(Parameter.LAYER),
			"channels", String.valueOf(channel));
		dialogs.open(Commands.of(image ? "dream" : "noise"), options);
	}

	@Override
	public void networkOpened(final List<LayerInfo> all, final LayerInfo chosen) {
		updating = true;
		layers = all;
		slider.setMaximum(layers.size() - 1);
		slider.setValue(layers.indexOf(chosen));
		describe(chosen);
		updating = false;
	}

	@Override
	public void layerStarted(final LayerInfo layer) {
		params = params.with(Parameter.LAYER, layer.name());
		describe(layer);
		grid.show(layer.name(), layer.channels());
		bar.setValue(0);
	}

	@Override
	public void pictureReady(final ChannelPicture picture) {
		grid.add(picture);
		count();
	}

	private void count() {
		status.setText(grid.pictureCount() + " of " + layers.get(slider.getValue()).channels() + " channels");
	}

	@Override
	public void progress(final double done) {
		bar.setValue((int) (1000 * done));
	}

	@Override
	public void ended(final boolean complete) {
		bar.setValue(1000);
		stop.setEnabled(false);
		count();
	}

	@Override
	public void failed(final String sentence) {
		status.setText("Failed");
		stop.setEnabled(false);
		IJ.error("DeepDream", sentence);
	}
}
