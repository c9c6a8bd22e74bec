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
package io.deepdream.dream;

import java.util.Random;

import io.deepdream.image.GradientPyramid;
import io.deepdream.image.LaplacianPyramid;
import io.deepdream.image.RandomAffine;
import io.deepdream.image.RandomTransform;
import io.deepdream.image.RandomWarp;
import io.deepdream.image.Size;
import io.deepdream.params.settings.StepSettings;

/**
 * Feature visualisation with decorrelated frequencies and colours and with
 * transformation robustness (C. Olah, A. Mordvintsev, L. Schubert 2017). The network
 * receives a different random transform of the picture in each step, affine, or
 * periodic for a seamless tile. The gradient is normalised by a Laplacian pyramid and
 * scaled to the colour statistics of photographs; of an image that is not RGB, each
 * channel to the same share. A logistic function keeps the picture within 0..255.
 * <p>
 * Holds two arrays of the picture's size in addition to those of a plain ascent: the
 * picture after the logistic function, and its transform.
 * </p>
 */
final class DecorrelatedAscent implements AscentMethod {

	/** Gives the logistic function slope 1 at mid-gray, so that steps are grey levels there. */
	private static final double LOGISTIC_SCALE = 255 / 4.0;

	private final float[] x;
	private final Size size;
	private final Random random;
	private final boolean periodic;
	private final GradientPyramid pyramid;
	private final GradientStep step;
	private final float[] picture;
	private final float[] transformed;
	private RandomTransform transform;

	/**
	 * @param x grey levels relative to mid-gray, before the logistic function;
	 *          modified by each step
	 * @param random the source of all transforms
	 */
	DecorrelatedAscent(final float[] x, final Size size, final StepSettings settings, final Random random) {
		this.x = x;
		this.size = size;
		this.random = random;
		periodic = settings.isPeriodic();
		pyramid = new GradientPyramid(size, settings.smoothingLevels(), periodic, LaplacianPyramid::normaliseNaturally);
		step = new GradientStep(x, settings);
		picture = new float[x.length];
		transformed = new float[x.length];
	}

	/**
	 * Applies the logistic function.
	 *
	 * @param x grey levels relative to mid-gray
	 * @param picture receives 0..255; may be the same array
	 */
	static void toPicture(final float[] x, final float[] picture) {
		for (int i = 0; i < x.length; i++)
			picture[i] = (float) (255 / (1 + Math.exp(-x[i] / LOGISTIC_SCALE)));
	}

	@Override
	public float[] input() {
		toPicture(x, picture);
		transform = periodic ? RandomWarp.random(size.width(), size.height(), random) : RandomAffine.random(size.width(), size
			.height(), random);
		transform.apply(picture, transformed);
		return transformed;
	}

	@Override
	public void step(final float[] gradient) {
		// reuses the array: the transformed picture is not needed any more
		final float[] backward = transformed;
		transform.transpose(gradient, backward);
		for (int i = 0; i < x.length; i++) {
			final double share = picture[i] / 255;
			backward[i] *= 4 * share * (1 - share);
		}
		pyramid.normalise(backward);
		step.apply(backward);
	}
}
