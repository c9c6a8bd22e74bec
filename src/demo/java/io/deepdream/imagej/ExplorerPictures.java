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
package io.deepdream.imagej;

import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.io.File;
import java.nio.file.Files;

import javax.swing.SwingUtilities;

import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import io.deepdream.cli.ImageJWindow;
import io.deepdream.imagej.channels.ChannelGrid;
import io.deepdream.imagej.channels.ExplorerWindow;
import io.deepdream.imagej.dialog.RecordedCommand;
import io.deepdream.params.SystemSettings;

/**
 * Takes screenshots of the channel explorer for the documentation, with a real mouse:
 * while it renders, hovering over a channel, selecting one. Requires a display like that
 * of {@link Screenshots}:
 *
 * <pre>
 * xvfb-run -a -s "-screen 0 1280x1024x24" sh -c "openbox &amp; mvn -q test-compile exec:java \
 *   -Dexec.classpathScope=test -Dexec.mainClass=io.deepdream.imagej.ExplorerPictures -Dexec.args=docs/images"
 * </pre>
 */
public final class ExplorerPictures {

	private static final String LAYER = "mixed4d_3x3_bottleneck_pre_relu";
	private static final int CHANNEL = 20;

	/** Time for the preview, in milliseconds. */
	private static final int PREVIEW_TIME = 8000;

	private static File folder;
	private static Robot robot;

	private ExplorerPictures() {}

	/** @param args output folder; optionally a network, by default the embedded one */
	public static void main(final String... args) throws Exception {
		folder = new File(args[0]);
		robot = new Robot();
		// starts with no cached pictures
		System.setProperty(SystemSettings.CHANNELS, Files.createTempDirectory("channels").toString());
		final ImageJ imageJ = ImageJWindow.open();
		imageJ.setLocation(10, 20);
		final ImagePlus input = WindowManager.getCurrentImage();
		input.getWindow().setLocation(10, 180);
		final Recorder recorder = new Recorder();
		RecordedCommand.run("Channel Explorer...", "model", args.length > 1 ? args[1] : "compact-inception", "layer", LAYER);
		final ExplorerWindow explorer = Windows.await(ExplorerPictures::explorer);
		final ChannelGrid grid = Windows.find(ChannelGrid.class, explorer);
		// three rows of pictures
		EventQueue.invokeAndWait(() -> explorer.setSize(explorer.getWidth(), explorer.getHeight() - 2 * (ChannelGrid.CELL_SIZE +
			4)));
		while (grid.pictureCount() < 16)
			settle();
		capture("explorer-filling.jpg", explorer);
		while (grid.pictureCount() < 24)
			settle();
		move(grid, CHANNEL);
		Thread.sleep(1500);
		capture("explorer-hovering.jpg", explorer);
		click();
		final GenericDialog dialog = Windows.dialog("Dream...");
		Windows.await(() -> Windows.choice(dialog, LAYER));
		Thread.sleep(PREVIEW_TIME);
		capture("explorer-choosing.jpg", dialog);
		Windows.press(dialog, "OK");
		while (WindowManager.getImage("Dream of " + input.getTitle()) == null)
			settle();
		// painted only in part while another window covers it
		EventQueue.invokeAndWait(recorder::toFront);
		settle();
		settle();
		capture("explorer-recorded.png", recorder);
		System.exit(0);
	}

	private static ExplorerWindow explorer() {
		for (final Window window : Window.getWindows())
			if (window instanceof ExplorerWindow && window.isVisible()) return (ExplorerWindow) window;
		return null;
	}

	/** Moves in several steps, because a tooltip appears only after the mouse has moved and stopped. */
	private static void move(final ChannelGrid grid, final int channel) throws Exception {
		final Point[] at = new Point[1];
		EventQueue.invokeAndWait(() -> {
			final Rectangle cell = grid.cell(channel);
			at[0] = new Point(cell.x + cell.width / 2, cell.y + cell.height / 2);
			SwingUtilities.convertPointToScreen(at[0], grid);
		});
		for (int d = 12; d >= 0; d--) {
			robot.mouseMove(at[0].x - d, at[0].y - d);
			Thread.sleep(20);
		}
	}

	private static void click() {
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
	}

	private static void settle() throws InterruptedException {
		Thread.sleep(1000);
	}

	private static void capture(final String name, final Window window) throws Exception {
		Screenshots.capture(robot, window, new File(folder, name));
	}
}
