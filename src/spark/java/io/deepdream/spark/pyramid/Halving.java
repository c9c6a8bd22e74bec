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

import java.io.Serializable;

import org.apache.spark.api.java.JavaPairRDD;

import scala.Tuple2;

import io.deepdream.image.Picture;

/**
 * The next smaller level of a pyramid: each pixel is the mean of 2x2 pixels, at odd borders of those that exist. Blocks are
 * halved where they are, and four halved blocks meet in a shuffle.
 */
final class Halving {

	private Halving() {}

	/** A halved block: a quarter of a block of the smaller level. */
	private static final class Quarter implements Serializable {

		private static final long serialVersionUID = 1L;

		private final int x;
		private final int y;
		private final Picture picture;

		/** @param x of its left border in the block, in pixels */
		private Quarter(final int x, final int y, final Picture picture) {
			this.x = x;
			this.y = y;
			this.picture = picture;
		}
	}

	/**
	 * @param blocks of a grid with an even side
	 * @return the blocks of the halved grid
	 */
	static JavaPairRDD<BlockPosition, Picture> halve(final BlockGrid grid, final JavaPairRDD<BlockPosition, Picture> blocks) {
		if (grid.side() % 2 != 0) throw new IllegalArgumentException("blocks of " + grid.side() + " pixels");
		final BlockGrid halved = grid.halved();
		final int partitions = Math.max(1, Math.min(blocks.getNumPartitions(), halved.columns() * halved.rows()));
		return blocks.mapToPair(block -> quarter(grid.side(), block._1(), block._2())).groupByKey(partitions).mapToPair(
			quarters -> new Tuple2<>(quarters._1(), joined(halved, quarters._1(), quarters._2())));
	}

	private static Tuple2<BlockPosition, Quarter> quarter(final int side, final BlockPosition block, final Picture picture) {
		return new Tuple2<>(new BlockPosition(block.column() / 2, block.row() / 2), new Quarter(block.column() % 2 * side / 2, block
			.row() % 2 * side / 2, halve(picture)));
	}

	private static Picture joined(final BlockGrid grid, final BlockPosition block, final Iterable<Quarter> quarters) {
		Picture joined = null;
		long pixels = 0;
		for (final Quarter quarter : quarters) {
			final Picture part = quarter.picture;
			if (joined == null) joined = Picture.create(grid.width(block), grid.height(block), part.channels());
			joined.insert(part, quarter.x, quarter.y);
			pixels += part.size().pixels();
		}
		if (joined == null || pixels != joined.size().pixels()) throw new IllegalStateException("block " + block + " has " +
			pixels + " pixels");
		return joined;
	}

	/** Half the size, rounded up. */
	static Picture halve(final Picture picture) {
		final int channels = picture.channels();
		final Picture half = Picture.create((picture.width() + 1) / 2, (picture.height() + 1) / 2, channels);
		for (int y = 0; y < half.height(); y++)
			for (int x = 0; x < half.width(); x++)
				for (int c = 0; c < channels; c++)
					half.data()[(y * half.width() + x) * channels + c] = mean(picture, 2 * x, 2 * y, c);
		return half;
	}

	private static float mean(final Picture picture, final int x, final int y, final int channel) {
		final int right = Math.min(x + 2, picture.width());
		final int bottom = Math.min(y + 2, picture.height());
		float sum = 0;
		for (int j = y; j < bottom; j++)
			for (int i = x; i < right; i++)
				sum += picture.data()[(j * picture.width() + i) * picture.channels() + channel];
		return sum / ((right - x) * (bottom - y));
	}
}
