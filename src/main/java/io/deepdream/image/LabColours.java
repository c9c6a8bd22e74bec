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

/**
 * The lightness of one picture with the hue and chroma of another, in CIE L*a*b* (CIE 15:2004, 8.2.1): L* of the
 * one, a* and b* of the other. RGB is sRGB (IEC 61966-2-1), the white is that of D65:
 *
 * <pre>
 * L* = 116 f(Y/Yn) - 16,  a* = 500 (f(X/Xn) - f(Y/Yn)),  b* = 200 (f(Y/Yn) - f(Z/Zn))
 * f(t) = cbrt(t) above (6/29)^3, otherwise t / (3 (6/29)^2) + 4/29
 * </pre>
 * <p>
 * A colour outside the gamut of sRGB keeps its lightness and its hue, and loses as much
 * chroma as necessary: clipping red, green and blue would change all three.
 * </p>
 */
public final class LabColours {

	/** Linear sRGB to XYZ, from the primaries and the white of IEC 61966-2-1. */
	private static final double[][] TO_XYZ = { { 0.4124564, 0.3575761, 0.1804375 }, { 0.2126729, 0.7151522, 0.0721750 }, {
		0.0193339, 0.1191920, 0.9503041 } };
	private static final double[][] TO_RGB = inverse(TO_XYZ);
	/** Sums of the rows, so that a* and b* of every gray are 0. */
	private static final double[] WHITE = { sum(TO_XYZ[0]), sum(TO_XYZ[1]), sum(TO_XYZ[2]) };
	private static final double DELTA = 6.0 / 29;
	/** Halvings of the chroma's interval: below the rounding to 256 levels. */
	private static final int BISECTIONS = 12;
	/** Linear values that far outside 0..1 are rounding errors. */
	private static final double TOLERANCE = 1e-6;

	private LabColours() {}

	/**
	 * Replaces hue and chroma, in place.
	 *
	 * @param lightness RGB 0..255; changed
	 * @param colours RGB 0..255, of the same size; where it is gray, the result is gray
	 */
	public static void transfer(final Picture lightness, final Picture colours) {
		if (lightness.channels() != Picture.RGB || colours.channels() != Picture.RGB) throw new IllegalArgumentException(
			lightness.channels() + ", " + colours.channels() + " channels");
		if (!lightness.size().equals(colours.size())) throw new IllegalArgumentException(lightness.size() + ", " + colours
			.size());
		final float[] to = lightness.data();
		final float[] from = colours.data();
		ParallelChunks.each(to.length / 3, (first, end) -> {
			final double[] linear = new double[3];
			for (int i = 3 * first; i < 3 * end; i += 3)
				transfer(to, from, i, linear);
		});
	}

	private static void transfer(final float[] to, final float[] from, final int i, final double[] linear) {
		final double l = f(linear(to, i, 1) / WHITE[1]);
		if (from[i] == from[i + 1] && from[i] == from[i + 2]) {
			to[i] = to[i + 1] = to[i + 2] = encoded(inverse(l));
			return;
		}
		final double y = f(linear(from, i, 1) / WHITE[1]);
		final double a = f(linear(from, i, 0) / WHITE[0]) - y;
		final double b = y - f(linear(from, i, 2) / WHITE[2]);
		if (!toLinear(l, a, b, linear)) {
			double in = 0;
			double out = 1;
			for (int k = 0; k < BISECTIONS; k++) {
				final double middle = (in + out) / 2;
				if (toLinear(l, middle * a, middle * b, linear)) in = middle;
				else out = middle;
			}
			toLinear(l, in * a, in * b, linear);
		}
		for (int c = 0; c < 3; c++)
			to[i + c] = encoded(linear[c]);
	}

	/** X, Y or Z of a pixel. */
	private static double linear(final float[] rgb, final int i, final int axis) {
		double sum = 0;
		for (int c = 0; c < 3; c++)
			sum += TO_XYZ[axis][c] * decoded(rgb[i + c]);
		return sum;
	}

	/**
	 * @param l f(Y/Yn)
	 * @param a a* / 500
	 * @param b b* / 200
	 * @param rgb receives linear values
	 * @return whether all are in the gamut
	 */
	private static boolean toLinear(final double l, final double a, final double b, final double[] rgb) {
		final double x = WHITE[0] * inverse(l + a);
		final double y = WHITE[1] * inverse(l);
		final double z = WHITE[2] * inverse(l - b);
		boolean inside = true;
		for (int c = 0; c < 3; c++) {
			rgb[c] = TO_RGB[c][0] * x + TO_RGB[c][1] * y + TO_RGB[c][2] * z;
			inside &= rgb[c] >= -TOLERANCE && rgb[c] <= 1 + TOLERANCE;
		}
		return inside;
	}

	private static double f(final double t) {
		return t > DELTA * DELTA * DELTA ? Math.cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29;
	}

	private static double inverse(final double f) {
		return f > DELTA ? f * f * f : 3 * DELTA * DELTA * (f - 4.0 / 29);
	}

	private static double decoded(final float level) {
		final double v = level / 255;
		return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
	}

	private static float encoded(final double linear) {
		final double v = Math.max(0, Math.min(1, linear));
		return (float) (255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055));
	}

	private static double sum(final double[] row) {
		return row[0] + row[1] + row[2];
	}

	/** Cramer's rule. */
	private static double[][] inverse(final double[][] m) {
		final double[][] result = new double[3][3];
		double determinant = 0;
		for (int i = 0; i < 3; i++)
			determinant += m[0][i] * cofactor(m, 0, i);
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++)
				result[j][i] = cofactor(m, i, j) / determinant;
		return result;
	}

	private static double cofactor(final double[][] m, final int i, final int j) {
		final double[] p = m[(i + 1) % 3];
		final double[] q = m[(i + 2) % 3];
		return p[(j + 1) % 3] * q[(j + 2) % 3] - p[(j + 2) % 3] * q[(j + 1) % 3];
	}
}
