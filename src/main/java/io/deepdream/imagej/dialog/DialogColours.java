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

import java.awt.Button;
import java.awt.Choice;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.TextField;

import javax.swing.UIManager;

import ij.IJ;

/**
 * The colours of a dialog in a dark look and feel, such as those that Fiji offers. They
 * only apply to Swing; without this, ImageJ's dialogs, which are AWT, remain light.
 */
final class DialogColours {

	private static final Color ERROR = new Color(0xB00020);
	private static final Color ERROR_ON_DARK = new Color(0xFF8A80);

	private DialogColours() {}

	/** Whether the look and feel has light text on a dark background. */
	static boolean isDark() {
		return luminance(UIManager.getColor("Panel.background")) < luminance(UIManager.getColor("Panel.foreground"));
	}

	private static double luminance(final Color c) {
		// ITU-R BT.709
		return c == null ? 0 : 0.2126 * c.getRed() + 0.7152 * c.getGreen() + 0.0722 * c.getBlue();
	}

	static Color error() {
		return isDark() ? ERROR_ON_DARK : ERROR;
	}

	/** Colours a window and its components, if the look and feel is dark. */
	static void apply(final Container window) {
		if (!isDark()) return;
		colour(window, "Panel");
		colourComponents(window);
	}

	private static void colourComponents(final Container container) {
		for (final Component c : container.getComponents()) {
			if (c instanceof TextField) colour(c, "TextField");
			// the buttons of macOS are drawn by the system, which ignores the background
			else if ((c instanceof Button || c instanceof Choice) && IJ.isMacOSX()) c.setForeground(Color.black);
			else if (c instanceof Button) colour(c, "Button");
			else if (c instanceof Choice) colour(c, "ComboBox");
			if (c instanceof Container) colourComponents((Container) c);
		}
	}

	private static void colour(final Component c, final String kind) {
		final boolean complete = UIManager.getColor(kind + ".background") != null && UIManager.getColor(kind + ".foreground") != null;
		// of the same kind, so that they contrast
		final String defined = complete ? kind : "Panel";
		c.setBackground(plain(defined + ".background"));
		c.setForeground(plain(defined + ".foreground"));
	}

	/** AWT must not be given colours that change with the look and feel. */
	private static Color plain(final String key) {
		return new Color(UIManager.getColor(key).getRGB());
	}
}
