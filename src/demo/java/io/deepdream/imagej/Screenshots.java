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

import java.awt.Component;
import java.awt.Container;
import java.awt.Label;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;

import javax.swing.LookAndFeel;
import javax.swing.UIManager;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.MedianCut;

import com.formdev.flatlaf.FlatDarkLaf;

import io.deepdream.cli.ImageJWindow;

/**
 * Takes screenshots for the documentation: the dialog with its preview, also with the
 * advanced parameters, in a dark look and at 200%; the progress, the result, and its
 * Info. Requires an empty display of 2560x1600 and a window manager:
 *
 * <pre>
 * xvfb-run -a -s "-screen 0 2560x1600x24" sh -c "openbox &amp; mvn -q test-compile exec:java \
 *   -Dexec.classpathScope=test -Dexec.mainClass=io.deepdream.imagej.Screenshots -Dexec.args=docs/images"
 * </pre>
 */
public final class Screenshots {

	/** JPEG quality at which text is still readable. */
	private static final int QUALITY = 65;

	private static File folder;
	private static Robot robot;

	private Screenshots() {}

	/** @param args output folder; optionally an input image, by default the sample sky */
	public static void main(final String... args) throws Exception {
		folder = new File(args[0]);
		robot = new Robot();
		final ImageJ imageJ = ImageJWindow.open();
		imageJ.setLocation(20, 20);
		if (args.length > 1) {
			WindowManager.closeAllWindows();
			IJ.openImage(args[1]).show();
		}
		final ImagePlus input = WindowManager.getCurrentImage();
		input.getWindow().setLocation(20, 180);
		settle();
		final GenericDialog dialog = open();
		capture("dialog.png", dialog);
		Windows.press(dialog, "Advanced >>");
		settle();
		capture("dialog-advanced.png", dialog);
		Windows.press(dialog, "Advanced <<");
		Windows.press(dialog, "Cancel");
		Windows.awaitCommands();
		final LookAndFeel light = UIManager.getLookAndFeel();
		UIManager.setLookAndFeel(new FlatDarkLaf());
		captureAdvanced("dialog-dark.png");
		UIManager.setLookAndFeel(light);
		Prefs.setGuiScale(2);
		captureAdvanced("dialog-200.png");
		Prefs.setGuiScale(1);
		Windows.press(open(), "OK");
		Windows.await(() -> ImageJ.getStatusBarText().contains("octave 4") ? true : null);
		capture("progress.png", imageJ);
		final ImagePlus result = Windows.await(() -> WindowManager.getImage("Dream of " + input.getTitle()));
		Windows.await(() -> result.getWindow() != null && result.getWindow().isVisible() ? true : null);
		settle();
		capture("result.jpg", result.getWindow());
		IJ.run(result, "Show Info...", "");
		final Window info = Windows.await(() -> WindowManager.getWindow("Info for " + result.getTitle()));
		// only resized: moving it too would conflict with the position that the window manager chose
		info.setSize(760, 420);
		settle();
		capture("info.png", info);
		System.exit(0);
	}

	/** Opens the dialog, chooses a preset, waits for its preview, and points at a field. */
	private static GenericDialog open() throws Exception {
		IJ.doCommand("Dream...");
		final GenericDialog dialog = Windows.dialog("Dream...");
		Windows.await(() -> Windows.choice(dialog, "mixed4c "));
		Windows.choose(Windows.choice(dialog, "Creatures"), "Creatures");
		Windows.await(() -> hasLabel(dialog, "preview:") ? true : null);
		Windows.await(() -> hasLabel(dialog, "preview:") ? null : true);
		final Point field = ((TextField) dialog.getNumericFields().get(1)).getLocationOnScreen();
		robot.mouseMove(field.x + 5, field.y + 5);
		settle();
		return dialog;
	}

	private static void captureAdvanced(final String name) throws Exception {
		final GenericDialog dialog = open();
		Windows.press(dialog, "Advanced >>");
		settle();
		capture(name, dialog);
		Windows.press(dialog, "Advanced <<");
		Windows.press(dialog, "Cancel");
		Windows.awaitCommands();
	}

	private static boolean hasLabel(final Container container, final String text) {
		for (final Component c : container.getComponents())
			if (c instanceof Label && ((Label) c).getText().startsWith(text) || c instanceof Container && hasLabel((Container) c,
				text)) return true;
		return false;
	}

	private static void settle() throws InterruptedException {
		Thread.sleep(1500);
	}

	private static void capture(final String name, final Window window) throws Exception {
		capture(robot, window, new File(folder, name));
	}

	/** Captures the screen at a window; the file's extension determines the format. */
	static void capture(final Robot robot, final Window window, final File file) throws Exception {
		window.toFront();
		Thread.sleep(300);
		final Point at = window.getLocationOnScreen();
		final BufferedImage picture = robot.createScreenCapture(new Rectangle(at, window.getSize()));
		FileSaver.setJpegQuality(QUALITY);
		final boolean jpeg = file.getName().endsWith(".jpg");
		final ImagePlus image = new ImagePlus(file.getName(), picture);
		// a third of the size
		if (!jpeg) image.setProcessor(new MedianCut((ColorProcessor) image.getProcessor()).convertToByte(256));
		final FileSaver saver = new FileSaver(image);
		if (!(jpeg ? saver.saveAsJpeg(file.getPath()) : saver.saveAsPng(file.getPath())))
			throw new IOException(file + " could not be written");
	}
}
