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

import static io.deepdream.imagej.Windows.await;
import static io.deepdream.imagej.Windows.dialog;
import static io.deepdream.imagej.Windows.press;
import static io.deepdream.imagej.Windows.type;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Button;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import io.deepdream.cli.ImageJWindow;
import io.deepdream.imagej.pixels.SampleSky;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Dream command in ImageJ; needs a display, such as Xvfb. */
class WindowTest {

	private static ImageJ imageJ;

	@BeforeAll
	static void open() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display: skipped");
		imageJ = IJ.getInstance() == null ? ImageJWindow.open() : IJ.getInstance();
		WindowManager.closeAllWindows();
	}

	@AfterEach
	void closeWindows() throws Exception {
		if (imageJ == null) return;
		Windows.awaitCommands();
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			final ImagePlus imp = WindowManager.getImage(id);
			imp.changes = false;
			imp.close();
		}
	}

	private static int[] pixels(final ImagePlus imp) {
		return ((int[]) imp.getProcessor().getPixels()).clone();
	}

	@Test
	void theMenuContainsTheCommands() {
		for (final String label : new String[] { "Dream...", "Render from Noise...", "About DeepDream" })
			assertNotNull(Menus.getCommands().get(label), label);
	}

	@Test
	void theRecordedMacroReproducesThePixels() throws Exception {
		SampleSky.draw(100, 80).show();
		final Recorder recorder = new Recorder();
		IJ.doCommand("Dream...");
		final GenericDialog dialog = dialog("Dream...");
		// string fields: model, layer, channels; numeric fields: tile, octaves, ratio, iterations, step, ...
		type(dialog.getStringFields(), 1, "mixed4a");
		type(dialog.getStringFields(), 2, "3-5");
		type(dialog.getNumericFields(), 1, "2");
		type(dialog.getNumericFields(), 3, "3");
		press(dialog, "OK");
		final ImagePlus result = await(() -> WindowManager.getImage("Dream of Sky"));
		final String line = await(() -> recorder.getText().contains("Dream...") ? recorder.getText() : null);
		recorder.close();
		assertTrue(line.contains("layer=mixed4a") && line.contains("channels=3-5") && line.contains("iterations=3"), line);
		final int[] first = pixels(result);
		result.changes = false;
		result.close();
		WindowManager.setCurrentWindow(WindowManager.getImage("Sky").getWindow());
		IJ.runMacro(line);
		assertArrayEquals(first, pixels(await(() -> WindowManager.getImage("Dream of Sky"))));
		assertEquals(100, WindowManager.getImage("Sky").getWidth());
	}

	@Test
	void invalidNumbersDisableTheOkButton() throws Exception {
		SampleSky.draw(60, 50).show();
		IJ.doCommand("Dream...");
		final GenericDialog dialog = dialog("Dream...");
		type(dialog.getNumericFields(), 1, "0");
		final Button ok = dialog.getButtons()[0];
		await(() -> ok.isEnabled() ? null : true);
		type(dialog.getNumericFields(), 1, "2");
		await(() -> ok.isEnabled() ? true : null);
		press(dialog, "Cancel");
		assertNull(WindowManager.getImage("Dream of Sky"));
	}

	/** Otherwise the next dialog would overwrite the file of the macro. */
	@Test
	void macroParametersAreNotStoredForTheDialog(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("macro.png");
		SampleSky.draw(64, 64).show();
		IJ.run("Dream...", "octaves=1 iterations=1 save=[" + file + "]");
		Files.delete(file);
		WindowManager.setCurrentWindow(WindowManager.getImage("Sky").getWindow());
		IJ.doCommand("Dream...");
		final GenericDialog dialog = dialog("Dream...");
		type(dialog.getNumericFields(), 1, "1");
		type(dialog.getNumericFields(), 3, "1");
		press(dialog, "OK");
		// on whichever window has the focus now
		await(() -> WindowManager.getImageCount() == 3 ? true : null);
		assertFalse(Files.exists(file));
	}

	@Test
	void titlesAreUniqueAndTheInputIsNotLocked() {
		SampleSky.draw(64, 64).show();
		final List<String> titles = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			WindowManager.setCurrentWindow(WindowManager.getImage("Sky").getWindow());
			IJ.run("Dream...", "octaves=1 iterations=1");
			titles.add(WindowManager.getCurrentImage().getTitle());
		}
		assertEquals(List.of("Dream of Sky", "Dream of Sky-1"), titles);
		assertEquals(false, WindowManager.getImage("Sky").isLocked());
	}

	@Test
	void escapeCancelsAndKeepsTheFinishedOctave() throws Exception {
		SampleSky.draw(200, 160).show();
		final Thread keyboard = new Thread(() -> {
			try {
				await(() -> ImageJ.getStatusBarText().contains("octave 2/2") ? true : null);
			}
			catch (final Exception exc) {
				throw new AssertionError(exc);
			}
			IJ.setKeyDown(java.awt.event.KeyEvent.VK_ESCAPE);
		});
		keyboard.start();
		IJ.run("Dream...", "octaves=2 ratio=2 iterations=200");
		keyboard.join();
		assertTrue(WindowManager.getCurrentImage().getTitle().endsWith("(octave 1 of 2)"), WindowManager.getCurrentImage()
			.getTitle());
		assertEquals(100, WindowManager.getCurrentImage().getWidth());
	}

	@Test
	void aboutLeavesNoStatusText() {
		IJ.run("About DeepDream");
		assertEquals("", ImageJ.getStatusBarText());
		assertNotNull(WindowManager.getWindow("About DeepDream"));
		WindowManager.getWindow("About DeepDream").dispose();
	}
}
