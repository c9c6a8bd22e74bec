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

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Flag;
import io.deepdream.params.Parameter;

/** Several pictures of the same objective. */
public final class VariationSettings {

	private final int count;
	private final double diversity;

	private VariationSettings(final int count, final double diversity) {
		this.count = count;
		this.diversity = diversity;
	}

	/** @throws DreamException for several seamless tiles: whole pictures are compared, with their borders */
	public static VariationSettings of(final DreamParams params) {
		if (params.whole(Parameter.VARIATIONS) > 1 && params.is(Parameter.SEAMLESS, Flag.TRUE)) throw new DreamException(
			"Variations cannot be seamless tiles: choose variations=1, and a seed for each tile.");
		return new VariationSettings(params.whole(Parameter.VARIATIONS), params.real(Parameter.DIVERSITY));
	}

	public int count() {
		return count;
	}

	/** Weight of the penalty on similar variations; 0 = none. */
	public double diversity() {
		return diversity;
	}
}
