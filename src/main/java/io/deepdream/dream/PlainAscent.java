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

import io.deepdream.image.GradientPyramid;
import io.deepdream.image.LaplacianPyramid;
import io.deepdream.image.Size;
import io.deepdream.image.ValueRange;
import io.deepdream.params.Optimizer;
import io.deepdream.params.settings.StepSettings;

/**
 * Gradient ascent on the pixels themselves, as in the DeepDream notebook and
 * tutorial. The gradient may be normalised by a Laplacian pyramid first.
 */
final class PlainAscent implements AscentMethod {

	/** Default levels of the pyramid that preconditions a gradient: down to the scale of a layer's features. */
	private static final int PRECONDITIONER_LEVELS = 4;

	private final float[] x;
	/** Null without bounds. */
	private final ValueRange range;
	/** Null without normalisation. */
	private final GradientPyramid pyramid;
	private final GradientStep step;

	/**
	 * @param x the picture, modified by each step
	 * @param range to which values are limited; null = none
	 */
	PlainAscent(final float[] x, final Size size, final ValueRange range, final StepSettings settings) {
		this.x = x;
		this.range = range;
		final boolean preconditioned = settings.optimizer() == Optimizer.PRECONDITIONED;
		final int smoothing = settings.smoothingLevels();
		final int levels = preconditioned && smoothing == 0 ? PRECONDITIONER_LEVELS : smoothing;
		pyramid = levels == 0 ? null : new GradientPyramid(size, levels, settings.isPeriodic(), preconditioned
			? LaplacianPyramid::normaliseLocally : LaplacianPyramid::normalise);
		step = new GradientStep(x, settings);
	}

	@Override
	public float[] input() {
		return x;
	}

	@Override
	public void step(final float[] gradient) {
		if (pyramid != null) pyramid.normalise(gradient);
		step.apply(gradient);
		if (range != null) range.clamp(x);
	}
}
