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

import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.Canvas;
import java.awt.Checkbox;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Label;
import java.awt.Panel;
import java.awt.RenderingHints;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

/**
 * The preview, its status line, the checkbox that switches it off, and the button that
 * switches between the picture before and after the dream; a click on the picture does
 * the same. Methods must be called on the event thread.
 */
final class PreviewPanel extends Panel {

	private static final long serialVersionUID = 1L;
	private static final String SHOW_BEFORE = "Show Before";
	private static final String SHOW_AFTER = "Show After";
	private static final Color CAPTION_BACKGROUND = new Color(0, 0, 0, 150);

	private final Checkbox live = new Checkbox("Live preview", true);
	private final Button toggle = new Button(SHOW_BEFORE);
	private final Label status = new Label(" ");
	private final Canvas canvas = new Canvas() {

		private static final long serialVersionUID = 1L;

		@Override
		public void update(final Graphics g) {
			// clearing first would flicker
			paint(g);
		}

		@Override
		public void paint(final Graphics g) {
			paintPicture((Graphics2D) g);
		}
	};
	private final transient Image before;
	private transient Image after;
	private boolean showsBefore = true;

	/**
	 * @param before the picture before the dream; null = it starts from noise
	 * @param onToggle called when the preview is switched on or off
	 */
	PreviewPanel(final Image before, final Runnable onToggle, final KeyListener keys) {
		super(new BorderLayout());
		this.before = before;
		canvas.setPreferredSize(new Dimension(side(), side()));
		canvas.setFocusable(false);
		canvas.addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent event) {
				toggle();
			}
		});
		live.addItemListener(event -> onToggle.run());
		live.addKeyListener(keys);
		toggle.addActionListener(event -> toggle());
		toggle.addKeyListener(keys);
		toggle.setEnabled(false);
		final Panel controls = new Panel(new BorderLayout());
		controls.add(live, BorderLayout.WEST);
		controls.add(toggle, BorderLayout.EAST);
		add(controls, BorderLayout.NORTH);
		add(canvas, BorderLayout.CENTER);
		add(status, BorderLayout.SOUTH);
	}

	private static int side() {
		return Scale.of(Preview.SIDE);
	}

	boolean isLive() {
		return live.getState();
	}

	/** Shows the picture after the dream. */
	void show(final Image picture) {
		after = picture;
		toggle.setEnabled(before != null);
		showBefore(false);
	}

	void setStatus(final String text) {
		status.setText(text);
	}

	/** The picture that is visible; null if there is none yet. */
	Image shown() {
		return showsBefore ? before : after;
	}

	private void toggle() {
		if (before != null && after != null) showBefore(!showsBefore);
	}

	private void showBefore(final boolean beforeDream) {
		showsBefore = beforeDream;
		toggle.setLabel(beforeDream ? SHOW_AFTER : SHOW_BEFORE);
		canvas.repaint();
	}

	private void paintPicture(final Graphics2D g) {
		final Image image = shown();
		final int side = side();
		final int w = image == null ? 0 : Scale.of(image.getWidth(null));
		final int h = image == null ? 0 : Scale.of(image.getHeight(null));
		final int x = (side - w) / 2;
		final int y = (side - h) / 2;
		g.setColor(DialogColours.isDark() ? Color.darkGray : Color.lightGray);
		g.fillRect(0, 0, side, y);
		g.fillRect(0, y, x, h);
		g.fillRect(x + w, y, side - x - w, h);
		g.fillRect(0, y + h, side, side - y - h);
		if (image == null) return;
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		g.drawImage(image, x, y, w, h, null);
		if (before != null) paintCaption(g, showsBefore ? "before" : "after", x, y + h);
	}

	private static void paintCaption(final Graphics2D g, final String text, final int x, final int bottom) {
		final int margin = Scale.of(4);
		final int height = g.getFontMetrics().getHeight();
		g.setColor(CAPTION_BACKGROUND);
		g.fillRect(x, bottom - height, g.getFontMetrics().stringWidth(text) + 2 * margin, height);
		g.setColor(Color.white);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.drawString(text, x + margin, bottom - g.getFontMetrics().getDescent());
	}
}
