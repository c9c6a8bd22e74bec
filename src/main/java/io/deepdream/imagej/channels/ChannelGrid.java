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
package io.deepdream.imagej.channels;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

import javax.swing.JComponent;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.ToolTipManager;

import io.deepdream.imagej.job.ChannelPicture;

/** A scrollable grid of the channel pictures of a layer; a cell is empty until its picture is rendered. */
public final class ChannelGrid extends JComponent implements Scrollable {

	private static final long serialVersionUID = 1L;

	public static final int CELL_SIZE = 112;
	private static final int GAP = 4;
	private static final Color EMPTY = new Color(0x3A3A3A);
	private static final Color HIGHLIGHT = new Color(0xFFB000);

	private final transient Map<Integer, ChannelPicture> pictures = new HashMap<>();
	private final transient Map<Integer, Image> images = new HashMap<>();
	private String layer = "";
	private int channels;
	private int hovered = -1;

	/** @param chosen receives the clicked channel */
	public ChannelGrid(final IntConsumer chosen) {
		setOpaque(true);
		setBackground(new Color(0x202020));
		setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
		ToolTipManager.sharedInstance().registerComponent(this);
		final MouseAdapter mouse = new MouseAdapter() {

			@Override
			public void mouseMoved(final MouseEvent event) {
				hover(channelAt(event.getPoint()));
			}

			@Override
			public void mouseExited(final MouseEvent event) {
				hover(-1);
			}

			@Override
			public void mouseClicked(final MouseEvent event) {
				final int channel = channelAt(event.getPoint());
				if (channel >= 0) chosen.accept(channel);
			}
		};
		addMouseListener(mouse);
		addMouseMotionListener(mouse);
	}

	/** Clears the grid for another layer. */
	void show(final String newLayer, final int count) {
		layer = newLayer;
		channels = count;
		pictures.clear();
		images.clear();
		hovered = -1;
		revalidate();
		repaint();
	}

	void add(final ChannelPicture picture) {
		pictures.put(picture.channel(), picture);
		images.put(picture.channel(), picture.pixels().createImage());
		repaint(cell(picture.channel()));
	}

	public int pictureCount() {
		return pictures.size();
	}

	private void hover(final int channel) {
		if (channel == hovered) return;
		if (hovered >= 0) repaint(cell(hovered));
		hovered = channel;
		if (hovered >= 0) repaint(cell(hovered));
	}

	private int columns(final int width) {
		return Math.max(1, (width - GAP) / (CELL_SIZE + GAP));
	}

	/** Bounds of a channel's picture, including the gap around it. */
	public Rectangle cell(final int channel) {
		final int columns = columns(getWidth());
		return new Rectangle(channel % columns * (CELL_SIZE + GAP), channel / columns * (CELL_SIZE + GAP), CELL_SIZE + 2 * GAP, CELL_SIZE + 2 *
			GAP);
	}

	/** The channel at a point; -1 = none. */
	private int channelAt(final Point point) {
		final int column = (point.x - GAP / 2) / (CELL_SIZE + GAP);
		final int columns = columns(getWidth());
		final int channel = (point.y - GAP / 2) / (CELL_SIZE + GAP) * columns + column;
		return column < columns && channel < channels && point.x >= 0 && point.y >= 0 ? channel : -1;
	}

	@Override
	public String getToolTipText(final MouseEvent event) {
		final int channel = channelAt(event.getPoint());
		if (channel < 0) return null;
		final ChannelPicture picture = pictures.get(channel);
		return layer + ", " + (picture == null ? "channel " + channel + ": not rendered yet" : picture.label());
	}

	@Override
	protected void paintComponent(final Graphics g) {
		g.setColor(getBackground());
		final Rectangle clip = g.getClipBounds();
		g.fillRect(clip.x, clip.y, clip.width, clip.height);
		for (int channel = 0; channel < channels; channel++) {
			final Rectangle cell = cell(channel);
			if (!cell.intersects(clip)) continue;
			final int x = cell.x + GAP;
			final int y = cell.y + GAP;
			final Image image = images.get(channel);
			if (image != null) g.drawImage(image, x, y, CELL_SIZE, CELL_SIZE, null);
			else {
				g.setColor(EMPTY);
				g.fillRect(x, y, CELL_SIZE, CELL_SIZE);
				g.setColor(Color.GRAY);
				g.drawString(String.valueOf(channel), x + 6, y + 16);
			}
			if (channel == hovered) frame((Graphics2D) g, x, y);
		}
	}

	private static void frame(final Graphics2D g, final int x, final int y) {
		g.setColor(HIGHLIGHT);
		for (int i = 1; i <= 3; i++)
			g.drawRect(x - i + 1, y - i + 1, CELL_SIZE + 2 * i - 3, CELL_SIZE + 2 * i - 3);
	}

	@Override
	public Dimension getPreferredSize() {
		final int width = getParent() instanceof JViewport ? getParent().getWidth() : getWidth();
		final int columns = columns(width);
		return new Dimension(width, (channels + columns - 1) / columns * (CELL_SIZE + GAP) + GAP);
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return new Dimension(8 * (CELL_SIZE + GAP) + GAP, 5 * (CELL_SIZE + GAP) + GAP);
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle visible, final int orientation, final int direction) {
		return (CELL_SIZE + GAP) / 2;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle visible, final int orientation, final int direction) {
		return visible.height;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return false;
	}
}
