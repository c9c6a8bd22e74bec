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
package io.deepdream.spark.pyramid;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.params.DreamException;
import io.deepdream.spark.cluster.Storage;

/** The full resolution of a Deep Zoom pyramid. */
final class DeepZoomSource implements PictureSource {

	private static final long serialVersionUID = 1L;

	private final DeepZoomDescription description;
	/** The folder of the highest level's parent, without a slash at the end. */
	private final String tiles;
	private final int channels;

	/**
	 * @param dzi the description; the tiles are in the folder of its name with _files instead of the suffix
	 * @throws DreamException if the description or the first tile cannot be read
	 */
	DeepZoomSource(final String dzi) {
		try (InputStream in = Storage.open(dzi)) {
			description = DeepZoomDescription.parse(in);
		}
		catch (final IOException exc) {
			throw new DreamException(dzi + " cannot be read as a Deep Zoom description (" + exc.getMessage() +
				"): check the file.", exc);
		}
		if (!description.format().toLowerCase(Locale.ROOT).matches("png|jpe?g")) throw new DreamException(dzi +
			" has tiles of the format \"" + description.format() + "\": convert it to a pyramid of PNG or JPEG.");
		tiles = tiles(dzi);
		channels = Rasters.isGray(tile(0, 0)) ? 1 : Picture.RGB;
	}

	/** The folder of tiles of a description. */
	static String tiles(final String dzi) {
		return dzi.replaceFirst("\\.[^./]*$", "") + "_files";
	}

	@Override
	public int width() {
		return description.width();
	}

	@Override
	public int height() {
		return description.height();
	}

	@Override
	public int channels() {
		return channels;
	}

	@Override
	public Picture read(final int x, final int y, final int width, final int height) {
		final Picture region = Picture.create(width, height, channels);
		final Rectangle wanted = new Rectangle(x, y, width, height);
		final int side = description.tileSide();
		for (int row = y / side; row <= (y + height - 1) / side; row++)
			for (int column = x / side; column <= (x + width - 1) / side; column++) {
				final Rectangle interior = new Rectangle(column * side, row * side, side, side);
				final Rectangle part = interior.intersection(wanted);
				final Rectangle extent = extent(column, row);
				region.insert(Rasters.picture(tile(column, row).getSubimage(part.x - extent.x, part.y - extent.y, part.width,
					part.height)), part.x - x, part.y - y);
			}
		return region;
	}

	/** The part of the picture that a tile shows, with its overlap. */
	private Rectangle extent(final int column, final int row) {
		final int side = description.tileSide();
		final int overlap = description.overlap();
		final int left = Math.max(0, column * side - overlap);
		final int top = Math.max(0, row * side - overlap);
		final long right = Math.min(description.width(), (column + 1L) * side + overlap);
		final long bottom = Math.min(description.height(), (row + 1L) * side + overlap);
		return new Rectangle(left, top, (int) (right - left), (int) (bottom - top));
	}

	private BufferedImage tile(final int column, final int row) {
		final String uri = tiles + "/" + description.tile(description.highestLevel(), column, row);
		final Rectangle extent = extent(column, row);
		try (InputStream file = Storage.open(uri);
				ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.readAllBytes()));
				ImageDecoder decoder = new ImageDecoder(in, description.format()))
		{
			final Size size = decoder.size();
			if (!size.equals(new Size(extent.width, extent.height))) throw new IOException("it has " + size + " pixels instead of " +
				extent.width + "x" + extent.height);
			final BufferedImage image = decoder.read(new Rectangle(extent.width, extent.height));
			if (!Rasters.hasBytes(image)) throw new DreamException("The tile " + uri +
				" has values of 16 bits: convert the pyramid to 8 bits.");
			if (channels != 0 && Rasters.isGray(image) != (channels == 1)) throw new DreamException("The tile " + uri +
				" has another number of channels than the first tile: convert the pyramid to RGB.");
			return image;
		}
		catch (final IOException exc) {
			throw new DreamException("The tile " + uri + " cannot be read (" + exc.getMessage() +
				"): check that the pyramid is complete.", exc);
		}
	}
}
