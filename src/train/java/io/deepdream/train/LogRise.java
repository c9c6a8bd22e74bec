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
package io.deepdream.train;

import io.deepdream.dream.Dreamer;
import io.deepdream.dream.Objective;
import io.deepdream.engine.AvailableMemory;
import io.deepdream.engine.GradientEngine;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.Parameter;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.ObjectiveSettings;

/**
 * Quality of a student's dreams, measured by the teacher: log(T(student's dream) /
 * T(start)) / log(T(teacher's dream) / T(start)), where T is the teacher's mean square
 * at the layer whose mean square both dreams maximise. 1 = equal to the teacher.
 */
final class LogRise {

	private static final DreamParams PARAMS = DreamParams.parse(
		"octaves=1 iterations=20 step=1.5 normalise=std jitter=16 mode=naive seed=0");

	private LogRise() {}

	/** Maximises a layer's mean square in 20 steps of 1.5/std. */
	static Picture dream(final GradientEngine engine, final String layer,
		final Picture start)
	{
		return dream(engine, layer, start, PARAMS);
	}

	/** The same with fewer or more steps, and another jitter. */
	static Picture dream(final GradientEngine engine, final String layer, final Picture start, final int steps,
		final long seed)
	{
		return dream(engine, layer, start, PARAMS.with(Parameter.ITERATIONS, String.valueOf(steps)).with(Parameter.SEED, String
			.valueOf(seed)));
	}

	private static Picture dream(final GradientEngine engine, final String layer, final Picture start,
		final DreamParams params)
	{
		final Objective objective = new Objective(ObjectiveSettings.parse(layer, "all", ObjectiveType.SQUARE), engine.layers());
		return new Dreamer(engine, objective, DreamSettings.of(params), DreamListener.SILENT,
			AvailableMemory.bytes()).fromPicture(start).picture();
	}

	/** Mean square of a layer's activations. */
	static double meanSquare(final GradientEngine engine, final String layer,
		final Picture picture)
	{
		final float[] values = engine.activations(layer, picture.data(), picture.width(), picture.height()).values();
		double sum = 0;
		for (final float value : values)
			sum += (double) value * value;
		return sum / values.length;
	}

	/** @param start the image from which both dreams started */
	static double of(final GradientEngine teacher, final String layer, final Picture start,
		final Picture byTeacher, final Picture byStudent)
	{
		final double before = meanSquare(teacher, layer, start);
		return Math.log(meanSquare(teacher, layer, byStudent) / before) / Math.log(meanSquare(teacher, layer,
			byTeacher) / before);
	}
}
