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

import static io.deepdream.imagej.Windows.await;
import static io.deepdream.imagej.Windows.dialog;
import static io.deepdream.imagej.Windows.press;
import static io.deepdream.imagej.Windows.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Label;
import java.awt.Point;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTargetDropEvent;
import java.awt.event.ActionEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import ij.text.TextPanel;
import ij.text.TextWindow;

import io.deepdream.cli.ImageJWindow;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.imagej.job.Models;
import io.deepdream.imagej.job.SmallPackages;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.model.ModelStore;
import io.deepdream.params.SystemSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Models window in ImageJ; needs a display, such as Xvfb. */
class ModelsWindowTest {

	@TempDir
	Path folder;

	private Frame window;
	private Recorder recorder;

	@BeforeEach
	void open() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display: skipped");
		System.setProperty(SystemSettings.MODELS, folder.resolve("store").toString());
		ImageJWindow.open();
		recorder = new Recorder();
		IJ.doCommand("Models...");
		window = (Frame) frame(ModelsWindow.TITLE);
	}

	@AfterEach
	void close() throws Exception {
		System.clearProperty(SystemSettings.MODELS);
		if (window == null) return;
		press(window, "Close");
		recorder.close();
	}

	private static Window frame(final String title) throws Exception {
		return await(() -> {
			for (final Window each : Window.getWindows())
				if (each instanceof Frame && each.isVisible() && title.equals(((Frame) each).getTitle())) return each;
			return null;
		});
	}

	private TextPanel table() {
		for (final Component c : window.getComponents())
			if (c instanceof TextPanel) return (TextPanel) c;
		throw new AssertionError("no table");
	}

	private int row(final String prefix) {
		for (int i = 0; i < table().getLineCount(); i++)
			if (table().getLine(i).startsWith(prefix)) return i;
		return -1;
	}

	/** Clicks a button without waiting, because the button may open a dialog. */
	private void click(final String label) {
		EventQueue.invokeLater(() -> {
			final Button button = button(window, label);
			button.getActionListeners()[0].actionPerformed(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label));
		});
	}

	private static Button button(final Container container, final String label) {
		for (final Component c : container.getComponents()) {
			if (c instanceof Button && ((Button) c).getLabel().equals(label)) return (Button) c;
			final Button inside = c instanceof Container ? button((Container) c, label) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	@Test
	void importsListsRecordsAndRemovesANetwork() throws Exception {
		assertEquals(List.of("compact-inception", "inception5h"), List.of(table().getLine(0).split("\t")[0], table().getLine(1)
			.split("\t")[0]));
		final Path graph = folder.resolve("a network.pb");
		Files.write(graph, new SmallGraphs(3).conv("stem", 3, 3, 3, 8, 2, "SAME").batchNorm("bn", 8).relu("r").build()
			.toByteArray());
		click("Import...");
		final GenericDialog dialog = dialog("Import a Network");
		type(dialog.getStringFields(), 0, graph.toString());
		type(dialog.getStringFields(), 1, "mine");
		type(dialog.getStringFields(), 3, "10, 20, 30");
		press(dialog, "OK");
		await(() -> row("mine\tinstalled") >= 0 ? true : null);
		assertEquals(List.of("mine"), ModelStore.standard().names());

		final String line = await(() -> recorder.getText().contains("Models...") ? recorder.getText() : null);
		assertTrue(line.contains("action=import") && line.contains("[" + graph + "]") && line.contains("mean=[10, 20, 30]"),
			line);
		await(() -> button(window, "Import...").isEnabled() ? true : null);
		// the recorded macro imports it again
		IJ.runMacro("run(\"Models...\", \"action=remove model=mine\");");
		assertEquals(List.of(), ModelStore.standard().names());
		IJ.runMacro(line);
		assertEquals(List.of("mine"), ModelStore.standard().names());
	}

	/** The dialog has a field for every key that describes the input, so that networks for micrographs need no macro. */
	@Test
	void importsANetworkThatNormalisesItsInput() throws Exception {
		final Path graph = folder.resolve("gray.pb");
		Files.write(graph, new SmallGraphs(3).conv("stem", 3, 3, 1, 8, 2, "SAME").relu("r").build().toByteArray());
		click("Import...");
		final GenericDialog dialog = dialog("Import a Network");
		type(dialog.getStringFields(), 0, graph.toString());
		type(dialog.getStringFields(), 5, "2");
		type(dialog.getStringFields(), 6, "percentiles 1 99.8");
		press(dialog, "OK");
		await(() -> row("gray\tinstalled") >= 0 ? true : null);
		await(() -> button(window, "Import...").isEnabled() ? true : null);
		final ModelSpec spec = ModelCatalogue.find("gray");
		assertEquals("percentiles 1 99.8", spec.inputNormalisation().toString());
		assertEquals(2 / 255f, spec.scale(1)[0], 1e-8f);
		assertTrue(recorder.getText().contains("scale=2 normalise-input=[percentiles 1 99.8]"), recorder.getText());
	}

	@Test
	void importsADroppedPackageAndOpensItsTestImage() throws Exception {
		final Path zip = folder.resolve("a package.zip");
		Files.write(zip, SmallPackages.bioimage(folder.resolve("saved")));
		EventQueue.invokeAndWait(() -> table().getDropTarget().drop(new Drop(table(), List.of(zip.toFile(), zip.toFile()))));
		assertEquals(List.of(), ModelStore.standard().names());
		assertTrue(button(window, "Import...").isEnabled());
		EventQueue.invokeAndWait(() -> table().getDropTarget().drop(new Drop(table(), List.of(zip.toFile()))));
		await(() -> row("a-package\tinstalled") >= 0 ? true : null);
		await(() -> button(window, "Import...").isEnabled() ? true : null);
		final String line = await(() -> recorder.getText().contains("Models...") ? recorder.getText() : null);
		assertTrue(line.contains("action=import") && line.contains("[" + zip + "]"), line);
		EventQueue.invokeAndWait(() -> table().setSelection(row("a-package"), row("a-package")));
		click("Test Image");
		final ImagePlus image = await(() -> WindowManager.getImage("test.npy"));
		assertEquals("4x3x3", image.getWidth() + "x" + image.getHeight() + "x" + image.getNChannels());
		image.close();
		EventQueue.invokeAndWait(() -> table().setSelection(0, 0));
		click("Test Image");
		await(() -> status().contains("without a test image") ? true : null);
	}

	private String status() {
		for (final Component c : ((Container) window.getComponent(1)).getComponents())
			if (c instanceof Label) return ((Label) c).getText();
		throw new AssertionError("no status");
	}

	/** What the system delivers when files are dropped. */
	private static final class Drop extends DropTargetDropEvent {

		private static final long serialVersionUID = 1L;
		private final transient List<File> files;

		private Drop(final Component on, final List<File> files) {
			super(on.getDropTarget().getDropTargetContext(), new Point(), DnDConstants.ACTION_COPY, DnDConstants.ACTION_COPY);
			this.files = files;
		}

		@Override
		public void acceptDrop(final int action) {
			assertEquals(DnDConstants.ACTION_COPY, action);
		}

		@Override
		public void dropComplete(final boolean success) {
			assertTrue(success);
		}

		@Override
		public Transferable getTransferable() {
			return new Transferable() {

				@Override
				public DataFlavor[] getTransferDataFlavors() {
					return new DataFlavor[] { DataFlavor.javaFileListFlavor };
				}

				@Override
				public boolean isDataFlavorSupported(final DataFlavor flavor) {
					return flavor.equals(DataFlavor.javaFileListFlavor);
				}

				@Override
				public Object getTransferData(final DataFlavor flavor) {
					return files;
				}
			};
		}
	}

	@Test
	void showsTheLayers() throws Exception {
		EventQueue.invokeAndWait(() -> table().setSelection(0, 0));
		click("Layers");
		final Frame layers = (Frame) frame("Layers of compact-inception");
		assertTrue(((TextWindow) layers).getTextPanel().getText().contains("mixed4c\t"));
		EventQueue.invokeAndWait(layers::dispose);
		await(() -> button(window, "Layers").isEnabled() ? true : null);
	}

	@Test
	void openingTheWindowIsNotRecorded() {
		assertFalse(recorder.getText().contains("Models"), recorder.getText());
	}
}
