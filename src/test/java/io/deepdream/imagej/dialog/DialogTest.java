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

import static io.deepdream.imagej.Windows.await;
import static io.deepdream.imagej.Windows.choice;
import static io.deepdream.imagej.Windows.choose;
import static io.deepdream.imagej.Windows.dialog;
import static io.deepdream.imagej.Windows.press;
import static io.deepdream.imagej.Windows.type;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Button;
import java.awt.GraphicsEnvironment;
import java.awt.TextField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Vector;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.Undo;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.plugin.frame.Recorder;

import io.deepdream.cli.ImageJWindow;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.imagej.SampleImages;
import io.deepdream.imagej.Windows;
import io.deepdream.imagej.job.Provenance;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Preset;
import io.deepdream.params.Task;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialogs in ImageJ; needs a display, such as Xvfb. */
class DialogTest {

	private static final String[] COMMANDS = { "dream", "noise", "movie", "atlas" };
	// indices in GenericDialog's lists of fields
	private static final int MODEL = 0;
	private static final int LAYER = 1;
	private static final int CHANNELS = 2;
	private static final int OCTAVES = 1;
	private static final int RATIO = 2;
	private static final int ITERATIONS = 3;

	@BeforeEach
	void open() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display: skipped");
		if (IJ.getInstance() == null) ImageJWindow.open();
		WindowManager.closeAllWindows();
		resetPreferences();
	}

	@AfterEach
	void close() throws Exception {
		Windows.awaitCommands();
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			final ImagePlus imp = WindowManager.getImage(id);
			imp.changes = false;
			imp.close();
		}
		resetPreferences();
	}

	private static void resetPreferences() {
		for (final String command : COMMANDS)
			Prefs.set("deepdream." + command, (String) null);
	}

	private static String text(final Vector<?> fields, final int index) {
		return ((TextField) fields.get(index)).getText();
	}

	private static GenericDialog dream() throws Exception {
		IJ.doCommand("Dream...");
		return dialog("Dream...");
	}

	@Test
	void presetsSetTheFieldsAndResetRestoresTheDefaults() throws Exception {
		SampleSky.draw(60, 50).show();
		final GenericDialog dialog = dream();
		assertTrue(Preset.values().length >= 6);
		choose(choice(dialog, Preset.SCALES.title()), Preset.SCALES.title());
		assertEquals("mixed3b", text(dialog.getStringFields(), LAYER));
		assertEquals("15", text(dialog.getNumericFields(), ITERATIONS));
		press(dialog, "Reset");
		assertEquals("default", text(dialog.getStringFields(), LAYER));
		assertEquals("20", text(dialog.getNumericFields(), ITERATIONS));
		press(dialog, "Cancel");
	}

	@Test
	void layersAreListedAndChannelsValidatedWhileTyping() throws Exception {
		SampleSky.draw(60, 50).show();
		final GenericDialog dialog = dream();
		choose(await(() -> choice(dialog, "mixed4c  (488 channels)")), "mixed4c  (488 channels)");
		assertEquals("mixed4c", text(dialog.getStringFields(), LAYER));
		final Button ok = dialog.getButtons()[0];
		type(dialog.getStringFields(), CHANNELS, "488");
		await(() -> ok.isEnabled() ? null : true);
		type(dialog.getStringFields(), CHANNELS, "3;487");
		await(() -> ok.isEnabled() ? true : null);
		type(dialog.getStringFields(), LAYER, "mixed4");
		await(() -> ok.isEnabled() ? null : true);
		press(dialog, "Cancel");
	}

	/** The layer and the channels of the former network mean nothing in the next. */
	@Test
	void aChangeOfTheNetworkReplacesItsLayer(@TempDir final Path folder) throws Exception {
		new SmallGraphs(3).conv("a", 3, 3, 3, 8, 1, "SAME").relu("b").conv("c", 3, 3, 8, 5, 1, "SAME").save(folder, new Properties());
		IJ.doCommand("Render from Noise...");
		final GenericDialog dialog = dialog("Render from Noise...");
		await(() -> choice(dialog, "mixed4c  (488 channels)"));
		assertEquals("139", text(dialog.getStringFields(), CHANNELS));
		type(dialog.getStringFields(), MODEL, folder.resolve("small.pb").toString());
		await(() -> text(dialog.getStringFields(), LAYER).equals("default") ? true : null);
		assertEquals("all", text(dialog.getStringFields(), CHANNELS));
		press(dialog, "OK");
		final ImagePlus result = await(() -> WindowManager.getImage("Dream of noise"));
		assertTrue(result.getInfoProperty().contains(" layer=c channels=all "), result.getInfoProperty());
	}

	@Test
	void aDecimalCommaIsReadAndRecorded() throws Exception {
		SampleSky.draw(60, 50).show();
		final GenericDialog dialog = dream();
		final Button ok = dialog.getButtons()[0];
		type(dialog.getNumericFields(), RATIO, "1,500");
		await(() -> ok.isEnabled() ? null : true);
		type(dialog.getNumericFields(), RATIO, "1,5");
		await(() -> ok.isEnabled() ? true : null);
		type(dialog.getNumericFields(), ITERATIONS, "1");
		press(dialog, "OK");
		final ImagePlus result = await(() -> WindowManager.getImage("Dream of Sky"));
		assertTrue(result.getInfoProperty().contains("ratio=1.5 "), result.getInfoProperty());
	}

	@Test
	void okStoresTheParametersAndCancelDoesNot() throws Exception {
		SampleSky.draw(60, 50).show();
		final GenericDialog first = dream();
		type(first.getNumericFields(), OCTAVES, "2");
		press(first, "Cancel");
		await(() -> first.isVisible() ? null : true);
		final GenericDialog second = dream();
		assertEquals("5", text(second.getNumericFields(), OCTAVES));
		type(second.getNumericFields(), OCTAVES, "1");
		type(second.getNumericFields(), ITERATIONS, "1");
		press(second, "OK");
		await(() -> WindowManager.getImage("Dream of Sky"));
		final GenericDialog third = dream();
		assertEquals("1", text(third.getNumericFields(), OCTAVES));
		press(third, "Cancel");
		await(() -> third.isVisible() ? null : true);
	}

	private static List<int[]> pixels(final ImagePlus image) {
		final List<int[]> planes = new ArrayList<>();
		for (int i = 1; i <= image.getStackSize(); i++)
			planes.add(((int[]) image.getStack().getProcessor(i).convertToRGB().getPixels()).clone());
		return planes;
	}

	/** Confirms the dialog of a command without changes, and runs the recorded macro. */
	private static void recordAndReplay(final String command, final String result, final ImagePlus active)
		throws Exception
	{
		final Recorder recorder = new Recorder();
		final ImagePlus first;
		final String line;
		try {
			IJ.doCommand(command);
			press(dialog(command), "OK");
			first = await(() -> WindowManager.getImage(result));
			line = await(() -> recorder.getText().contains(command) ? recorder.getText() : null);
		}
		finally {
			recorder.close();
		}
		assertTrue(line.startsWith("run(\"" + command + "\", \"model="), line);
		final List<int[]> expected = pixels(first);
		await(() -> first.getWindow());
		first.changes = false;
		first.close();
		// the window that was closed may still be the current one
		if (active != null) await(() -> {
			IJ.selectWindow(active.getID());
			return WindowManager.getCurrentImage() == active ? true : null;
		});
		IJ.runMacro(line);
		final List<int[]> again = pixels(await(() -> WindowManager.getImage(result)));
		assertEquals(expected.size(), again.size());
		for (int i = 0; i < again.size(); i++)
			assertArrayEquals(expected.get(i), again.get(i));
	}

	@ParameterizedTest
	@CsvSource({ "Dream...,dream,layer=mixed3a octaves=2 iterations=2 jitter=3 step=0.75 edge=2 type=same,Dream of Sky",
		"Render from Noise...,noise,width=40 height=31 iterations=2 seed=5 save=,Dream of noise",
		"Zoom Movie...,movie,frames=2 octaves=1 iterations=1 zoom=1.1,Zoom into Sky",
		"Channel Atlas...,atlas,layer=mixed3a_5x5_bottleneck channels=0-1 width=16 height=16 iterations=1," +
			"Channels of mixed3a_5x5_bottleneck" })
	void everyCommandIsRecordedAndReplayed(final String command, final String key, final String options,
		final String result) throws Exception
	{
		final ImagePlus sky = SampleSky.draw(64, 56);
		sky.show();
		Prefs.set("deepdream." + key, options);
		recordAndReplay(command, result, sky);
	}

	@Test
	void dreamFromInfoUsesTheParametersOfTheInfo() throws Exception {
		final ImagePlus sky = SampleSky.draw(64, 56);
		sky.show();
		IJ.run("Dream...", "layer=mixed3a octaves=1 iterations=3 seed=9");
		final ImagePlus dreamed = WindowManager.getCurrentImage();
		recordAndReplay("Dream from Info...", "Dream of Sky-1", dreamed);
		assertArrayEquals(pixels(dreamed).get(0), pixels(WindowManager.getImage("Dream of Sky-1")).get(0));
	}

	/** The recorded line and that of Dream from Info run again, whatever brackets and quotes the name of a guide contains. */
	@ParameterizedTest
	@ValueSource(strings = { "plain.tif", "a [b] c.tif", "in [1] x.png", "[1].tif", "a ]b.tif", "it's a ]b.tif", "'q.tif", "say \"a\".tif" })
	void anyNameIsRecordedAndReplayed(final String name, @TempDir final Path folder) throws Exception {
		final String guide = folder.resolve(name).toString();
		new FileSaver(SampleImages.single(24)).saveAsTiff(guide);
		final ImagePlus sky = SampleSky.draw(64, 56);
		sky.show();
		Prefs.set("deepdream.dream", DreamParams.parse("layer=mixed3a octaves=1 iterations=1").with(Parameter.GUIDE, guide).toOptions());
		recordAndReplay("Dream...", "Dream of Sky", sky);
		assertEquals(guide, Provenance.params(WindowManager.getImage("Dream of Sky")).get(Parameter.GUIDE));
		recordAndReplay("Dream from Info...", "Dream of Sky-1", WindowManager.getImage("Dream of Sky"));
		assertEquals(guide, Provenance.params(WindowManager.getImage("Dream of Sky-1")).get(Parameter.GUIDE));
	}

	/** An open image with this title replaces the file, because Linux has no such paths. */
	@Test
	void windowsPathsWorkInMacrosAndTheRecorder() throws Exception {
		final String path = "C:\\my images\\a guide.tif";
		final ImagePlus guide = SampleImages.single(24);
		guide.setTitle(path);
		guide.show();
		final ImagePlus sky = SampleSky.draw(64, 56);
		sky.show();
		IJ.runMacro("run(\"Dream...\", \"layer=mixed3a octaves=1 iterations=2 guide=[" + path.replace("\\", "\\\\") + "]\");");
		assertTrue(WindowManager.getCurrentImage().getInfoProperty().contains("guide=[" + path + "]"));
		IJ.selectWindow(sky.getID());
		Prefs.set("deepdream.dream", "octaves=1 iterations=2 guide=[" + path + "] layer=mixed3a");
		final Recorder recorder = new Recorder();
		try {
			press(dream(), "OK");
			// on whichever window has the focus now
			await(() -> WindowManager.getImageCount() == 4 ? true : null);
			// ImageJ records paths with slashes, which Windows accepts
			await(() -> recorder.getText().contains("guide=[" + path.replace('\\', '/') + "]") ? true : null);
		}
		finally {
			recorder.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "RGB with a selection", "composite", "slice of a stack" })
	void undoRestoresTheInput(final String kind) throws Exception {
		final ImagePlus input = kind.equals("8-bit") ? SampleImages.single(8) : kind.startsWith("RGB") ? SampleImages.single(
			24) : kind.equals("composite") ? SampleImages.composite(16, 2, 1, 1, CompositeImage.COMPOSITE) : SampleImages
				.stack(16, 1, 3, 1);
		final Roi roi = kind.startsWith("RGB") ? new Roi(8, 8, 30, 20) : null;
		input.setRoi(roi);
		input.show();
		if (kind.startsWith("slice")) input.setSlice(2);
		final List<int[]> before = pixels(input);
		Prefs.set("deepdream.dream", "layer=mixed3a octaves=1 iterations=2 output=[in place]");
		press(dream(), "OK");
		await(() -> input.changes && !IJ.macroRunning() ? true : null);
		await(() -> java.util.Arrays.equals(before.get(input.getCurrentSlice() - 1), pixels(input).get(input
			.getCurrentSlice() - 1)) ? null : true);
		assertEquals(1, WindowManager.getImageCount());
		assertEquals(roi, input.getRoi());
		assertFalse(input.isLocked());
		Undo.undo();
		final List<int[]> after = pixels(input);
		for (int i = 0; i < before.size(); i++)
			assertArrayEquals(before.get(i), after.get(i));
		assertNotEquals(0, before.size());
	}

	@Test
	void helpListsTheDefaultsOfTheCommand() {
		assertTrue(Documentation.html(DreamParams.of(Task.ATLAS), Task.ATLAS.parameters()).contains("to 100000; default 112)"));
		assertTrue(Documentation.html(DreamParams.fromNoise(), Task.DREAM.parameters()).contains("default 60)"));
		assertTrue(Documentation.html(DreamParams.defaults(), Task.DREAM.parameters()).contains("default 224)"));
	}

	@Test
	void helpNeedsNoNetwork() {
		final String html = Documentation.html(DreamParams.defaults(), Task.DREAM.parameters());
		for (final Parameter p : Task.DREAM.parameters())
			assertTrue(html.contains("<b>" + p.key() + "</b>"), p.key());
		for (final Preset preset : Preset.values())
			assertTrue(html.contains(preset.title()), preset.title());
	}
}
