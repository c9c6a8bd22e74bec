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

import java.io.Serializable;

import io.deepdream.image.Picture;
import io.deepdream.image.Resampling;
import io.deepdream.spark.pyramid.PictureSource;

/** A stored picture that continues at the opposite border. */
final class WrappedSource implements Resampling.Source, Serializable {

	private static final long serialVersionUID = 1L;

	private final PictureSource source;

	WrappedSource(final PictureSource source) {
		this.source = source;
	}

	@Override
	public Picture read(final int x, final int y, final int width, final int height) {
		final int w = source.width();
		final int h = source.height();
		if (x >= 0 && y >= 0 && x + width <= w && y + height <= h) return source.read(x, y, width, height);
		final AxisCuts across = new AxisCuts(new int[] { 0, w }, new int[] { x }, new int[] { x + width });
		final AxisCuts down = new AxisCuts(new int[] { 0, h }, new int[] { y }, new int[] { y + height });
		final Picture result = Picture.create(width, height, source.channels());
		for (final AxisCuts.Cut v : down.ofBlock(0).get(0))
			for (final AxisCuts.Cut c : across.ofBlock(0).get(0))
				result.insert(source.read(c.from, v.from, c.length, v.length), c.to, v.to);
		return result;
	}
}
