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

import io.deepdream.image.Picture;
import io.deepdream.spark.cluster.Storage;

/** Writes the tiles of blocks; runs on executors. */
final class TileWriter implements Serializable {

	private static final long serialVersionUID = 1L;

	private final String folder;
	private final DeepZoomDescription description;
	private final TileFormat format;

	TileWriter(final String folder, final DeepZoomDescription description, final TileFormat format) {
		this.folder = folder;
		this.description = description;
		this.format = format;
	}

	/** @param x of the block's left border in the level, a multiple of the side of tiles */
	void write(final int level, final int x, final int y, final Picture block) {
		final int side = description.tileSide();
		for (int top = 0; top < block.height(); top += side)
			for (int left = 0; left < block.width(); left += side) {
				final int width = Math.min(side, block.width() - left);
				final int height = Math.min(side, block.height() - top);
				final String tile = description.tile(level, (x + left) / side, (y + top) / side);
				final int tileX = left;
				final int tileY = top;
				Storage.write(folder + "/" + tile, out -> format.write(Rasters.image(block, tileX, tileY, width, height), out));
			}
	}

	/** Writes a level that is one block, and all smaller levels. */
	void writeTop(final int level, final Picture block) {
		Picture picture = block;
		for (int n = level; n >= 0; n--) {
			write(n, 0, 0, picture);
			picture = Halving.halve(picture);
		}
	}
}
