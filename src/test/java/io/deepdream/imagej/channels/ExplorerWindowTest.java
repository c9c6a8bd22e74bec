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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.nio.file.Path;

import javax.swing.JSlider;

import ij.IJ;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;

import io.deepdream.DeepDream;
import io.deepdream.cli.ImageJWindow;
import io.deepdream.imagej.ExplorerPlugin;
import io.deepdream.imagej.Windows;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamParams;
import io.deepdream.params.SystemSettings;
import io.deepdream.params.Task;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The explorer in ImageJ; needs a display, such as Xvfb. */
class ExplorerWindowTest {

	private static final String QUICK = "layer=mixed3a_5x5_bottleneck width=16 height=16 iterations=1";

	@TempDir
	Path folder;

	private ExplorerWindow window;

	@BeforeEach
	void open() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display: skipped");
		System.setProperty(SystemSettings.CHANNELS, folder.toString());
		ImageJWindow.open();
		WindowManager.closeAllWindows();
		EventQueue.invokeAndWait(() -> {
			window = new ExplorerWindow(DreamParams.of(Task.ATLAS).withOptions(QUICK), ExplorerPlugin::openDialog);
			window.setVisible(true);
		});
	}

	@AfterEach
	void close() throws Exception {
		if (window != null) EventQueue.invokeAndWait(window::dispose);
		// the worker thread may still write to the cache
		Windows.await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals(
			"DeepDream channel explorer")) ? true : null);
		System.clearProperty(SystemSettings.CHANNELS);
	}

	private ChannelGrid grid(final int filled) throws Exception {
		final ChannelGrid grid = Windows.find(ChannelGrid.class, window);
		Windows.await(() -> grid.pictureCount() == filled ? true : null);
		return grid;
	}

	private static MouseEvent event(final ChannelGrid grid, final int id, final int channel) {
		final Rectangle cell = grid.cell(channel);
		return new MouseEvent(grid, id, 0, 0, cell.x + 30, cell.y + 30, 1, false, MouseEvent.BUTTON1);
	}

	@Test
	void clickingAChannelOpensTheDialogWithIt() throws Exception {
		final int channels = channelsOf("mixed3a_5x5_bottleneck");
		final ChannelGrid grid = grid(channels);
		final String tip = grid.getToolTipText(event(grid, MouseEvent.MOUSE_MOVED, 5));
		assertTrue(tip.matches("mixed3a_5x5_bottleneck, channel 5, score .*"), tip);
		EventQueue.invokeLater(() -> grid.dispatchEvent(event(grid, MouseEvent.MOUSE_CLICKED, 5)));
		// because no image is open
		final GenericDialog dialog = Windows.dialog("Render from Noise...");
		assertTrue(texts(dialog).contains("mixed3a_5x5_bottleneck"), texts(dialog));
		EventQueue.invokeAndWait(dialog::dispose);
		SampleSky.draw(64, 48).show();
		EventQueue.invokeLater(() -> grid.dispatchEvent(event(grid, MouseEvent.MOUSE_CLICKED, 7)));
		final GenericDialog dream = Windows.dialog("Dream...");
		assertTrue(texts(dream).contains("|7|"), texts(dream));
		EventQueue.invokeAndWait(dream::dispose);
	}

	/** The dialog is modal; the explorer that it opens is not blocked, and is closed with it. */
	@Test
	void aClickPutsTheChannelIntoTheOpenDialog() throws Exception {
		SampleSky.draw(64, 48).show();
		Prefs.set("deepdream.dream", "layer=mixed3a_5x5_bottleneck octaves=1 iterations=1");
		IJ.doCommand("Dream...");
		final GenericDialog dialog = Windows.dialog("Dream...");
		Windows.press(dialog, "Choose by Looking...");
		final ExplorerWindow opened = Windows.await(this::explorer);
		assertEquals(Dialog.ModalExclusionType.APPLICATION_EXCLUDE, opened.getModalExclusionType());
		final ChannelGrid grid = Windows.find(ChannelGrid.class, opened);
		Windows.await(() -> grid.pictureCount() > 0 ? true : null);
		EventQueue.invokeAndWait(() -> grid.dispatchEvent(event(grid, MouseEvent.MOUSE_CLICKED, 5)));
		assertTrue(texts(dialog).contains("|mixed3a_5x5_bottleneck|5|"), texts(dialog));
		Windows.press(dialog, "Cancel");
		Windows.await(() -> opened.isVisible() ? null : true);
		Prefs.set("deepdream.dream", (String) null);
	}

	/** Otherwise the button would do nothing but print an exception. */
	@Test
	void withoutALayerTheExplorerShowsTheDefaultOne() throws Exception {
		SampleSky.draw(64, 48).show();
		IJ.doCommand("Dream...");
		final GenericDialog dialog = Windows.dialog("Dream...");
		Windows.type(dialog.getStringFields(), 1, ",");
		Windows.press(dialog, "Choose by Looking...");
		Windows.await(this::explorer);
		Windows.press(dialog, "Cancel");
		Windows.await(() -> explorer() == null ? true : null);
	}

	/** The explorer that a dialog has opened; null if there is none. */
	private ExplorerWindow explorer() {
		for (final Window w : Window.getWindows())
			if (w instanceof ExplorerWindow && w != window && w.isVisible()) return (ExplorerWindow) w;
		return null;
	}

	private static int channelsOf(final String layer) {
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			return deepDream.layers().stream().filter(l -> l.name().equals(layer)).findFirst().get().channels();
		}
	}

	private static String texts(final GenericDialog dialog) {
		final StringBuilder texts = new StringBuilder("|");
		for (final Object field : dialog.getStringFields())
			texts.append(((TextField) field).getText()).append('|');
		return texts.toString();
	}

	@Test
	void theSliderSelectsTheLayer() throws Exception {
		grid(channelsOf("mixed3a_5x5_bottleneck"));
		final JSlider slider = Windows.find(JSlider.class, window);
		final int before = slider.getValue();
		assertTrue(slider.getMaximum() > 50);
		EventQueue.invokeAndWait(() -> slider.setValue(before + 1));
		final ChannelGrid grid = Windows.find(ChannelGrid.class, window);
		Windows.await(() -> {
			final String tip = grid.getToolTipText(event(grid, MouseEvent.MOUSE_MOVED, 0));
			return tip != null && !tip.startsWith("mixed3a_5x5_bottleneck,") ? true : null;
		});
		assertFalse(slider.getValueIsAdjusting());
		assertEquals(before + 1, slider.getValue());
	}
}
