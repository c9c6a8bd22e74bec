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

import java.util.Arrays;

/**
 * A small random transform of a picture. Steps under many such transforms make patterns
 * that the network recognises robustly, instead of adversarial noise. Linear
 * interpolation, so that the transpose, which the backward pass needs, is exact and
 * equally fast.
 */
public abstract class RandomTransform {

	private final int width;
	private final int height;

	RandomTransform(final int width, final int height) {
		this.width = width;
		this.height = height;
	}

	/** The column of the picture that a pixel of the transformed picture shows. */
	abstract double column(int x, int y);

	/** The row of the picture that a pixel of the transformed picture shows. */
	abstract double row(int x, int y);

	/** The index inside the picture for any index along an axis. */
	abstract int index(int i, int length);

	/** Writes the transformed picture, channels * width * height values. */
	public void apply(final float[] picture, final float[] transformed) {
		final int channels = channels(picture);
		eachPixel((out, in, weight) -> {
			for (int c = 0; c < channels; c++)
				transformed[out + c] += weight * picture[in + c];
		}, transformed);
	}

	/** Writes the derivative with respect to the picture, given that with respect to the transformed picture. */
	public void transpose(final float[] transformed, final float[] picture) {
		final int channels = channels(picture);
		eachPixel((out, in, weight) -> {
			for (int c = 0; c < channels; c++)
				picture[in + c] += weight * transformed[out + c];
		}, picture);
	}

	private int channels(final float[] picture) {
		return picture.length / (width * height);
	}

	private interface Tap {

		/** Pixel "out" of the transformed picture is the sum over weight * pixel "in". */
		void visit(int out, int in, float weight);
	}

	private void eachPixel(final Tap tap, final float[] cleared) {
		final int channels = channels(cleared);
		Arrays.fill(cleared, 0);
		int out = 0;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++, out += channels) {
				final double u = column(x, y);
				final double v = row(x, y);
				final int i = (int) Math.floor(u);
				final int j = (int) Math.floor(v);
				final float right = (float) (u - i);
				final float down = (float) (v - j);
				final int left = index(i, width);
				final int next = index(i + 1, width);
				final int row = index(j, height) * width;
				final int below = index(j + 1, height) * width;
				tap.visit(out, channels * (row + left), (1 - right) * (1 - down));
				tap.visit(out, channels * (row + next), right * (1 - down));
				tap.visit(out, channels * (below + left), (1 - right) * down);
				tap.visit(out, channels * (below + next), right * down);
			}
	}
}
