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
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.io.FileSaver;

import io.deepdream.cli.ImageJWindow;

/**
 * Takes screenshots for the documentation: the dialog with its preview, the progress,
 * the result, and its Info. Requires an empty display of 1280x1024 and a window manager:
 *
 * <pre>
 * xvfb-run -a -s "-screen 0 1280x1024x24" sh -c "openbox &amp; mvn -q test-compile exec:java \
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
		IJ.doCommand("Dream...");
		final GenericDialog dialog = Windows.dialog("Dream...");
		Windows.await(() -> Windows.choice(dialog, "mixed4c "));
		Windows.choose(Windows.choice(dialog, "mixed4c "), "mixed4c ");
		Windows.await(() -> hasLabel(dialog, "preview:") ? true : null);
		Windows.await(() -> hasLabel(dialog, "preview:") ? null : true);
		settle();
		capture("dialog.png", dialog);
		Windows.press(dialog, "OK");
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
		final FileSaver saver = new FileSaver(new ImagePlus(file.getName(), picture));
		if (!(file.getName().endsWith(".jpg") ? saver.saveAsJpeg(file.getPath()) : saver.saveAsPng(file.getPath())))
			throw new IOException(file + " could not be written");
	}
}
