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
package io.deepdream.params.settings;

import io.deepdream.params.Colours;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Start;

/** What a result takes from the original image. */
public final class OriginalSettings {

	private final double blend;
	private final boolean keepsColours;

	private OriginalSettings(final double blend, final boolean keepsColours) {
		this.blend = blend;
		this.keepsColours = keepsColours;
	}

	/** @throws DreamException as {@link #check} */
	public static OriginalSettings of(final DreamParams params) {
		check(params);
		return new OriginalSettings(params.real(Parameter.BLEND), params.is(Parameter.COLOURS, Colours.ORIGINAL));
	}

	/** @throws DreamException if the parameters use an original, but the dream starts from noise and so has none */
	public static void check(final DreamParams params) {
		if (params.is(Parameter.START, Start.NOISE)) for (final Parameter p : new Parameter[] { Parameter.BLEND,
			Parameter.COLOURS })
			if (!params.value(p).equals(p.defaultValue())) throw new DreamException(p.key() + "=" + params.get(p) +
				" needs an original image, and a dream from noise has none: remove it, or dream an open image.");
	}

	/** The same parameters for a result that takes nothing from the original. */
	public static DreamParams none(final DreamParams params) {
		return params.with(Parameter.BLEND, Parameter.BLEND.defaultValue()).with(Parameter.COLOURS, Colours.DREAM.name());
	}

	/** Share of the original's values, from 0 to 1. */
	public double blend() {
		return blend;
	}

	/** Whether the result has the hue and chroma of the original. */
	public boolean keepsColours() {
		return keepsColours;
	}
}
