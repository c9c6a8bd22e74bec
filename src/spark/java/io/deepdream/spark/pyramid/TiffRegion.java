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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

/**
 * The tiles of a TIFF file that a region needs, as a TIFF file of their own in memory. The library decodes that one,
 * because in a whole file it visits every tile for each region, 38,000 in an image of 50,000 x 50,000 pixels. Of
 * uncompressed strips only the bytes of the region are read, because a strip may be the whole image.
 */
final class TiffRegion {

	/** More would not fit in the memory of an executor with several tasks. */
	static final long MAX_BYTES = 256 << 20;

	private static final int HEADER = 8;
	private static final int OFFSET = 4;

	private final TiffDirectory directory;
	private final Rectangle region;
	private final Rectangle covered;
	private final List<byte[]> pieces = new ArrayList<>();
	/** Whether the pieces are strips that have the size of the region. */
	private final boolean cropped;

	/** @throws IOException if the file is damaged or cannot be read */
	TiffRegion(final TiffDirectory directory, final ImageInputStream in, final Rectangle region) throws IOException {
		this.directory = directory;
		this.region = region;
		cropped = !directory.isTiled() && !directory.isCompressed();
		final int left = region.x / directory.tileWidth();
		final int top = region.y / directory.tileHeight();
		final int right = (region.x + region.width - 1) / directory.tileWidth();
		final int bottom = (region.y + region.height - 1) / directory.tileHeight();
		covered = cropped ? region : new Rectangle(left * directory.tileWidth(), top * directory.tileHeight(), 0, 0);
		if (!cropped) {
			covered.width = Math.min(directory.width() - covered.x, (right - left + 1) * directory.tileWidth());
			covered.height = Math.min(directory.height() - covered.y, (bottom - top + 1) * directory.tileHeight());
		}
		for (int plane = 0; plane < directory.planes(); plane++)
			if (cropped) pieces.add(rows(in, plane));
			else for (int row = top; row <= bottom; row++)
				for (int column = left; column <= right; column++)
					pieces.add(tile(in, plane, column, row));
	}

	/** The region of an uncompressed plane in strips. */
	private byte[] rows(final ImageInputStream in, final int plane) throws IOException {
		final int length = region.width * directory.pixelBytes();
		final byte[] bytes = new byte[Math.multiplyExact(length, region.height)];
		for (int i = 0; i < region.height; i++) {
			final int y = region.y + i;
			final long start = directory.offset(plane, 0, y / directory.tileHeight()) + y % directory.tileHeight() * directory
				.rowBytes();
			in.seek(start + (long) region.x * directory.pixelBytes());
			in.readFully(bytes, i * length, length);
		}
		return bytes;
	}

	private byte[] tile(final ImageInputStream in, final int plane, final int column, final int row) throws IOException {
		final long length = directory.length(plane, column, row);
		if (length < 1) throw new IOException("tile " + column + ", " + row + " has no content");
		if (length + pieces.stream().mapToLong(p -> p.length).sum() > MAX_BYTES) throw new TooLargeException();
		final byte[] bytes = new byte[(int) length];
		in.seek(directory.offset(plane, column, row));
		in.readFully(bytes);
		return bytes;
	}

	/** A region needs more memory than {@link #MAX_BYTES}. */
	static final class TooLargeException extends IOException {

		private static final long serialVersionUID = 1L;
	}

	/** The region, as the library decodes it. */
	BufferedImage decode() throws IOException {
		final ImageReader reader = new TIFFImageReaderSpi().createReaderInstance(null);
		try (ImageInputStream in = new ByteArrayImageInputStream(file())) {
			reader.setInput(in);
			final ImageReadParam param = reader.getDefaultReadParam();
			final int x = region.x - covered.x;
			final int y = region.y - covered.y;
			// the library fails on regions that start within a row of several tiles
			final boolean crop = directory.isTiled();
			param.setSourceRegion(new Rectangle(crop ? 0 : x, y, crop ? covered.width : region.width, region.height));
			final BufferedImage image = reader.read(0, param);
			return crop ? image.getSubimage(x, 0, region.width, region.height) : image;
		}
		finally {
			reader.dispose();
		}
	}

	private byte[] file() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final TIFFWriter writer = new TIFFWriter();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			out.setByteOrder(directory.order());
			writer.writeTIFFHeader(out);
			writer.writeIFD(entries((int) (HEADER + writer.computeIFDSize(entries(0)) + OFFSET)), out);
			writer.writeOffset(out, 0);
		}
		for (final byte[] piece : pieces)
			bytes.write(piece);
		return bytes.toByteArray();
	}

	/** @param start of the pieces in the file */
	private List<Entry> entries(final int start) {
		final long[] offsets = new long[pieces.size()];
		final long[] lengths = new long[pieces.size()];
		long offset = start;
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = offset;
			lengths[i] = pieces.get(i).length;
			offset += lengths[i];
		}
		final List<Entry> entries = directory.coding();
		entries.add(number(TIFF.TAG_IMAGE_WIDTH, covered.width));
		entries.add(number(TIFF.TAG_IMAGE_HEIGHT, covered.height));
		final boolean tiled = directory.isTiled();
		if (tiled) {
			entries.add(number(TIFF.TAG_TILE_WIDTH, directory.tileWidth()));
			entries.add(number(TIFF.TAG_TILE_HEIGTH, directory.tileHeight()));
		}
		else entries.add(number(TIFF.TAG_ROWS_PER_STRIP, cropped ? region.height : directory.tileHeight()));
		entries.add(number(tiled ? TIFF.TAG_TILE_OFFSETS : TIFF.TAG_STRIP_OFFSETS, offsets));
		entries.add(number(tiled ? TIFF.TAG_TILE_BYTE_COUNTS : TIFF.TAG_STRIP_BYTE_COUNTS, lengths));
		return entries;
	}

	private static Entry number(final int tag, final long... values) {
		return new TIFFEntry(tag, TIFF.TYPE_LONG, values.length == 1 ? (Object) values[0] : values);
	}
}
