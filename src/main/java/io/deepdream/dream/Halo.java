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

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.params.settings.HaloSettings;

/** The pixels that a tile needs beyond its interior, along one axis. */
final class Halo {

	static final Halo NONE = new Halo(0, 0);

	private final int before;
	private final int after;

	Halo(final int before, final int after) {
		this.before = before;
		this.after = after;
	}

	/**
	 * @param length of the axis, in pixels
	 * @return for interiors that begin and end at multiples of the stride
	 */
	static Halo of(final HaloSettings settings, final GradientEngine engine, final Objective objective, final Axis axis,
		final int length)
	{
		if (!settings.isExact()) return new Halo(settings.pixels(), settings.pixels());
		int before = 0;
		int after = 0;
		for (final LayerInfo layer : objective.layers()) {
			final ReceptiveField field = engine.receptiveField(layer.name(), axis, length);
			before = Math.max(before, -field.first());
			// the last position of an interior begins one stride before its end
			after = Math.max(after, field.last() + field.stride().pixel(-1) + 1);
		}
		return new Halo(before, after);
	}

	int before() {
		return before;
	}

	int after() {
		return after;
	}
}
