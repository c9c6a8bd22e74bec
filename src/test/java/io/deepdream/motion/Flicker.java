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
package io.deepdream.motion;

import ij.ImageStack;
import ij.process.ImageProcessor;

import io.deepdream.image.Picture;

/**
 * Measures of a film.
 * <ul>
 * <li>Flicker: the mean absolute difference, in grey levels, between each frame and the frame before it, moved along the
 * motion, over the pixels that were visible in both (all channels).</li>
 * <li>Detail: the standard deviation of a dream minus its input, in grey levels.</li>
 * </ul>
 * A film that does not change apart from its motion has a flicker of 0.
 */
public final class Flicker {

	private Flicker() {}

	/** Between two frames. */
	public static double of(final Motion motion, final Picture before, final Picture after) {
		final float[] moved = motion.carry(before.data());
		double sum = 0;
		double weights = 0;
		for (int k = 0; k < moved.length; k++) {
			final double weight = motion.visible()[k / Picture.RGB];
			sum += weight * Math.abs(moved[k] - after.data()[k]);
			weights += weight;
		}
		return sum / weights;
	}

	/**
	 * The mean over all frames but the first.
	 *
	 * @param motions element i from frame i to frame i + 1
	 */
	public static double of(final Motion[] motions, final Picture... frames) {
		double sum = 0;
		for (int i = 1; i < frames.length; i++)
			sum += of(motions[i - 1], frames[i - 1], frames[i]);
		return sum / (frames.length - 1);
	}

	public static double detail(final Picture input, final Picture dream) {
		double sum = 0;
		double squares = 0;
		final int n = input.data().length;
		for (int k = 0; k < n; k++) {
			final double difference = dream.data()[k] - input.data()[k];
			sum += difference;
			squares += difference * difference;
		}
		return Math.sqrt(squares / n - sum / n * (sum / n));
	}

	/** The planes of a stack, gray ones with three equal channels. */
	public static Picture[] frames(final ImageStack stack) {
		final Picture[] frames = new Picture[stack.getSize()];
		for (int i = 0; i < frames.length; i++) {
			final ImageProcessor rgb = stack.getProcessor(i + 1).convertToRGB();
			frames[i] = Picture.create(rgb.getWidth(), rgb.getHeight());
			final float[] data = frames[i].data();
			for (int k = 0; k < data.length; k++)
				data[k] = rgb.get(k / Picture.RGB) >> 16 - 8 * (k % Picture.RGB) & 255;
		}
		return frames;
	}
}
