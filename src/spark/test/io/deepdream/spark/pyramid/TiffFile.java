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

import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;

/**
 * Writes a known pattern as TIFF or BigTIFF of any size, tile by tile. As a program: {@code FILE WIDTH HEIGHT
 * [PHOTOGRAPH]}, a tiled RGB BigTIFF, of the pattern or of a photograph enlarged to that size.
 */
final class TiffFile {

	private static final int DEFLATE = 8;

	/** In bits. */
	int bits = 8;
	int samples = 3;
	boolean big;
	boolean planar;
	boolean deflated;
	ByteOrder order = ByteOrder.LITTLE_ENDIAN;
	/** 0 = strips. */
	int tileWidth;
	/** Of a tile or a strip. */
	int tileHeight = 64;
	/** Whether only the tiles at the lower right corner have content, on a disk that stores no runs of zeros. */
	boolean sparse;
	/** Enlarged instead of the pattern; has 3 channels. Null = none. */
	private Raster photograph;

	private final int width;
	private final int height;

	TiffFile(final int width, final int height) {
		this.width = width;
		this.height = height;
	}

	public static void main(final String... args) throws IOException {
		final TiffFile file = new TiffFile(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
		file.big = true;
		file.tileWidth = file.tileHeight = 512;
		if (args.length > 3) file.photograph = ImageIO.read(Path.of(args[3]).toFile()).getRaster();
		file.write(Path.of(args[0]));
	}

	/** A value of the pattern, 0..255 or 0..65535: waves and, in the lowest bits, noise. */
	int value(final int x, final int y, final int sample) {
		if (photograph != null) return enlarged(x, y, sample);
		final double wave = Math.sin(x * 0.031 + y * 0.017 * (sample + 1)) + Math.sin(1e-4 * x * y);
		final int noise = (x * 73_856_093 ^ y * 19_349_663 ^ sample * 83_492_791) >>> 5 & 7;
		final int level = (int) (120 + 55 * wave) + noise;
		return bits == 16 ? 40 * level + noise : level;
	}

	/** Linear interpolation. */
	private int enlarged(final int x, final int y, final int sample) {
		final float fromX = (float) x * (photograph.getWidth() - 1) / width;
		final float fromY = (float) y * (photograph.getHeight() - 1) / height;
		final int column = (int) fromX;
		final int row = (int) fromY;
		final float above = mix(photograph.getSample(column, row, sample), photograph.getSample(column + 1, row, sample), fromX -
			column);
		final float below = mix(photograph.getSample(column, row + 1, sample), photograph.getSample(column + 1, row + 1, sample),
			fromX - column);
		return Math.round(mix(above, below, fromY - row));
	}

	private static float mix(final float a, final float b, final float share) {
		return a + share * (b - a);
	}

	private boolean isEmpty(final int left, final int top) {
		return sparse && (left + 4 * tileWidth < width || top + 4 * tileHeight < height);
	}

	void write(final Path path) throws IOException {
		Files.deleteIfExists(path);
		final int columns = tileWidth == 0 ? 1 : (width - 1) / tileWidth + 1;
		final int rows = (height - 1) / tileHeight + 1;
		final int planes = planar ? samples : 1;
		final long[] offsets = new long[columns * rows * planes];
		final long[] lengths = new long[offsets.length];
		final TIFFWriter writer = new TIFFWriter(big ? 8 : 4);
		try (ImageOutputStream out = new FileImageOutputStream(path.toFile())) {
			out.setByteOrder(order);
			writer.writeTIFFHeader(out);
			long end = out.getStreamPosition() + (big ? 8 : 4) + writer.computeIFDSize(entries(offsets, lengths)) + (big ? 8 : 4);
			int i = 0;
			for (int plane = 0; plane < planes; plane++)
				for (int row = 0; row < rows; row++)
					for (int column = 0; column < columns; column++, i++) {
						offsets[i] = end;
						if (isEmpty(column * tileWidth, row * tileHeight)) lengths[i] = (long) tileWidth * tileHeight * bits / 8 * samples /
							planes;
						else {
							final byte[] tile = tile(plane, column * tileWidth, row * tileHeight);
							lengths[i] = tile.length;
							out.seek(end);
							out.write(tile);
						}
						end += lengths[i];
					}
			out.seek(big ? 8 : 4);
			writer.writeIFD(entries(offsets, lengths), out);
			writer.writeOffset(out, 0);
		}
	}

	private List<Entry> entries(final long[] offsets, final long[] lengths) {
		final boolean tiled = tileWidth > 0;
		final List<Entry> entries = new ArrayList<>();
		entries.add(number(TIFF.TAG_IMAGE_WIDTH, width));
		entries.add(number(TIFF.TAG_IMAGE_HEIGHT, height));
		entries.add(new TIFFEntry(TIFF.TAG_BITS_PER_SAMPLE, TIFF.TYPE_SHORT, samples == 1 ? (Object) bits : new int[] { bits, bits,
			bits }));
		entries.add(number(TIFF.TAG_COMPRESSION, deflated ? DEFLATE : 1));
		entries.add(number(TIFF.TAG_PHOTOMETRIC_INTERPRETATION, samples == 1 ? 1 : 2));
		entries.add(number(TIFF.TAG_SAMPLES_PER_PIXEL, samples));
		entries.add(number(TIFF.TAG_PLANAR_CONFIGURATION, planar ? 2 : 1));
		if (tiled) {
			entries.add(number(TIFF.TAG_TILE_WIDTH, tileWidth));
			entries.add(number(TIFF.TAG_TILE_HEIGTH, tileHeight));
		}
		else entries.add(number(TIFF.TAG_ROWS_PER_STRIP, tileHeight));
		entries.add(numbers(tiled ? TIFF.TAG_TILE_OFFSETS : TIFF.TAG_STRIP_OFFSETS, offsets));
		entries.add(numbers(tiled ? TIFF.TAG_TILE_BYTE_COUNTS : TIFF.TAG_STRIP_BYTE_COUNTS, lengths));
		return entries;
	}

	private static Entry number(final int tag, final int value) {
		return new TIFFEntry(tag, TIFF.TYPE_LONG, value);
	}

	private Entry numbers(final int tag, final long[] values) {
		return new TIFFEntry(tag, big ? TIFF.TYPE_LONG8 : TIFF.TYPE_LONG, values.length == 1 ? (Object) values[0] : values);
	}

	private byte[] tile(final int plane, final int left, final int top) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
			final OutputStream out = deflated ? deflater : bytes;
			final int w = tileWidth == 0 ? width : tileWidth;
			final int h = tileWidth == 0 ? Math.min(tileHeight, height - top) : tileHeight;
			for (int y = top; y < top + h; y++)
				for (int x = left; x < left + w; x++)
					for (int s = planar ? plane : 0; s < (planar ? plane + 1 : samples); s++)
						write(out, x < width && y < height ? value(x, y, s) : 0);
			if (!deflated) return bytes.toByteArray();
		}
		return bytes.toByteArray();
	}

	private void write(final OutputStream out, final int value) throws IOException {
		if (bits == 8) out.write(value);
		else {
			out.write(order == ByteOrder.BIG_ENDIAN ? value >> 8 : value);
			out.write(order == ByteOrder.BIG_ENDIAN ? value : value >> 8);
		}
	}
}
