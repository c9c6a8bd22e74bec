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

import java.nio.charset.StandardCharsets;

import org.apache.spark.api.java.JavaPairRDD;

import scala.Tuple2;

import io.deepdream.image.Picture;
import io.deepdream.params.DreamException;
import io.deepdream.spark.cluster.Storage;

/**
 * A Deep Zoom pyramid with a page to look at it. Executors compute and write all levels; the description appears last, so
 * that a pyramid with a description is complete.
 */
final class DeepZoomSink implements PictureSink {

	/** Fewer files than the usual 256 pixels; a screen shows about ten. */
	private static final int[] TILE_SIDES = { 512, 256 };
	private static final int MAX_TILE_SIDE = 1024;
	/** The viewer draws tiles at whole pixels of the screen, so that no seams appear. */
	private static final int OVERLAP = 0;

	private final String name;
	private final String dzi;
	private final String page;
	private final TileFormat format;

	/**
	 * @param name for the title of the page
	 * @param dzi the description, with the suffix
	 * @param page the file of the page, in the same folder
	 */
	DeepZoomSink(final String name, final String dzi, final String page, final TileFormat format) {
		this.name = name;
		this.dzi = dzi;
		this.page = page;
		this.format = format;
	}

	@Override
	public void requireAbsent() {
		for (final String path : new String[] { dzi, page, DeepZoomSource.tiles(dzi) })
			if (Storage.exists(path)) throw new DreamException("The result " + path +
				" exists: choose another name, or delete it.");
	}

	/** @param grid with a side that is a multiple of 256, or even and at most 1024 */
	@Override
	public void write(final BlockGrid grid, final JavaPairRDD<BlockPosition, Picture> blocks) {
		final DeepZoomDescription description = new DeepZoomDescription(grid.width(), grid.height(), tileSide(grid.side()), OVERLAP,
			format.suffix());
		final TileWriter writer = new TileWriter(Storage.qualify(DeepZoomSource.tiles(dzi)), description, format);
		// one job: a level is written while it is halved, so that no block is computed twice
		int level = description.highestLevel();
		BlockGrid current = grid;
		JavaPairRDD<BlockPosition, Picture> remaining = blocks;
		while (current.columns() * (long) current.rows() > 1) {
			remaining = Halving.halve(current, written(writer, level, current, remaining));
			current = current.halved();
			level--;
		}
		final int top = level;
		remaining.foreach(block -> writer.writeTop(top, block._2()));
		ViewerPage.write(page, name, description, Storage.name(DeepZoomSource.tiles(dzi)));
		Storage.write(dzi, out -> out.write(description.xml().getBytes(StandardCharsets.UTF_8)));
	}

	private static JavaPairRDD<BlockPosition, Picture> written(final TileWriter writer, final int level, final BlockGrid grid,
		final JavaPairRDD<BlockPosition, Picture> blocks)
	{
		return blocks.mapToPair(block -> {
			writer.write(level, grid.x(block._1()), grid.y(block._1()), block._2());
			return new Tuple2<>(block._1(), block._2());
		});
	}

	private static int tileSide(final int blockSide) {
		for (final int side : TILE_SIDES)
			if (blockSide % side == 0) return side;
		if (blockSide % 2 != 0 || blockSide > MAX_TILE_SIDE) throw new IllegalArgumentException("blocks of " + blockSide +
			" pixels");
		return blockSide;
	}
}
