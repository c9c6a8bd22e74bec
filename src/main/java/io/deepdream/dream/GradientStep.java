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

import java.io.Serializable;
import java.util.function.DoubleSupplier;

import io.deepdream.image.Moments;
import io.deepdream.image.ParallelChunks;
import io.deepdream.params.Normalisation;
import io.deepdream.params.settings.StepSettings;

/**
 * One step of gradient ascent: normalised gradient times step size, optionally with
 * Nesterov momentum (Y. Nesterov 1983). With momentum, the picture is held at the
 * look-ahead position, where the next gradient is evaluated.
 */
public final class GradientStep {

	private final float[] x;
	private final Rule rule;
	/** Null without momentum. Not shifted by the jitter, which the gradient does not contain any more. */
	private final float[] velocity;

	/** @param x the picture, modified by each step */
	GradientStep(final float[] x, final StepSettings settings) {
		this.x = x;
		rule = new Rule(settings);
		velocity = rule.hasMomentum() ? new float[x.length] : null;
	}

	void apply(final float[] gradient) {
		final float rate = rule.rate(() -> Moments.of(gradient, gradient.length).std(), () -> Moments.meanAbsolute(gradient,
			gradient.length));
		ParallelChunks.each(x.length, (from, to) -> rule.apply(rate, gradient, x, velocity, from, to));
	}

	/** The update of pixels by a gradient, for any part of a picture. */
	public static final class Rule implements Serializable {

		private static final long serialVersionUID = 1L;

		private static final float MOMENTUM = 0.7f;

		private final double size;
		private final Normalisation normalisation;
		private final boolean momentum;

		public Rule(final StepSettings settings) {
			size = settings.size();
			normalisation = settings.normalisation();
			momentum = settings.optimizer().hasMomentum();
		}

		/** Whether pixels have a velocity, zero before the first step. */
		public boolean hasMomentum() {
			return momentum;
		}

		/**
		 * The factor of a gradient. The small summands are those of the tutorial and of the Caffe notebook; they prevent
		 * division by zero.
		 *
		 * @param std the standard deviation of the whole gradient
		 * @param meanAbsolute the mean absolute value of the whole gradient
		 */
		public float rate(final DoubleSupplier std, final DoubleSupplier meanAbsolute) {
			return (float) (size / (normalisation == Normalisation.STD ? std.getAsDouble() + 1e-8 : meanAbsolute.getAsDouble() +
				1e-7));
		}

		/**
		 * Updates the values from one index to before another.
		 *
		 * @param rate see {@link #rate}
		 * @param x modified
		 * @param velocity modified; null without momentum
		 */
		public void apply(final float rate, final float[] gradient, final float[] x, final float[] velocity, final int from,
			final int to)
		{
			if (!momentum) for (int i = from; i < to; i++)
				x[i] += rate * gradient[i];
			else for (int i = from; i < to; i++) {
				final float step = rate * gradient[i];
				velocity[i] = MOMENTUM * velocity[i] + step;
				x[i] += MOMENTUM * velocity[i] + step;
			}
		}
	}
}
