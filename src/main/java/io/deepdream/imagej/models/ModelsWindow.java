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
package io.deepdream.imagej.models;

import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.Label;
import java.awt.Panel;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.plugin.frame.Recorder;
import ij.text.TextPanel;
import ij.text.TextWindow;

import io.deepdream.imagej.dialog.Messages;
import io.deepdream.imagej.job.LayerTable;
import io.deepdream.imagej.job.ModelRequest;
import io.deepdream.imagej.job.Models;
import io.deepdream.imagej.pixels.ImageFiles;
import io.deepdream.imagej.progress.Escape;
import io.deepdream.imagej.progress.TransferStatus;
import io.deepdream.imagej.progress.Worker;
import io.deepdream.model.ModelStore;
import io.deepdream.params.DreamException;

/** A table of networks with buttons to install, import, remove and inspect them; tasks run in the background. */
public final class ModelsWindow extends Frame {

	static final String TITLE = "DeepDream Models";

	private static final long serialVersionUID = 1L;
	private static ModelsWindow open;

	private final transient Models models = new Models(ModelStore.standard());
	private final TextPanel table = new TextPanel();
	private final Label status = new Label("Folder: " + ModelStore.standard().folders().get(0));
	private final Button[] tasks = { button("Install", this::install), button("Import...", this::importFile), button(
		"Remove", this::remove), button("Layers", this::layers), button("Test Image", this::testImage) };
	private final Button stop = button("Close", this::closeOrStop);
	private transient Thread work;

	private ModelsWindow() {
		super(TITLE);
		table.setColumnHeadings(Models.HEADINGS);
		table.setPreferredSize(new Dimension(820, 180));
		final Panel buttons = new Panel(new FlowLayout(FlowLayout.RIGHT));
		for (final Button task : tasks)
			buttons.add(task);
		buttons.add(stop);
		final Panel below = new Panel(new BorderLayout());
		below.add(status, BorderLayout.CENTER);
		below.add(buttons, BorderLayout.SOUTH);
		add(table, BorderLayout.CENTER);
		add(below, BorderLayout.SOUTH);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				close();
			}
		});
		table.addKeyListener(escape());
		for (final Button task : tasks)
			task.addKeyListener(escape());
		stop.addKeyListener(escape());
		FileDrop.install(this, this::importDropped);
		refresh(0);
	}

	/** Opens the window, or brings it to the front. */
	public static void open() {
		if (open == null) {
			open = new ModelsWindow();
			open.pack();
			GUI.centerOnImageJScreen(open);
			WindowManager.addWindow(open);
		}
		open.setVisible(true);
		open.toFront();
	}

	private static Button button(final String label, final Runnable action) {
		final Button button = new Button(label);
		button.addActionListener(event -> action.run());
		return button;
	}

	/** Forwards Esc to ImageJ, which receives it only in its own windows. */
	private static KeyAdapter escape() {
		return new KeyAdapter() {

			@Override
			public void keyPressed(final KeyEvent event) {
				if (event.getKeyCode() == KeyEvent.VK_ESCAPE) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			}
		};
	}

	private void install() {
		final String name = selected();
		if (name != null) run(ModelRequest.of(Map.of(ModelRequest.ACTION, "install", ModelRequest.MODEL, name)));
	}

	private void remove() {
		final String name = selected();
		if (name != null && IJ.showMessageWithCancel(TITLE, "Delete " + name + " from this computer?")) run(ModelRequest.of(Map
			.of(ModelRequest.ACTION, "remove", ModelRequest.MODEL, name)));
	}

	private void importFile() {
		final ModelRequest request = ImportDialog.ask();
		if (request != null) run(request);
	}

	private void importDropped(final List<File> files) {
		if (isBusy()) status.setText("Wait until the current task has ended, and drop the file again.");
		else if (files.size() > 1) status.setText("Drop one file or folder at a time.");
		else run(ModelRequest.of(Map.of(ModelRequest.ACTION, "import", ModelRequest.FILE, files.get(0).getPath())));
	}

	/** Opens the image that came with a network. */
	private void testImage() {
		final String name = selected();
		if (name == null) return;
		final Optional<Path> file = ModelStore.standard().attachment(name, "test");
		final ImagePlus image = file.isPresent() ? ImageFiles.open(file.get().toString()) : null;
		if (image != null) image.show();
		status.setText(image != null ? "Opened the test image of " + name + "." : file.isPresent() ? file.get() +
			" cannot be opened as an image." : name + " came without a test image.");
	}

	private void layers() {
		final String name = selected();
		if (name != null) runInBackground("Loading " + name + "...", () -> {
			final List<String> rows = LayerTable.rows(name);
			EventQueue.invokeLater(() -> new TextWindow("Layers of " + name, LayerTable.HEADINGS, String.join("\n", rows), 520,
				480));
			return name + ": " + rows.size() + " layers";
		});
	}

	private void run(final ModelRequest request) {
		record(request);
		runInBackground(request.action() + "...", () -> models.run(request, new TransferStatus(new Escape()) {

			@Override
			public void progress(final String what, final long done, final long total) {
				super.progress(what, done, total);
				showStatus(total <= 1 ? what + "..." : String.format("%s: %d%%", what, 100 * done / total));
			}
		}));
	}

	/** Records a request as a macro line. */
	private static void record(final ModelRequest request) {
		if (!Recorder.record) return;
		Recorder.setCommand("Models...");
		request.values().forEach((key, value) -> {
			if (key.equals(ModelRequest.FILE)) Recorder.recordPath(key, value);
			else Recorder.recordOption(key, value);
		});
		Recorder.saveCommand();
	}

	/** Runs a task on a worker thread; shows the first line of its report in the status line, and logs all of it. */
	private void runInBackground(final String initialStatus, final Supplier<String> job) {
		setBusy(true);
		showStatus(initialStatus);
		work = new Thread(() -> {
			String message = "cancelled; the next download resumes";
			try {
				final String report = Worker.runHere(job);
				message = report.split("\n", 2)[0];
				if (!message.equals(report)) IJ.log(report);
			}
			catch (final CancellationException exc) {
				// keeps the initial message
			}
			catch (final DreamException exc) {
				message = "failed";
				Messages.report(exc);
			}
			catch (final RuntimeException exc) {
				message = "failed";
				IJ.handleException(exc);
			}
			finally {
				IJ.showStatus("DeepDream: " + message);
				final String last = message;
				EventQueue.invokeLater(() -> {
					refresh(Math.max(0, table.getSelectionStart()));
					setBusy(false);
					status.setText(last);
				});
			}
		}, "DeepDream models");
		work.start();
	}

	private void showStatus(final String text) {
		EventQueue.invokeLater(() -> status.setText(text));
	}

	private void setBusy(final boolean busy) {
		for (final Button task : tasks)
			task.setEnabled(!busy);
		stop.setLabel(busy ? "Stop" : "Close");
	}

	private void closeOrStop() {
		if (isBusy()) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		else close();
	}

	private boolean isBusy() {
		return stop.getLabel().equals("Stop");
	}

	private void close() {
		if (isBusy()) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		WindowManager.removeWindow(this);
		dispose();
		open = null;
	}

	/** The network of the selected row; null, with a message, if no row is selected. */
	private String selected() {
		final int row = table.getSelectionStart();
		if (row >= 0) return table.getLine(row).split("\t", 2)[0];
		status.setText("Select a network in the table first.");
		return null;
	}

	private void refresh(final int row) {
		table.clear();
		for (final String line : models.rows())
			table.appendLine(line);
		table.setSelection(Math.min(row, table.getLineCount() - 1), Math.min(row, table.getLineCount() - 1));
	}
}
