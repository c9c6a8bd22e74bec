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
package io.deepdream.params.settings;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Flag;
import io.deepdream.params.Normalisation;
import io.deepdream.params.Optimizer;
import io.deepdream.params.Parameter;

/** The gradient steps within an octave. */
public final class StepSettings {

	private final int count;
	private final double size;
	private final Normalisation normalisation;
	private final Optimizer optimizer;
	private final int smoothingLevels;
	private final int jitter;
	private final boolean periodic;

	StepSettings(final DreamParams params) {
		count = params.whole(Parameter.ITERATIONS);
		size = params.real(Parameter.STEP);
		normalisation = params.choice(Parameter.NORMALISE, Normalisation.class);
		optimizer = params.choice(Parameter.OPTIMIZER, Optimizer.class);
		smoothingLevels = params.whole(Parameter.SMOOTH);
		jitter = params.whole(Parameter.JITTER);
		periodic = params.is(Parameter.SEAMLESS, Flag.TRUE);
	}

	/** Steps in each octave. */
	public int count() {
		return count;
	}

	/** Step size after normalisation, in grey levels. */
	public double size() {
		return size;
	}

	public Normalisation normalisation() {
		return normalisation;
	}

	public Optimizer optimizer() {
		return optimizer;
	}

	/** Levels of the Laplacian pyramid that normalises the gradient; 0 = none. */
	public int smoothingLevels() {
		return smoothingLevels;
	}

	/** Whether opposite borders of the picture are joined. */
	public boolean isPeriodic() {
		return periodic;
	}

	/** Largest random shift before each step, in pixels; 0 = none. */
	public int jitter() {
		return jitter;
	}
}
