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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Checkbox;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.macro.Interpreter;
import ij.macro.MacroRunner;
import ij.plugin.frame.Editor;

import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import io.deepdream.cli.ImageJWindow;
import io.deepdream.imagej.pixels.SampleSky;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Esc while a macro dreams, during a step that lasts longer than the two seconds for
 * which ImageJ waits before it stops a macro's thread. Needs a display, such as Xvfb.
 */
class EscapeInMacroTest {

	private static ImageJ imageJ;

	@TempDir
	Path folder;

	private Path saved;

	@BeforeAll
	@SuppressWarnings("unchecked")
	static void open() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display: skipped");
		imageJ = IJ.getInstance() == null ? ImageJWindow.open() : IJ.getInstance();
		Menus.getCommands().put(SlowDream.LABEL, SlowDream.class.getName());
	}

	@BeforeEach
	void showInput() {
		WindowManager.closeAllWindows();
		SlowDream.reset();
		saved = folder.resolve("dream.tif");
		SampleSky.draw(200, 160).show();
	}

	@AfterEach
	void closeWindows() throws Exception {
		SlowDream.end.countDown();
		awaitWorkers();
		for (final Window window : Window.getWindows())
			if (window instanceof GenericDialog) EventQueue.invokeAndWait(window::dispose);
		Windows.awaitCommands();
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			WindowManager.getImage(id).changes = false;
			WindowManager.getImage(id).close();
		}
		for (final Frame frame : Frame.getFrames())
			if (frame.getTitle().equals("Exception") || frame instanceof Editor) frame.dispose();
	}

	private static void awaitWorkers() throws Exception {
		await(() -> threads("DeepDream") == 0 ? true : null);
	}

	private static long threads(final String name) {
		return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals(name)).count();
	}

	private String dream() {
		return "run('" + SlowDream.LABEL + "', 'layer=mixed4a octaves=2 ratio=2 iterations=3 save=[" + saved + "]');\n";
	}

	/** Presses Esc in ImageJ's window while the slow step runs; returns when ImageJ has handled the key. */
	private static void pressEscape() throws Exception {
		assertTrue(SlowDream.begun.await(2, TimeUnit.MINUTES), "the slow step has not begun");
		pressEscapeNow();
	}

	private static void pressEscapeNow() throws Exception {
		EventQueue.invokeAndWait(() -> imageJ.keyPressed(new KeyEvent(imageJ, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE,
			KeyEvent.CHAR_UNDEFINED)));
	}

	/** Ends the slow step after Esc, and checks that the finished octave is shown and saved. */
	private void assertFirstOctaveIsKept() throws Exception {
		assertFalse(Files.exists(saved), "the step has not ended");
		SlowDream.end.countDown();
		final ImagePlus shown = await(() -> WindowManager.getImage("Dream of Sky (octave 1 of 2)"));
		awaitWorkers();
		await(() -> shown.isVisible() ? true : null);
		assertEquals(100, shown.getWidth());
		assertEquals(100, IJ.openImage(saved.toString()).getWidth());
		assertNoException();
		// after the window, whose opening clears the status text
		await(() -> ImageJ.getStatusBarText().startsWith("DeepDream: cancelled") ? true : null);
		assertEquals(1, SlowDream.started);
	}

	private static void assertNoException() {
		assertNull(Arrays.stream(Frame.getFrames()).filter(f -> f.isVisible() && f.getTitle().equals("Exception")).findAny()
			.orElse(null), "ImageJ shows an exception");
	}

	private static void awaitEnd(final Thread macro) throws Exception {
		macro.join(60_000);
		assertFalse(macro.isAlive(), "the macro's thread still runs");
	}

	@Test
	void inTheEditor() throws Exception {
		final Editor editor = new Editor();
		editor.create("Macro.ijm", dream());
		EventQueue.invokeAndWait(() -> editor.actionPerformed(new ActionEvent(editor, ActionEvent.ACTION_PERFORMED, "Run Macro")));
		pressEscape();
		await(() -> Interpreter.getInstance() == null ? true : null);
		assertFirstOctaveIsKept();
	}

	@Test
	void fromAFile() throws Exception {
		final Path file = Files.writeString(folder.resolve("macro.ijm"), dream());
		final Thread macro = new Thread(() -> IJ.runMacroFile(file.toString()));
		macro.start();
		pressEscape();
		awaitEnd(macro);
		assertFirstOctaveIsKept();
	}

	@Test
	void inBatchMode() throws Exception {
		final Thread macro = new MacroRunner("setBatchMode(true);\n" + dream()).getThread();
		pressEscape();
		awaitEnd(macro);
		assertFirstOctaveIsKept();
	}

	@Test
	void aLoopEnds() throws Exception {
		final Thread macro = new MacroRunner("for (i = 0; i < 3; i++) {\nselectWindow('Sky');\n" + dream() + "}").getThread();
		pressEscape();
		awaitEnd(macro);
		assertFirstOctaveIsKept();
	}

	/** Starting another command resets ImageJ's Esc key. */
	@Test
	void anotherDreamMayBeginBeforeTheStepEnds() throws Exception {
		final Thread macro = new MacroRunner(dream()).getThread();
		pressEscape();
		awaitEnd(macro);
		WindowManager.setCurrentWindow(WindowManager.getImage("Sky").getWindow());
		IJ.run("Dream...", "layer=mixed4a octaves=1 iterations=1");
		assertEquals("Dream of Sky", WindowManager.getCurrentImage().getTitle());
		assertFirstOctaveIsKept();
	}

	@Test
	void whileAPreviewIsOpen() throws Exception {
		IJ.doCommand("Dream...");
		final GenericDialog dialog = Windows.dialog("Dream...");
		final Checkbox preview = Windows.find(Checkbox.class, dialog);
		EventQueue.invokeAndWait(() -> preview.setState(true));
		final Thread macro = new MacroRunner("selectWindow('Sky');\n" + dream()).getThread();
		pressEscape();
		awaitEnd(macro);
		assertFirstOctaveIsKept();
		assertTrue(dialog.isVisible());
		EventQueue.invokeAndWait(dialog::dispose);
	}

	@Test
	void duringTheFirstOctaveThereIsNoResult() throws Exception {
		SlowDream.slowOctave = 1;
		final Thread macro = new MacroRunner(dream()).getThread();
		pressEscape();
		awaitEnd(macro);
		SlowDream.end.countDown();
		awaitWorkers();
		assertEquals("DeepDream: cancelled without a result", ImageJ.getStatusBarText());
		assertEquals(1, WindowManager.getImageCount());
		assertFalse(Files.exists(saved));
		assertNoException();
	}

	/** SciJava's threads are not stopped; the result belongs to the script. */
	@Test
	void inASciJavaScript() throws Exception {
		try (Context context = new Context(CommandService.class)) {
			final Future<CommandModule> run = context.service(CommandService.class).run(DreamCommand.class, true, "image",
				WindowManager.getImage("Sky"), "layer", "mixed4a", "octaves", 2, "ratio", 2.0, "iterations", 100000);
			await(() -> ImageJ.getStatusBarText().contains("octave 1/2") ? true : null);
			pressEscapeNow();
			assertTrue(run.get().isCanceled());
			assertNull(run.get().getOutput("result"));
		}
	}
}
