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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

import io.deepdream.image.Size;
import io.deepdream.params.settings.OctaveSettings;

/** The sizes at which a picture is dreamed, from small to full. */
final class Octaves {

	private Octaves() {}

	/**
	 * Each size is the full one divided by a power of the ratio and rounded. Sizes
	 * with a side below the minimum are omitted, but never the full size.
	 *
	 * @param minSide shortest side of a smaller octave, in pixels
	 * @param usable whether the layers have positions at a size
	 * @return the sizes, the full one last
	 */
	static List<Size> sizes(final Size full, final OctaveSettings settings, final int minSide,
		final Predicate<Size> usable)
	{
		final List<Size> sizes = new ArrayList<>();
		sizes.add(full);
		for (int k = 1; k < settings.count(); k++) {
			final Size size = full.scaled(Math.pow(settings.ratio(), -k));
			if (size.shorterSide() < minSide || !usable.test(size)) break;
			sizes.add(size);
		}
		Collections.reverse(sizes);
		return sizes;
	}
}
