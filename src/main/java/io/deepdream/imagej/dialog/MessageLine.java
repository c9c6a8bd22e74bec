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

import java.awt.Canvas;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

/** Help for a field, or an error, which has precedence; in as many lines as the width of the dialog demands. */
final class MessageLine extends Canvas {

	private static final long serialVersionUID = 1L;
	/** Lines for which there is always space, so that the help of most fields does not change the size of the dialog. */
	private static final int MIN_LINES = 2;
	/** Width at which the layout starts, in characters. */
	private static final int MIN_COLUMNS = 40;

	private final transient Runnable onGrowth;
	private String help = "";
	private String error = "";
	private int lines = MIN_LINES;

	/** @param onGrowth lays out the dialog anew */
	MessageLine(final Runnable onGrowth) {
		this.onGrowth = onGrowth;
		setFocusable(false);
	}

	void showHelp(final String text) {
		help = text;
		changed();
	}

	/** @param text empty = no error */
	void showError(final String text) {
		error = text;
		changed();
	}

	String text() {
		return error.isEmpty() ? help : error;
	}

	private void changed() {
		repaint();
		if (getWidth() == 0) return;
		final int needed = wrapped(getFontMetrics(getFont())).size();
		if (needed <= lines) return;
		lines = needed;
		onGrowth.run();
	}

	@Override
	public Dimension getPreferredSize() {
		final FontMetrics metrics = getFontMetrics(getFont());
		return new Dimension(MIN_COLUMNS * metrics.charWidth('x'), lines * metrics.getHeight());
	}

	@Override
	public Dimension getMinimumSize() {
		return getPreferredSize();
	}

	private List<String> wrapped(final FontMetrics metrics) {
		final List<String> result = new ArrayList<>();
		String line = "";
		for (final String word : text().split(" ")) {
			final String longer = line.isEmpty() ? word : line + " " + word;
			if (line.isEmpty() || metrics.stringWidth(longer) <= getWidth()) line = longer;
			else {
				result.add(line);
				line = word;
			}
		}
		result.add(line);
		return result;
	}

	@Override
	public void paint(final Graphics g) {
		((Graphics2D) g).setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		final FontMetrics metrics = g.getFontMetrics();
		g.setColor(error.isEmpty() ? getForeground() : DialogColours.error());
		int y = metrics.getAscent();
		for (final String line : wrapped(metrics)) {
			g.drawString(line, 0, y);
			y += metrics.getHeight();
		}
	}
}
