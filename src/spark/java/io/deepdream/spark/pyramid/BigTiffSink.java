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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;

import scala.Tuple2;

import io.deepdream.image.Picture;
import io.deepdream.params.DreamException;
import io.deepdream.spark.cluster.Storage;

/**
 * A tiled BigTIFF file with Deflate compression. Executors compress the tiles; the driver appends one partition of them
 * after the other, so that its memory does not limit the picture. The library writes the tags only: its image writer
 * writes a picture as one strip, which other programs would have to read whole.
 */
final class BigTiffSink implements PictureSink {

	private static final int HEADER = 8;
	private static final int OFFSET = 8;
	/** Uncompressed, of a partition of tiles that the driver holds. */
	private static final int PARTITION_BYTES = 64 << 20;
	/** A tile of TIFF has a multiple of 16 pixels. */
	private static final int[] TILE_SIDES = { 512, 256, 64, 16 };

	private static final int BITS = 8;
	private static final int DEFLATE = 8;
	private static final int BLACK_IS_ZERO = 1;
	private static final int RGB = 2;
	private static final int INTERLEAVED = 1;
	private static final int HORIZONTAL_DIFFERENCES = 2;

	private final String uri;

	BigTiffSink(final String uri) {
		this.uri = uri;
	}

	@Override
	public void requireAbsent() {
		if (Storage.exists(uri)) throw new DreamException("The result " + uri + " exists: choose another name, or delete it.");
	}

	/** @param grid with a side that is a multiple of 16 */
	@Override
	public void write(final BlockGrid grid, final JavaPairRDD<BlockPosition, Picture> blocks) {
		final BlockGrid tiles = new BlockGrid(grid.width(), grid.height(), tileSide(grid.side()));
		final long[] lengths = new long[Math.multiplyExact(tiles.columns(), tiles.rows())];
		final int inPartition = Math.max(1, PARTITION_BYTES / (Picture.RGB * tiles.side() * tiles.side()));
		final JavaPairRDD<Integer, CompressedTile> sorted = blocks.flatMapToPair(block -> compressed(grid, tiles, block._1(), block
			._2()).iterator()).repartitionAndSortWithinPartitions(new TilePartitioner(lengths.length, inPartition));
		int channels = 0;
		for (final Tuple2<Integer, int[]> tile : sorted.mapValues(t -> new int[] { t.bytes().length, t.channels() }).collect()) {
			lengths[tile._1()] = tile._2()[0];
			channels = tile._2()[1];
		}
		final List<Entry> tags = tags(tiles, channels, lengths);
		// the files of the shuffle still have the compressed tiles, so nothing is computed again
		final Iterator<Tuple2<Integer, CompressedTile>> inOrder = sorted.toLocalIterator();
		Storage.write(uri, out -> {
			out.write(start(tags));
			for (int i = 0; i < lengths.length; i++) {
				final Tuple2<Integer, CompressedTile> tile = inOrder.next();
				if (tile._1() != i || tile._2().bytes().length != lengths[i]) throw new IllegalStateException("tile " + tile._1() +
					" instead of " + i);
				out.write(tile._2().bytes());
			}
		});
	}

	private static int tileSide(final int blockSide) {
		for (final int side : TILE_SIDES)
			if (blockSide % side == 0) return side;
		throw new IllegalArgumentException("blocks of " + blockSide + " pixels");
	}

	private static List<Tuple2<Integer, CompressedTile>> compressed(final BlockGrid grid, final BlockGrid tiles,
		final BlockPosition position, final Picture block) throws IOException
	{
		final List<Tuple2<Integer, CompressedTile>> compressed = new ArrayList<>();
		final int side = tiles.side();
		for (int top = 0; top < block.height(); top += side)
			for (int left = 0; left < block.width(); left += side) {
				final int column = (grid.x(position) + left) / side;
				final int row = (grid.y(position) + top) / side;
				compressed.add(new Tuple2<>(row * tiles.columns() + column, new CompressedTile(block, left, top, side)));
			}
		return compressed;
	}

	private static List<Entry> tags(final BlockGrid tiles, final int channels, final long[] lengths) {
		final List<Entry> tags = tags(tiles, channels, lengths, 0);
		return tags(tiles, channels, lengths, HEADER + OFFSET + new TIFFWriter(OFFSET).computeIFDSize(tags) + OFFSET);
	}

	/** @param start of the first tile in the file */
	private static List<Entry> tags(final BlockGrid tiles, final int channels, final long[] lengths, final long start) {
		final long[] offsets = new long[lengths.length];
		long offset = start;
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = offset;
			offset += lengths[i];
		}
		final List<Entry> tags = new ArrayList<>();
		tags.add(number(TIFF.TAG_IMAGE_WIDTH, tiles.width()));
		tags.add(number(TIFF.TAG_IMAGE_HEIGHT, tiles.height()));
		tags.add(new TIFFEntry(TIFF.TAG_BITS_PER_SAMPLE, TIFF.TYPE_SHORT, channels == 1 ? (Object) BITS : new int[] { BITS, BITS,
			BITS }));
		tags.add(number(TIFF.TAG_COMPRESSION, DEFLATE));
		tags.add(number(TIFF.TAG_PHOTOMETRIC_INTERPRETATION, channels == 1 ? BLACK_IS_ZERO : RGB));
		tags.add(number(TIFF.TAG_SAMPLES_PER_PIXEL, channels));
		tags.add(number(TIFF.TAG_PLANAR_CONFIGURATION, INTERLEAVED));
		tags.add(number(TIFF.TAG_PREDICTOR, HORIZONTAL_DIFFERENCES));
		tags.add(number(TIFF.TAG_TILE_WIDTH, tiles.side()));
		tags.add(number(TIFF.TAG_TILE_HEIGTH, tiles.side()));
		tags.add(numbers(TIFF.TAG_TILE_OFFSETS, offsets));
		tags.add(numbers(TIFF.TAG_TILE_BYTE_COUNTS, lengths));
		return tags;
	}

	private static Entry number(final int tag, final long value) {
		return new TIFFEntry(tag, TIFF.TYPE_LONG, value);
	}

	private static Entry numbers(final int tag, final long[] values) {
		return new TIFFEntry(tag, TIFF.TYPE_LONG8, values.length == 1 ? (Object) values[0] : values);
	}

	/** What precedes the tiles. */
	private static byte[] start(final List<Entry> tags) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final TIFFWriter writer = new TIFFWriter(OFFSET);
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			out.setByteOrder(ByteOrder.LITTLE_ENDIAN);
			writer.writeTIFFHeader(out);
			writer.writeIFD(tags, out);
			// there is no second image
			writer.writeOffset(out, 0);
		}
		return bytes.toByteArray();
	}

	/** Partitions of consecutive tiles. */
	private static final class TilePartitioner extends Partitioner {

		private static final long serialVersionUID = 1L;

		private final int inPartition;
		private final int partitions;

		/**
		 * @param tiles in all
		 * @param inPartition the number of tiles in a partition
		 */
		TilePartitioner(final int tiles, final int inPartition) {
			this.inPartition = inPartition;
			partitions = (tiles - 1) / inPartition + 1;
		}

		@Override
		public int numPartitions() {
			return partitions;
		}

		/** @param key the number of a tile */
		@Override
		public int getPartition(final Object key) {
			return (Integer) key / inPartition;
		}
	}
}
