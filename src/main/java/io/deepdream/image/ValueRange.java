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

/** The values that a picture may have. */
public final class ValueRange {

	/** From 0 to 255. */
	public static final ValueRange GREY_LEVELS = new ValueRange(0, 255);

	private final float min;
	private final float max;

	private ValueRange(final float min, final float max) {
		this.min = min;
		this.max = max;
	}

	/** From 0 to 255, extended to the smallest and largest values of a picture; NaN is ignored. */
	public static ValueRange including(final Picture picture) {
		float min = GREY_LEVELS.min;
		float max = GREY_LEVELS.max;
		for (final float value : picture.data()) {
			if (value < min) min = value;
			if (value > max) max = value;
		}
		return new ValueRange(min, max);
	}

	/** Limits values to this range, in place. */
	public void clamp(final float[] values) {
		for (int i = 0; i < values.length; i++)
			values[i] = Math.max(min, Math.min(max, values[i]));
	}
}
