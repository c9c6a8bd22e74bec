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
import java.io.Serializable;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import io.deepdream.image.Picture;

/** A tile of a TIFF file, with Deflate compression and horizontal differences as predictor. */
final class CompressedTile implements Serializable {

	private static final long serialVersionUID = 1L;

	private final int channels;
	private final byte[] bytes;

	/**
	 * @param block of 1 or 3 channels, from which the tile is cut
	 * @param left border of the tile in the block
	 * @param side of the tile; beyond the block its pixels are 0
	 */
	CompressedTile(final Picture block, final int left, final int top, final int side) throws IOException {
		channels = block.channels();
		final int width = Math.min(side, block.width() - left);
		final int height = Math.min(side, block.height() - top);
		final byte[] levels = new byte[side * side * channels];
		final int[] row = new int[width * channels];
		for (int y = 0; y < height; y++) {
			Rasters.image(block, left, top + y, width, 1).getRaster().getPixels(0, 0, width, 1, row);
			for (int i = 0; i < row.length; i++)
				levels[y * side * channels + i] = (byte) (row[i] - (i < channels ? 0 : row[i - channels]));
			// the difference of the first pixel beyond the block
			for (int c = 0; c < channels && width < side; c++)
				levels[(y * side + width) * channels + c] = (byte) -row[row.length - channels + c];
		}
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final Deflater deflater = new Deflater();
		try (DeflaterOutputStream compressor = new DeflaterOutputStream(out, deflater)) {
			compressor.write(levels);
		}
		finally {
			deflater.end();
		}
		bytes = out.toByteArray();
	}

	int channels() {
		return channels;
	}

	byte[] bytes() {
		return bytes;
	}
}
