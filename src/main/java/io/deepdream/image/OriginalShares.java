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
package io.deepdream.image;

import java.io.Serializable;

/**
 * Gives a dream its shares of the original: first its colours ({@link LabColours}), then
 * its values, (1 - blend) * dream + blend * original.
 */
public final class OriginalShares implements Serializable {

	private static final long serialVersionUID = 1L;

	private final double blend;
	private final boolean keepsColours;

	/**
	 * @param blend share of the original's values, from 0 to 1
	 * @param keepsColours whether the result has the hue and chroma of the original
	 */
	public OriginalShares(final double blend, final boolean keepsColours) {
		this.blend = blend;
		this.keepsColours = keepsColours;
	}

	/** Whether dreams remain as they are. */
	public boolean isNone() {
		return blend == 0 && !keepsColours;
	}

	/**
	 * @param original resized if the dream has another size
	 * @param dream of as many channels, RGB if the colours are kept; changed in place
	 */
	public void apply(final Picture original, final Picture dream) {
		if (isNone()) return;
		final Picture same = original.size().equals(dream.size()) ? original : Resampler.resize(original, dream.width(), dream
			.height());
		// the kernel of the resampling overshoots at edges
		if (same != original) same.clamp(ValueRange.including(original));
		if (keepsColours) LabColours.transfer(dream, same);
		if (blend == 0) return;
		final float[] to = dream.data();
		final float[] from = same.data();
		for (int i = 0; i < to.length; i++)
			to[i] = (float) ((1 - blend) * to[i] + blend * from[i]);
	}
}
