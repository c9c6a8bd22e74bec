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

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ValueLimits;

/**
 * The first image of a TIFF or BigTIFF file: its size, its type, and where its tiles or strips are. A strip is a tile as
 * wide as the image. Source: TIFF 6.0.
 */
final class TiffDirectory {

	private static final int UNCOMPRESSED = 1;
	private static final int PLANAR = 2;
	private static final int WHITE_IS_ZERO = 0;
	private static final int BLACK_IS_ZERO = 1;
	private static final int RGB = 2;
	private static final int YCBCR = 6;
	private static final int UNSIGNED = 1;

	/** What decoding the content of a tile depends on. */
	private static final int[] CODING = { TIFF.TAG_COMPRESSION, TIFF.TAG_PHOTOMETRIC_INTERPRETATION, TIFF.TAG_FILL_ORDER,
		TIFF.TAG_SAMPLES_PER_PIXEL, TIFF.TAG_BITS_PER_SAMPLE, TIFF.TAG_SAMPLE_FORMAT, TIFF.TAG_PLANAR_CONFIGURATION,
		TIFF.TAG_PREDICTOR, TIFF.TAG_YCBCR_COEFFICIENTS, TIFF.TAG_YCBCR_SUB_SAMPLING, TIFF.TAG_YCBCR_POSITIONING,
		TIFF.TAG_REFERENCE_BLACK_WHITE, TIFF.TAG_JPEG_TABLES };

	private static final Pattern DISPLAYED = Pattern.compile("(?m)^(min|max)=(\\S+)$");

	private final Directory tags;
	private final ByteOrder order;
	private final int width;
	private final int height;
	private final boolean tiled;
	private final int tileWidth;
	private final int tileHeight;
	private final long[] offsets;
	private final long[] lengths;

	/** @throws IOException if the file is damaged */
	TiffDirectory(final ImageInputStream in) throws IOException {
		final Directory all = new TIFFReader().read(in);
		final CompoundDirectory images = (CompoundDirectory) all;
		if (images.directoryCount() == 0) throw new EOFException("no image");
		tags = images.getDirectory(0);
		order = in.getByteOrder();
		width = size(TIFF.TAG_IMAGE_WIDTH, 0);
		height = size(TIFF.TAG_IMAGE_HEIGHT, 0);
		tiled = tags.getEntryById(TIFF.TAG_TILE_OFFSETS) != null;
		tileWidth = tiled ? size(TIFF.TAG_TILE_WIDTH, 0) : width;
		tileHeight = tiled ? size(TIFF.TAG_TILE_HEIGTH, 0) : size(TIFF.TAG_ROWS_PER_STRIP, height);
		offsets = numbers(tiled ? TIFF.TAG_TILE_OFFSETS : TIFF.TAG_STRIP_OFFSETS);
		lengths = numbers(tiled ? TIFF.TAG_TILE_BYTE_COUNTS : TIFF.TAG_STRIP_BYTE_COUNTS);
		final long tiles = (long) columns() * rows() * planes();
		if (offsets.length < tiles || isCompressed() && lengths.length < tiles) throw new IOException("it has " + offsets.length +
			" of " + tiles + " tiles or strips");
	}

	/** @param absent the value without the tag */
	private int size(final int tag, final int absent) throws IOException {
		final long[] values = numbers(tag);
		// of one strip, the number of rows may be more than the image has
		final long value = values.length == 0 ? absent : tag == TIFF.TAG_ROWS_PER_STRIP ? Math.min(values[0], height) : values[0];
		if (value < 1 || value > Integer.MAX_VALUE) throw new IOException("tag " + tag + " is " + value);
		return (int) value;
	}

	private int number(final int tag, final int absent) throws IOException {
		final long[] values = numbers(tag);
		return values.length == 0 ? absent : (int) values[0];
	}

