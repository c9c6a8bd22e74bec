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
package io.deepdream.engine.tensorflow.graph;

/** Conversions between float32 and IEEE 754's binary16, which Java 11 does not have. */
final class Float16 {

	/** Numbers from here on would be rounded to infinity. */
	private static final float OVERFLOW = 65520;
	private static final float SMALLEST_NORMAL = 0x1p-14f;
	private static final float SMALLEST = 0x1p-24f;
	private static final int MANTISSA_BITS = 10;
	private static final int FLOAT_MANTISSA_BITS = 23;
	/** Difference of the two formats' exponent biases. */
	private static final int BIAS = 127 - 15;

	private Float16() {}

	static boolean holds(final float value) {
		return Math.abs(value) < OVERFLOW;
	}

	/** The bits of the nearest float16, ties to even. */
	static short bits(final float value) {
		final int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
		final float magnitude = Math.abs(value);
		if (magnitude < SMALLEST_NORMAL) return (short) (sign | (int) Math.rint(magnitude / SMALLEST));
		final int shift = FLOAT_MANTISSA_BITS - MANTISSA_BITS;
		final int bits = Float.floatToRawIntBits(magnitude);
		final int rounded = bits + (1 << shift - 1) - 1 + (bits >>> shift & 1) >>> shift;
		return (short) (sign | rounded - (BIAS << MANTISSA_BITS));
	}

	static float value(final short bits) {
		final int sign = (bits & 0x8000) << 16;
		final int exponent = bits >>> MANTISSA_BITS & 0x1f;
		final int mantissa = bits & (1 << MANTISSA_BITS) - 1;
		final float magnitude;
		if (exponent == 0) magnitude = mantissa * SMALLEST;
		else magnitude = Float.intBitsToFloat((exponent == 0x1f ? 0xff : exponent + BIAS) << FLOAT_MANTISSA_BITS |
			mantissa << FLOAT_MANTISSA_BITS - MANTISSA_BITS);
		return Float.intBitsToFloat(sign | Float.floatToRawIntBits(magnitude));
	}
}
