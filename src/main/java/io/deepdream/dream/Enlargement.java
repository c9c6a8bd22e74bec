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
package io.deepdream.dream;

import java.util.List;

import io.deepdream.image.Picture;
import io.deepdream.image.Resampling;
import io.deepdream.image.Size;

/**
 * Carries the detail that a dream has added to an octave over to the next one, which
 * itself is resized from the base. So repeated enlargement does not blur the picture.
 * <p>
 * An interpolated picture is steepest midway between two samples. If the corners of all
 * octaves coincided, the joined borders of a periodic picture would lie midway in every
 * octave, and so be steeper than the average. Its octaves are therefore shifted by a
 * quarter of a pixel against each other.
 * </p>
 */
final class Enlargement {

	private static final double QUARTER = 0.25;

	private final List<Size> sizes;
	private final boolean periodic;

	/**
	 * @param sizes of the octaves, the full size last
	 * @param periodic whether opposite borders are joined
	 */
	Enlargement(final List<Size> sizes, final boolean periodic) {
		this.sizes = sizes;
		this.periodic = periodic;
	}

	/**
	 * The start of an octave: the base at its size, plus the enlarged detail of the
	 * previous octave.
	 *
	 * @param base of the full size
	 * @param previous the octave before; null for the first one
	 * @param index of the octave
	 */
	Picture octave(final Picture base, final Picture previous, final int index) {
		return enlarge(base, previous, index - 1, index);
	}

	/**
	 * The base plus the enlarged detail of an octave.
	 *
	 * @param index of the octave
	 */
	Picture full(final Picture base, final Picture octave, final int index) {
		return enlarge(base, octave, index, sizes.size() - 1);
	}

	private Picture enlarge(final Picture base, final Picture previous, final int from, final int to) {
		final Picture result = resize(base, sizes.size() - 1, to);
		if (previous == null) return result;
		final float[] detail = resize(detail(base, previous, from), from, to).data();
		final float[] r = result.data();
		for (int i = 0; i < r.length; i++)
			r[i] += detail[i];
		return result;
	}

	/** What the dream has added to the base. */
	private Picture detail(final Picture base, final Picture dreamed, final int octave) {
		final Picture detail = resize(base, sizes.size() - 1, octave);
		final float[] d = detail.data();
		final float[] x = dreamed.data();
		for (int i = 0; i < d.length; i++)
			d[i] = x[i] - d[i];
		return detail;
	}

	private Picture resize(final Picture picture, final int from, final int to) {
		return resampling(from, to).whole(picture);
	}

	/** How pictures are resized from one octave to another. */
	Resampling resampling(final int from, final int to) {
		if (!periodic) return Resampling.of(sizes.get(from), sizes.get(to));
		double x = 0;
		double y = 0;
		for (int k = Math.min(from, to); k < Math.max(from, to); k++) {
			final double sign = from < to ? QUARTER : -QUARTER;
			x += sign / sizes.get(k).width();
			y += sign / sizes.get(k).height();
		}
		return Resampling.periodic(sizes.get(from), sizes.get(to), x, y);
	}
}
