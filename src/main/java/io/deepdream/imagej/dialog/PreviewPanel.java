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
import java.awt.Canvas;
import java.awt.Checkbox;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Image;
import java.awt.Label;
import java.awt.Panel;
import java.awt.event.KeyListener;

/** The preview, its status line and the checkbox that switches it off. Methods must be called on the event thread. */
final class PreviewPanel extends Panel {

	private static final long serialVersionUID = 1L;
	private static final int SIDE = Preview.SIDE;

	private final Checkbox live = new Checkbox("Live preview", true);
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
			final int w = image == null ? 0 : image.getWidth(null);
			final int h = image == null ? 0 : image.getHeight(null);
			final int x = (SIDE - w) / 2;
			final int y = (SIDE - h) / 2;
			g.setColor(Color.lightGray);
			g.fillRect(0, 0, SIDE, y);
			g.fillRect(0, y, x, h);
			g.fillRect(x + w, y, SIDE - x - w, h);
			g.fillRect(0, y + h, SIDE, SIDE - y - h);
			if (image != null) g.drawImage(image, x, y, null);
		}
	};
	private transient Image image;

	/** @param onToggle called when the preview is switched on or off */
	PreviewPanel(final Runnable onToggle, final KeyListener keys) {
		super(new BorderLayout());
		canvas.setPreferredSize(new Dimension(SIDE, SIDE));
		live.addItemListener(event -> onToggle.run());
		live.addKeyListener(keys);
		add(live, BorderLayout.NORTH);
		add(canvas, BorderLayout.CENTER);
		add(status, BorderLayout.SOUTH);
	}

	boolean isLive() {
		return live.getState();
	}

	void show(final Image picture) {
		image = picture;
		canvas.repaint();
	}

	void setStatus(final String text) {
		status.setText(text);
	}
}
