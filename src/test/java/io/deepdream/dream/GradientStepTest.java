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

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deepdream.params.DreamParams;
import io.deepdream.params.settings.DreamSettings;

import org.junit.jupiter.api.Test;

class GradientStepTest {

	/** Standard deviation 2, mean absolute value 2. */
	private static final float[] DIRECTION = { 2, -2 };

	private static float displacement(final String options, final int steps) {
		final float[] x = { 10, 10 };
		final GradientStep step = new GradientStep(x, DreamSettings.of(DreamParams.parse(options)).steps());
		for (int i = 0; i < steps; i++)
			step.apply(DIRECTION.clone());
		assertEquals(20, x[0] + x[1], 1e-4);
		return x[0] - 10;
	}

	@Test
	void aPlainStepHasTheRequestedSize() {
		assertEquals(1.5, displacement("step=1.5", 1), 1e-5);
		assertEquals(6, displacement("step=1.5 normalise=mean", 4), 1e-5);
	}

	/** Velocities 1, 1.7, 2.19; each update is 0.7 of the new velocity plus the step; its limit is 1 / (1 - 0.7) steps. */
	@Test
	void momentumAccumulatesWithLookAhead() {
		assertEquals(1.5 * 1.7, displacement("step=1.5 optimizer=momentum", 1), 1e-5);
		assertEquals(1.5 * (1.7 + 2.19 + 2.533), displacement("step=1.5 optimizer=momentum", 3), 1e-4);
		assertEquals(1.5 / 0.3, displacement("step=1.5 optimizer=momentum", 41) - displacement("step=1.5 optimizer=momentum", 40), 1e-3);
	}

	/**
	 * Gradients with the common component (1, -1, 1, -1) and the alternating component
	 * 3 * (1, 1, -1, -1): their standard deviation is the square root of 10. The updates by
	 * the common component grow to 1 / (1 - 0.7), those by the other to at most 1 + 0.7 /
	 * (1 + 0.7).
	 */
	@Test
	void alternatingComponentsGrowLess() {
		final float[] x = new float[4];
		final GradientStep step = new GradientStep(x, DreamSettings.of(DreamParams.parse("step=1 optimizer=momentum"))
			.steps());
		float[] before = x;
		for (int i = 0; i < 40; i++) {
			before = x.clone();
			final float k = i % 2 == 0 ? 3 : -3;
			step.apply(new float[] { 1 + k, -1 + k, 1 - k, -1 - k });
		}
		final double shared = (x[0] - before[0] - x[1] + before[1]) / 2;
		final double other = (x[0] - before[0] + x[1] - before[1]) / 2;
		assertEquals(1 / 0.3 / Math.sqrt(10), shared, 1e-4);
		assertEquals(-3 * (1 + 0.7 / 1.7) / Math.sqrt(10), other, 1e-4);
	}
}
