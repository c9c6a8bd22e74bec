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
 * Colour decorrelation of a gradient. In photographs, colours vary much along gray
 * and little along red-blue and green-magenta, and these three axes are nearly
 * uncorrelated. A gradient scaled to the same proportions gives natural colours; a
 * gradient with equal red, green and blue gives rainbows.
 * <p>
 * The axes are the opponent colours of Y. Ohta, T. Kanade and T. Sakai (1980), which
 * are close to the principal axes of photographs; the standard deviations along them
 * are those of C. Olah, A. Mordvintsev and L. Schubert, Feature Visualization
 * (Distill, 2017), measured on ImageNet.
 * </p>
 * <p>
 * Of images with another number of channels, no such statistics are known: each channel
 * is an axis, and all have the same share.
 * </p>
 */
public final class NaturalColours {

	private static final double[][] AXES = { unit(1, 1, 1), unit(1, 0, -1), unit(1, -2, 1) };
	private static final double[] DEVIATIONS = unit(0.462, 0.127, 0.062);
	/** Share of the total magnitude that is added to each axis, so that an axis with almost no signal is not amplified. */
	private static final double REGULARISATION = 0.05;

	private NaturalColours() {}

	private static double[] unit(final double... v) {
		final double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
		return new double[] { v[0] / length, v[1] / length, v[2] / length };
	}

	/**
	 * Scales values along each axis, so that their root mean squares have the
	 * proportions of photographs and a total of about 1.
	 *
	 * @param data channel fastest; changed in place
	 */
	static void balance(final float[] data, final int channels) {
		if (channels == Picture.RGB) balanceColours(data);
		else balanceChannels(data, channels);
	}

	private static void balanceChannels(final float[] data, final int channels) {
		final double[] squares = new double[channels];
		double total = 0;
		for (int i = 0; i < data.length; i += channels)
			for (int c = 0; c < channels; c++)
				squares[c] += (double) data[i + c] * data[i + c];
		for (final double square : squares)
			total += square;
		final int n = data.length / channels;
		final double[] factor = new double[channels];
		for (int c = 0; c < channels; c++)
			factor[c] = 1 / Math.sqrt(channels) / (Math.sqrt(squares[c] / n) + regularisation(total, n));
		for (int i = 0; i < data.length; i += channels)
			for (int c = 0; c < channels; c++)
				data[i + c] *= factor[c];
	}

	private static double regularisation(final double squares, final int n) {
		return REGULARISATION * Math.sqrt(squares / n) + 1e-20;
	}

	private static void balanceColours(final float[] data) {
		final double[] squares = new double[3];
		for (int i = 0; i < data.length; i += 3)
			for (int k = 0; k < 3; k++) {
				final double along = along(k, data, i);
				squares[k] += along * along;
			}
		final int n = data.length / 3;
		final double regularisation = regularisation(squares[0] + squares[1] + squares[2], n);
		final double[] factor = new double[3];
		for (int k = 0; k < 3; k++)
			factor[k] = DEVIATIONS[k] / (Math.sqrt(squares[k] / n) + regularisation);
		for (int i = 0; i < data.length; i += 3) {
			final double a = factor[0] * along(0, data, i);
			final double b = factor[1] * along(1, data, i);
			final double c = factor[2] * along(2, data, i);
			for (int colour = 0; colour < 3; colour++)
				data[i + colour] = (float) (a * AXES[0][colour] + b * AXES[1][colour] + c * AXES[2][colour]);
		}
	}

	private static double along(final int axis, final float[] data, final int i) {
		return AXES[axis][0] * data[i] + AXES[axis][1] * data[i + 1] + AXES[axis][2] * data[i + 2];
	}
}