	/** The values of a tag; none if it is absent. */
	private long[] numbers(final int tag) throws IOException {
		final Entry entry = tags.getEntryById(tag);
		if (entry == null) return new long[0];
		final Object value = entry.getValue();
		// what the reader returns for values beyond the end of the file
		if (value instanceof IOException) throw (IOException) value;
		if (value instanceof Number) return new long[] { ((Number) value).longValue() };
		if (value instanceof long[]) return (long[]) value;
		if (value instanceof int[]) {
			final int[] ints = (int[]) value;
			final long[] longs = new long[ints.length];
			for (int i = 0; i < ints.length; i++)
				longs[i] = ints[i];
			return longs;
		}
		throw new IOException("tag " + tag + " has no numbers");
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	boolean isTiled() {
		return tiled;
	}

	int tileWidth() {
		return tileWidth;
	}

	int tileHeight() {
		return tileHeight;
	}

	int columns() {
		return (width - 1) / tileWidth + 1;
	}

	int rows() {
		return (height - 1) / tileHeight + 1;
	}

	ByteOrder order() {
		return order;
	}

	int samples() throws IOException {
		return number(TIFF.TAG_SAMPLES_PER_PIXEL, 1);
	}

	int bits() throws IOException {
		return number(TIFF.TAG_BITS_PER_SAMPLE, 1);
	}

	/** The number of separately stored channels. */
	int planes() throws IOException {
		return number(TIFF.TAG_PLANAR_CONFIGURATION, 1) == PLANAR ? samples() : 1;
	}

	boolean isCompressed() throws IOException {
		return number(TIFF.TAG_COMPRESSION, UNCOMPRESSED) != UNCOMPRESSED;
	}

	/** The bytes of an uncompressed row of a tile, of one plane. */
	long rowBytes() throws IOException {
		return (long) tileWidth * pixelBytes();
	}

	/** The bytes of an uncompressed pixel, of one plane. */
	int pixelBytes() throws IOException {
		return bits() / 8 * samples() / planes();
	}

	private int tile(final int plane, final int column, final int row) {
		return (plane * rows() + row) * columns() + column;
	}

	/** Where a tile starts in the file. */
	long offset(final int plane, final int column, final int row) {
		return offsets[tile(plane, column, row)];
	}

	/** The number of bytes of a tile in the file. */
	long length(final int plane, final int column, final int row) throws IOException {
		if (isCompressed()) return lengths[tile(plane, column, row)];
		return rowBytes() * (tiled ? tileHeight : Math.min(tileHeight, height - row * tileHeight));
	}

	/** Whether the image is gray, of 8 or 16 bits, or RGB, of 8 bits. */
	boolean isSupported() throws IOException {
		for (final long format : numbers(TIFF.TAG_SAMPLE_FORMAT))
			if (format != UNSIGNED) return false;
		final int colours = number(TIFF.TAG_PHOTOMETRIC_INTERPRETATION, BLACK_IS_ZERO);
		if (samples() == 1) return (colours == WHITE_IS_ZERO || colours == BLACK_IS_ZERO) && (bits() == 8 || bits() == 16);
		return samples() == Picture.RGB && bits() == 8 && (colours == RGB || colours == YCBCR);
	}

	/** The pixel type, for messages. */
	String type() throws IOException {
		return samples() + (samples() == 1 ? " sample" : " samples") + " of " + bits() + " bits, photometric interpretation " +
			number(TIFF.TAG_PHOTOMETRIC_INTERPRETATION, BLACK_IS_ZERO);
	}

	/** The display range that ImageJ has stored; null if there is none. */
	ValueLimits displayed() {
		final Entry entry = tags.getEntryById(TIFF.TAG_IMAGE_DESCRIPTION);
		if (entry == null || !entry.getValueAsString().startsWith("ImageJ=")) return null;
		final Matcher matcher = DISPLAYED.matcher(entry.getValueAsString());
		double min = 0;
		double max = 0;
		while (matcher.find())
			if (matcher.group(1).equals("min")) min = Double.parseDouble(matcher.group(2));
			else max = Double.parseDouble(matcher.group(2));
		return min == 0 && max == 0 ? null : new ValueLimits(min, max);
	}

	/** The tags that decoding a tile needs. */
	List<Entry> coding() {
		final List<Entry> entries = new ArrayList<>();
		for (final int tag : CODING) {
			final TIFFEntry entry = (TIFFEntry) tags.getEntryById(tag);
			if (entry != null) entries.add(entry);
		}
		return entries;
	}
}
