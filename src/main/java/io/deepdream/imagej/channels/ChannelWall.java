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

/** A layer's channels side by side, as many in a row as fit; empty until they are rendered. */
public final class ChannelWall extends JComponent implements Scrollable {

	private static final long serialVersionUID = 1L;

	public static final int SIDE = 112;
	private static final int GAP = 4;
	private static final Color EMPTY = new Color(0x3A3A3A);
	private static final Color CHOSEN = new Color(0xFFB000);

	private final transient Map<Integer, ChannelPicture> pictures = new HashMap<>();
	private final transient Map<Integer, Image> images = new HashMap<>();
	private String layer = "";
	private int channels;
	private int hovered = -1;

	/** @param chosen receives the channel that is clicked */
	public ChannelWall(final IntConsumer chosen) {
		setOpaque(true);
		setBackground(new Color(0x202020));
		setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
		ToolTipManager.sharedInstance().registerComponent(this);
		final MouseAdapter mouse = new MouseAdapter() {

			@Override
			public void mouseMoved(final MouseEvent event) {
				hover(at(event.getPoint()));
			}

			@Override
			public void mouseExited(final MouseEvent event) {
				hover(-1);
			}

			@Override
			public void mouseClicked(final MouseEvent event) {
				final int channel = at(event.getPoint());
				if (channel >= 0) chosen.accept(channel);
			}
		};
		addMouseListener(mouse);
		addMouseMotionListener(mouse);
	}

	/** Empties the wall for another layer. */
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
		repaint(place(picture.channel()));
	}

	public int filled() {
		return pictures.size();
	}

	private void hover(final int channel) {
		if (channel == hovered) return;
		if (hovered >= 0) repaint(place(hovered));
		hovered = channel;
		if (hovered >= 0) repaint(place(hovered));
	}

	private int columns(final int width) {
		return Math.max(1, (width - GAP) / (SIDE + GAP));
	}

	/** Where a channel's picture is, with the gap around it. */
	public Rectangle place(final int channel) {
		final int columns = columns(getWidth());
		return new Rectangle(channel % columns * (SIDE + GAP), channel / columns * (SIDE + GAP), SIDE + 2 * GAP, SIDE + 2 *
			GAP);
	}

	/** The channel at a point, or -1. */
	private int at(final Point point) {
		final int column = (point.x - GAP / 2) / (SIDE + GAP);
		final int columns = columns(getWidth());
		final int channel = (point.y - GAP / 2) / (SIDE + GAP) * columns + column;
		return column < columns && channel < channels && point.x >= 0 && point.y >= 0 ? channel : -1;
	}

	@Override
	public String getToolTipText(final MouseEvent event) {
		final int channel = at(event.getPoint());
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
			final Rectangle place = place(channel);
			if (!place.intersects(clip)) continue;
			final int x = place.x + GAP;
			final int y = place.y + GAP;
			final Image image = images.get(channel);
			if (image != null) g.drawImage(image, x, y, SIDE, SIDE, null);
			else {
				g.setColor(EMPTY);
				g.fillRect(x, y, SIDE, SIDE);
				g.setColor(Color.GRAY);
				g.drawString(String.valueOf(channel), x + 6, y + 16);
			}
			if (channel == hovered) frame((Graphics2D) g, x, y);
		}
	}

	private static void frame(final Graphics2D g, final int x, final int y) {
		g.setColor(CHOSEN);
		for (int i = 1; i <= 3; i++)
			g.drawRect(x - i + 1, y - i + 1, SIDE + 2 * i - 3, SIDE + 2 * i - 3);
	}

	@Override
	public Dimension getPreferredSize() {
		final int width = getParent() instanceof JViewport ? getParent().getWidth() : getWidth();
		final int columns = columns(width);
		return new Dimension(width, (channels + columns - 1) / columns * (SIDE + GAP) + GAP);
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return new Dimension(8 * (SIDE + GAP) + GAP, 5 * (SIDE + GAP) + GAP);
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle visible, final int orientation, final int direction) {
		return (SIDE + GAP) / 2;
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
