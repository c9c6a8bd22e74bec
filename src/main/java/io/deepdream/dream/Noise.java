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

import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;
import io.deepdream.image.Size;
import io.deepdream.params.settings.StepSettings;

/**
 * Pictures from noise. Without smoothing: the naive renderer of the DeepDream
 * tutorial, unbounded during the ascent and then scaled for display. With smoothing:
 * {@link DecorrelatedAscent}.
 */
final class Noise {

	private final StepSettings settings;
	private final int channels;
	private final boolean decorrelated;

	/** @param channels of the network's input; the noise of a single channel is gray */
	Noise(final StepSettings settings, final int channels) {
		this.settings = settings;
		this.channels = channels;
		decorrelated = settings.smoothingLevels() > 0;
	}

	/** Uniform over one grey level: from 100 on as in the tutorial, or around mid-gray. */
	Picture draw(final Size size, final Random random) {
		final float from = decorrelated ? -0.5f : 100;
		final Picture noise = Picture.create(size.width(), size.height(), channels);
		final float[] data = noise.data();
		for (int i = 0; i < data.length; i++)
			data[i] = from + random.nextFloat();
		return noise;
	}

	/** @param x modified by each step */
	AscentMethod ascent(final Picture x, final Random random) {
		return decorrelated ? new DecorrelatedAscent(x.data(), x.size(), settings, random) : new PlainAscent(x.data(), x
			.size(), null, settings);
	}

	/** Converts the result of an ascent to a picture of 0..255, in place. */
	Picture toPicture(final Picture x) {
		if (decorrelated) DecorrelatedAscent.toPicture(x.data(), x.data());
		else x.standardise();
		return x;
	}
}
