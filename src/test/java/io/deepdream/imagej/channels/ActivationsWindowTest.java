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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Button;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.PlotWindow;
import ij.measure.ResultsTable;
import ij.text.TextWindow;

import io.deepdream.cli.ImageJWindow;
import io.deepdream.imagej.Windows;
import io.deepdream.imagej.dialog.RecordedCommand;
import io.deepdream.imagej.pixels.SampleSky;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Activations command, run by a macro, and its windows; needs a display, such as Xvfb. */
class ActivationsWindowTest {

	private ImagePlus sky;

	@BeforeEach
	void open() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display: skipped");
		ImageJWindow.open();
		WindowManager.closeAllWindows();
		sky = SampleSky.draw(120, 90);
		sky.show();
		RecordedCommand.run("Activations...", "layer", "mixed3a", "strongest", "3");
		Windows.await(ActivationsWindowTest::window);
	}

	@AfterEach
	void close() {
		if (GraphicsEnvironment.isHeadless()) return;
		for (final Window window : Window.getWindows())
			if (window instanceof TextWindow) ((TextWindow) window).close(false);
		WindowManager.closeAllWindows();
	}

	private static ActivationsWindow window() {
		for (final Window window : Window.getWindows())
			if (window instanceof ActivationsWindow && window.isVisible()) return (ActivationsWindow) window;
		return null;
	}

	private static ResultsTable table() {
		for (final Window window : Window.getWindows())
			if (window instanceof TextWindow && window.isVisible() && ((TextWindow) window).getTitle().endsWith("(table)"))
				return ((TextWindow) window).getResultsTable();
		return null;
	}

	@Test
	void showsMapsTableAndPlot() throws Exception {
		final ResultsTable table = Windows.await(ActivationsWindowTest::table);
		final ImagePlus maps = window().getImagePlus();
		assertEquals("Activations of " + sky.getTitle() + " in mixed3a", maps.getTitle());
		assertEquals(3, maps.getNSlices());
		assertTrue(maps.getStack().getSliceLabel(1).startsWith("channel " + (int) table.getValue("Channel", 0) + ","), maps
			.getStack().getSliceLabel(1));
		int plots = 0;
		for (final Window window : Window.getWindows())
			if (window instanceof PlotWindow && window.isVisible() && ((PlotWindow) window).getTitle().equals(
				"Channels of mixed3a")) plots++;
		assertEquals(1, plots);
	}

	/** The button follows the slice selector, and dreams the channel on the source image. */
	@Test
	void theButtonDreamsTheDisplayedChannel() throws Exception {
		final ResultsTable table = Windows.await(ActivationsWindowTest::table);
		final ImagePlus maps = window().getImagePlus();
		final Button button = Windows.find(Button.class, window());
		assertEquals("Dream the strongest, channel " + (int) table.getValue("Channel", 0), button.getLabel());
		EventQueue.invokeAndWait(() -> maps.setPosition(2, 2, 1));
		final int second = (int) table.getValue("Channel", 1);
		Windows.await(() -> button.getLabel().equals("Dream channel " + second) ? true : null);
		Windows.press(window(), button.getLabel());
		final ImagePlus dream = Windows.await(() -> WindowManager.getImage("Dream of " + sky.getTitle()));
		assertTrue(dream.getInfoProperty().contains("layer=mixed3a channels=" + second + " "), dream.getInfoProperty());
		assertEquals(120, dream.getWidth());
	}
}
