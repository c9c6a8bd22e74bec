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
package io.deepdream.spark.picture;

import io.deepdream.image.Picture;
import io.deepdream.spark.pyramid.PictureSource;

/** A picture without a file. */
final class PictureInMemory implements PictureSource {

	private static final long serialVersionUID = 1L;

	private final Picture picture;

	PictureInMemory(final Picture picture) {
		this.picture = picture;
	}

	/** Structure at every scale, without repetition. */
	static Picture pattern(final int width, final int height) {
		final Picture picture = Picture.create(width, height);
		final float[] x = picture.data();
		for (int i = 0; i < x.length; i++) {
			final int column = i / Picture.RGB % width;
			final int row = i / Picture.RGB / width;
			x[i] = (float) (128 + 40 * Math.sin(column * 0.05 + i % Picture.RGB) * Math.cos(row * 0.031) + 40 * Math.sin(0.0007 *
				column * row) + 40 * Math.sin(1.1 * column + 0.9 * row));
		}
		return picture;
	}

	@Override
	public int width() {
		return picture.width();
	}

	@Override
	public int height() {
		return picture.height();
	}

	@Override
	public int channels() {
		return picture.channels();
	}

	@Override
	public Picture read(final int x, final int y, final int width, final int height) {
		return picture.region(x, y, width, height);
	}
}
