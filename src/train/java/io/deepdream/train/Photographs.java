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
package io.deepdream.train;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import javax.imageio.ImageIO;

/**
 * Random crops of all photographs in some folders and their subfolders, which are kept in
 * memory. JPEG and PNG; unreadable files are skipped. Transparent images get a random
 * background colour.
 */
final class Photographs implements Crops {

	/** Folders of the packages of Debian that docs/training.md lists. */
	static final String DEBIAN = "/usr/share/backgrounds,/usr/share/wallpapers,/usr/share/tuxpaint/stamps," +
		"/usr/share/palapeli,/usr/share/stellarium/landscapes," +
		"/usr/share/games/wesnoth/1.16/data/core/images/portraits";

	/** Excluded from training, in any folder, because {@link Measure} evaluates on them. */
	private static final Set<String> HELD_OUT = Set.of("chelsea", "coffee", "deepdream_sky1024px");
	private static final int MIN_SIDE = 64;
	/** Larger images are reduced, because at full size most crops would be smooth. */
	private static final int MAX_SIDE = 560;

	private final List<BufferedImage> pictures = new ArrayList<>();

	/**
	 * @param folders separated by commas
	 * @throws IllegalArgumentException if no image was found
	 */
	Photographs(final String folders) throws IOException {
		for (final String folder : folders.split(","))
			for (final Path file : ImageFiles.below(Paths.get(folder.trim()))) {
				final BufferedImage picture = HELD_OUT.contains(ImageFiles.title(file)) ? null : read(file);
				if (picture != null) pictures.add(picture);
			}
		if (pictures.isEmpty()) throw new IllegalArgumentException("no photographs (.jpg, .png) of " + MIN_SIDE +
			" pixels or more in " + folders);
		System.out.println(pictures.size() + " photographs");
	}

	private static BufferedImage read(final Path file) {
		final BufferedImage image;
		try {
			image = ImageIO.read(file.toFile());
		}
		catch (final IOException | RuntimeException exc) {
			return null;
		}
		if (image == null || Math.min(image.getWidth(), image.getHeight()) < MIN_SIDE) return null;
		BufferedImage result = image;
		// in steps of a half, since bilinear interpolation would skip pixels at larger steps
		while (Math.max(result.getWidth(), result.getHeight()) > 2 * MAX_SIDE)
			result = scale(result, result.getWidth() / 2, result.getHeight() / 2);
		final double factor = Math.min(1, (double) MAX_SIDE / Math.max(result.getWidth(), result.getHeight()));
		return scale(result, (int) Math.max(1, factor * result.getWidth()), (int) Math.max(1, factor * result
			.getHeight()));
	}

	private static BufferedImage scale(final BufferedImage image, final int width, final int height) {
		final BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		final Graphics2D g = result.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		g.drawImage(image, 0, 0, width, height, null);
		g.dispose();
		return result;
	}

	/** A square of a random image at a random scale; half of them are mirrored. */
	@Override
	public float[] crop(final int side, final Random random) {
		final BufferedImage picture = pictures.get(random.nextInt(pictures.size()));
		final int shorter = Math.min(picture.getWidth(), picture.getHeight());
		// from the whole height of the picture to details of about half a crop's size
		final double from = Math.min(shorter, side * 0.6);
		final double size = from * Math.pow(shorter / from, Math.sqrt(random.nextDouble()));
		final double x = random.nextDouble() * (picture.getWidth() - size);
		final double y = random.nextDouble() * (picture.getHeight() - size);
		final boolean mirrored = random.nextBoolean();
		final Color background = new Color(random.nextInt(0x1000000));
		final BufferedImage crop = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = crop.createGraphics();
		g.setColor(background);
		g.fillRect(0, 0, side, side);
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		if (mirrored) {
			g.translate(side, 0);
			g.scale(-1, 1);
		}
		g.scale(side / size, side / size);
		g.translate(-x, -y);
		g.drawImage(picture, 0, 0, null);
		g.dispose();
		final int[] rgb = crop.getRGB(0, 0, side, side, null, 0, side);
		final float[] result = new float[3 * rgb.length];
		for (int i = 0; i < rgb.length; i++)
			for (int c = 0; c < 3; c++)
				result[3 * i + c] = rgb[i] >> 16 - 8 * c & 0xff;
		return result;
	}
}
