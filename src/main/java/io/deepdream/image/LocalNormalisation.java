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
 * Local normalisation of a gradient: divides each pixel by the square root of its
 * own magnitude, so that few pixels with a large gradient do not dominate a step.
 * The result lies between the gradient itself and its sign.
 */
final class LocalNormalisation {

	/** Added to every squared magnitude, as a share of their mean, so that pixels without any signal are not amplified. */
	private static final float REGULARISATION = 1e-4f;

	private LocalNormalisation() {}

	/**
	 * Divides each pixel, as a vector of its channels, by the square root of its length,
	 * and then all of them by their root mean square, which becomes 1.
	 *
	 * @param data channel fastest; changed in place; zeros remain zeros
	 */
	static void normalise(final float[] data, final int channels) {
		final int n = data.length / channels;
		final double sum = ParallelChunks.sum(n, (from, to) -> {
			double part = 0;
			for (int i = channels * from; i < channels * to; i += channels)
				part += square(data, i, channels);
			return part;
		});
		if (sum == 0) return;
		final float scale = (float) (n / sum);
		final double after = ParallelChunks.sum(n, (from, to) -> {
			double part = 0;
			for (int i = channels * from; i < channels * to; i += channels) {
				final float square = square(data, i, channels);
				final float factor = 1 / (float) Math.sqrt((float) Math.sqrt(scale * square + REGULARISATION));
				part += factor * factor * square;
				for (int c = 0; c < channels; c++)
					data[i + c] *= factor;
			}
			return part;
		});
		final float whole = (float) Math.sqrt(data.length / after);
		ParallelChunks.each(data.length, (from, to) -> {
			for (int i = from; i < to; i++)
				data[i] *= whole;
		});
	}

	private static float square(final float[] data, final int i, final int channels) {
		float sum = 0;
		for (int k = i; k < i + channels; k++)
			sum += data[k] * data[k];
		return sum;
	}
}
