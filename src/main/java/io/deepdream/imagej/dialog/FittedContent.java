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

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.Panel;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.ScrollPane;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;

import ij.gui.GUI;

/** The content of a dialog, which scrolls if the dialog would be larger than the screen. */
final class FittedContent {

	private final Dialog dialog;
	private final Panel content;
	private final GridBagConstraints place;
	/** null = everything fits. */
	private ScrollPane scroll;

	/** @param place in the dialog */
	FittedContent(final Dialog dialog, final Panel content, final GridBagConstraints place) {
		this.dialog = dialog;
		this.content = content;
		this.place = place;
		dialog.add(content, place);
		revealFocus(content);
	}

	/**
	 * Sets the size of the dialog, and moves it if it would leave the screen. The thread
	 * that shows the dialog calls this, and the event thread.
	 */
	synchronized void fit() {
		// showDialog will create the window and fit it
		if (!dialog.isDisplayable()) return;
		final Rectangle screen = GUI.getMaxWindowBounds(dialog);
		final Dimension dialogSize = dialog.getPreferredSize();
		final Dimension shownSize = (scroll == null ? content : scroll).getPreferredSize();
		final int maxWidth = screen.width - (dialogSize.width - shownSize.width);
		final int maxHeight = screen.height - (dialogSize.height - shownSize.height);
		final Dimension all = content.getPreferredSize();
		if (all.width > maxWidth || all.height > maxHeight) scroll(all, maxWidth, maxHeight);
		else if (scroll != null) {
			dialog.remove(scroll);
			dialog.add(content, place, 0);
			scroll = null;
		}
		dialog.pack();
		if (dialog.isVisible()) moveTo(screen);
	}

	private void scroll(final Dimension all, final int maxWidth, final int maxHeight) {
		if (scroll == null) {
			scroll = new ScrollPane(ScrollPane.SCROLLBARS_AS_NEEDED);
			dialog.remove(content);
			scroll.add(content);
			dialog.add(scroll, place, 0);
		}
		final int bar = scroll.getVScrollbarWidth();
		scroll.setPreferredSize(new Dimension(Math.min(maxWidth, all.width + bar), Math.min(maxHeight, all.height + bar)));
	}

	private void moveTo(final Rectangle screen) {
		final int x = Math.max(screen.x, Math.min(dialog.getX(), screen.x + screen.width - dialog.getWidth()));
		final int y = Math.max(screen.y, Math.min(dialog.getY(), screen.y + screen.height - dialog.getHeight()));
		if (x != dialog.getX() || y != dialog.getY()) dialog.setLocation(x, y);
	}

	/** Scrolls to the component that gets the focus, which AWT does not do. */
	private void revealFocus(final Container container) {
		for (final Component c : container.getComponents()) {
			if (c instanceof Container) revealFocus((Container) c);
			else c.addFocusListener(new FocusAdapter() {

				@Override
				public void focusGained(final FocusEvent event) {
					if (scroll != null) reveal(c);
				}
			});
		}
	}

	private void reveal(final Component c) {
		final Rectangle bounds = c.getBounds();
		for (Component parent = c.getParent(); parent != content; parent = parent.getParent())
			bounds.translate(parent.getX(), parent.getY());
		final Point at = scroll.getScrollPosition();
		final Dimension view = scroll.getViewportSize();
		scroll.setScrollPosition(visible(at.x, view.width, bounds.x, bounds.width), visible(at.y, view.height, bounds.y,
			bounds.height));
	}

	/** The scroll position nearest to the present one at which a range is visible. */
	private static int visible(final int position, final int view, final int begin, final int length) {
		return Math.max(Math.min(position, begin), begin + length - view);
	}
}
