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
package io.deepdream.imagej.input;

import java.io.Serializable;

import ij.process.ImageProcessor;

/** The values of an image that become 0 and 255 of a picture. */
public final class ValueLimits implements Serializable {

	private static final long serialVersionUID = 1L;

	private final double min;
	private final double max;

	public ValueLimits(final double min, final double max) {
		this.min = min;
		this.max = max;
	}

	public static ValueLimits displayed(final ImageProcessor ip) {
		return new ValueLimits(ip.getMin(), ip.getMax());
	}

	public double min() {
		return min;
	}

	public double max() {
		return max;
	}

	/** Whether min = max, so that a picture could not be converted back. */
	public boolean isEmpty() {
		return !(max > min);
	}

	/** The value of an image as a value of a picture; NaN becomes 0. With an empty range, values above it become 255 and the others 0. */
	public float toPicture(final double value) {
		if (Double.isNaN(value)) return 0;
		if (isEmpty()) return value > min ? 255 : 0;
		return (float) ((value - min) / (max - min) * 255);
	}

	public double fromPicture(final double value) {
		return min + value / 255 * (max - min);
	}
}
