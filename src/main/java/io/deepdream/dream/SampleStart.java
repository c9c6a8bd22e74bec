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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.deepdream.engine.Activations;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.ObjectiveSettings;

/** Dreams of single channels from whichever of some pictures activates the channel most. */
final class SampleStart {

	private final GradientEngine engine;
	private final LayerInfo layer;
	private final DreamSettings settings;
	private final DreamListener listener;
	private final List<Picture> samples;
	private final long availableBytes;
	/** Of each sample, the mean activation of each channel; computed when first needed. */
	private List<double[]> means;

	SampleStart(final GradientEngine engine, final LayerInfo layer, final DreamSettings settings,
		final DreamListener listener, final List<Picture> samples, final long availableBytes)
	{
		this.engine = engine;
		this.layer = layer;
		this.settings = settings;
		this.listener = listener;
		this.samples = samples;
		this.availableBytes = availableBytes;
	}

	/** Empty if no sample activates the channel, or if cancelled. */
	Optional<Dream> dream(final int channel) {
		if (means == null) means = means();
		final Optional<double[]> best = means.stream().filter(mean -> mean[channel] > 0).max(Comparator.comparingDouble(
			mean -> mean[channel]));
		if (!best.isPresent()) return Optional.empty();
		final Objective objective = new Objective(ObjectiveSettings.parse(layer.name(), "" + channel, ObjectiveType.MEAN), engine
			.layers());
		try {
			final Dream dream = new Dreamer(engine, objective, settings, DreamListener.cancelledBy(listener), availableBytes)
				.fromPicture(samples.get(means.indexOf(best.get())));
			return dream.picture() == null || dream.cancelled() ? Optional.empty() : Optional.of(dream);
		}
		catch (final DreamException exc) {
			// the gradient vanishes in a smaller octave
			return Optional.empty();
		}
	}

	private List<double[]> means() {
		final List<double[]> all = new ArrayList<>();
		for (final Picture sample : samples) {
			final Activations activations = engine.activations(layer.name(), sample.data(), sample.width(), sample.height());
			final float[] values = activations.values();
			final double[] mean = new double[layer.channels()];
			for (int i = 0; i < values.length; i++)
				mean[i % mean.length] += values[i] * mean.length / values.length;
			all.add(mean);
		}
		return all;
	}
}
