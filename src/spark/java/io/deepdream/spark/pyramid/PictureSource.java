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

/**
 * A stored picture that is read by region. It holds a path and numbers only, so that it travels to executors; each read
 * opens the file.
 */
public interface PictureSource extends Serializable {

	/** In pixels. */
	int width();

	/** In pixels. */
	int height();

	/** 1 (gray) or 3 (RGB). */
	int channels();

	/**
	 * A region, which must lie within the picture, with values of 0..255. Those of 16 bits are scaled from minimum and
	 * maximum of the whole picture, as ImageJ displays them.
	 *
	 * @throws io.deepdream.params.DreamException if the file is damaged or cannot be read
	 */
	Picture read(int x, int y, int width, int height);

	/**
	 * The same picture for a network of 1 or 3 channels: gray values are repeated, colours become luminance.
	 *
	 * @throws io.deepdream.params.DreamException for another number of channels
	 */
	default PictureSource withChannels(final int channels) {
		return channels == channels() ? this : DerivedSource.converted(this, channels);
	}
}
