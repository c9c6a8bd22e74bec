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
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;

import javax.imageio.ImageIO;

import io.deepdream.params.Preset;

/** A preset as a picture of its effect on the sample image; a click applies it. */
final class PresetButton extends Canvas {

	/** Size of the pictures in the resources, in pixels: twice that on the screen, for scales up to 200%. */
	static final int FILE_WIDTH = 168;
	static final int FILE_HEIGHT = 112;

	private static final long serialVersionUID = 1L;
	private static final int BORDER = 2;
	private static final Color SELECTED = new Color(0x2F7DE1);

	private final transient Preset preset;
	private final transient Image picture;
	private final Font titleFont;
	private boolean selected;

	PresetButton(final Preset preset, final Font font, final Runnable onClick) {
		this.preset = preset;
		picture = picture(preset);
		titleFont = font.deriveFont(font.getSize2D() * 11 / 12);
		setFocusable(false);
		setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
		addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent event) {
				onClick.run();
			}
		});
	}

	/** The name of a preset's picture in the resources. */
	static String fileName(final Preset preset) {
		return preset.name().toLowerCase(Locale.ROOT) + ".jpg";
	}

	static Image picture(final Preset preset) {
		final URL url = PresetButton.class.getResource("/presets/" + fileName(preset));
		try {
			return ImageIO.read(url);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	Preset preset() {
		return preset;
	}

	boolean isSelected() {
		return selected;
	}

	void select(final boolean value) {
		if (selected == value) return;
		selected = value;
		repaint();
	}

	@Override
	public Dimension getPreferredSize() {
		final FontMetrics metrics = getFontMetrics(titleFont);
		final int border = 2 * Scale.of(BORDER);
		return new Dimension(Math.max(Scale.of(FILE_WIDTH / 2), metrics.stringWidth(preset.title())) + border, Scale.of(
			FILE_HEIGHT / 2) + border + metrics.getHeight());
	}

	@Override
	public Dimension getMinimumSize() {
		return getPreferredSize();
	}

	@Override
	public void paint(final Graphics g) {
		((Graphics2D) g).setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		((Graphics2D) g).setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		final int w = Scale.of(FILE_WIDTH / 2);
		final int h = Scale.of(FILE_HEIGHT / 2);
		final int border = Scale.of(BORDER);
		final int x = (getWidth() - w) / 2;
		g.setColor(selected ? SELECTED : getBackground());
		g.fillRect(x - border, 0, w + 2 * border, h + 2 * border);
		g.drawImage(picture, x, border, w, h, null);
		g.setFont(titleFont);
		g.setColor(getForeground());
		final FontMetrics metrics = g.getFontMetrics();
		g.drawString(preset.title(), (getWidth() - metrics.stringWidth(preset.title())) / 2, h + 2 * border + metrics.getAscent());
	}
}
