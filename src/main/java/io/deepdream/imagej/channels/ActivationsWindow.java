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

import java.awt.Button;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.Panel;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Plot;
import ij.gui.StackWindow;

import io.deepdream.imagej.dialog.RecordedCommand;
import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.Commands;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** The stack of activation maps, with a button that dreams the displayed channel on the source image. */
public final class ActivationsWindow extends StackWindow {

	private static final long serialVersionUID = 1L;

	private final transient ActivationsJob result;
	private final Button dream = new Button("Dream the strongest, channel 00000");

	/**
	 * @param source the image that the activations belong to
	 * @param model value of the model parameter
	 */
	public ActivationsWindow(final ActivationsJob result, final ImagePlus source, final String model) {
		super(result.maps());
		this.result = result;
		final Panel panel = new Panel(new FlowLayout(FlowLayout.CENTER, 4, 2));
		panel.add(dream);
		add(panel);
		dream.addActionListener(event -> dream(source, model));
		dream.addKeyListener(IJ.getInstance());
		label();
		pack();
	}

	/** Shows the maps and a plot of all channels. */
	public static void open(final ActivationsJob result, final ImagePlus source, final DreamParams params) {
		result.maps().setTitle(WindowManager.makeUniqueName(result.maps().getTitle()));
		plot(result, params.whole(Parameter.STRONGEST)).show();
		new ActivationsWindow(result, source, params.get(Parameter.MODEL));
	}

	/** Mean activation of every channel; red circles mark the strongest. */
	private static Plot plot(final ActivationsJob result, final int count) {
		final double[] channels = new double[result.layer().channels()];
		final double[] means = new double[channels.length];
		for (int c = 0; c < channels.length; c++) {
			channels[c] = c;
			means[c] = result.statistics().mean(c);
		}
		final Plot plot = new Plot("Channels of " + result.layer().name(), "Channel", "Mean activation");
		plot.setColor(Color.GRAY);
		plot.add("bar", channels, means);
		final int n = Math.min(count, channels.length);
		final double[] strongest = new double[n];
		final double[] strongestMeans = new double[n];
		for (int i = 0; i < n; i++) {
			strongest[i] = result.ranked().get(i);
			strongestMeans[i] = result.statistics().mean(result.ranked().get(i));
		}
		plot.setColor(Color.RED);
		plot.add("circle", strongest, strongestMeans);
		return plot;
	}

	private int rank() {
		return imp.getSlice() - 1;
	}

	private void label() {
		dream.setLabel((rank() == 0 ? "Dream the strongest, channel " : "Dream channel ") + result.ranked().get(rank()));
	}

	@Override
	public void updateSliceSelector() {
		super.updateSliceSelector();
		if (dream != null && result != null) label();
	}

	@Override
	public String createSubtitle() {
		// ImageJ calls this when the slice changes, and also from the superclass constructor
		if (dream != null && result != null) label();
		return super.createSubtitle();
	}

	private void dream(final ImagePlus source, final String model) {
		if (source.getWindow() == null) {
			IJ.error("DeepDream", "The image is closed: open it and run Activations... again.");
			return;
		}
		WindowManager.setCurrentWindow(source.getWindow());
		RecordedCommand.run(Commands.of("dream").label(), "model", model, "layer", result.layer().name(), "channels", String.valueOf(result.ranked()
			.get(rank())));
	}
}
