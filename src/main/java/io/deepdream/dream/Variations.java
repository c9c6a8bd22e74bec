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
import java.util.Arrays;
import java.util.List;

import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;
import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.image.ValueRange;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.Precision;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.VariationSettings;

/**
 * Several different pictures of one objective, from noise: a channel often detects
 * more than one pattern. A penalty on the similarity of the layer's Gram matrices
 * makes them differ, see {@link ChannelGradients}. Without diversity, each is the
 * picture that its seed alone would give.
 */
public final class Variations {

	private final GradientEngine engine;
	private final LayerInfo layer;
	private final Term term;
	private final DreamSettings settings;
	private final VariationSettings variations;
	private final DreamListener listener;

	/**
	 * @param objective of one layer
	 * @param settings tiles are not used, because whole pictures are compared
	 * @param availableBytes native memory for the network
	 * @throws DreamException if the objective has several layers, or a guide, or the
	 *           pictures do not fit in memory
	 */
	public Variations(final GradientEngine engine, final Objective objective, final DreamSettings settings,
		final VariationSettings variations, final DreamListener listener, final long availableBytes)
	{
		this.engine = engine;
		this.settings = settings;
		this.variations = variations;
		this.listener = listener;
		if (objective.layers().size() > 1) throw new DreamException(
			"Several layers are named, but variations are compared in one layer: give one.");
		layer = objective.layers().get(0);
		term = objective.terms().get(0);
		if (term.isGuided()) throw new DreamException(
			"Variations cannot be combined with a guide: choose variations=1, or no guide.");
		final Size size = new Size(settings.noise().width(), settings.noise().height());
		DreamPlan.requirePositions(engine, objective, size);
		final int n = variations.count();
		final MemoryLimit limit = new MemoryLimit(engine, List.of(term), availableBytes);
		if (!limit.fits(size.width(), size.height(), n)) throw limit.exceeded((long) n * size.width(), size.height(),
			"make fewer variations, or smaller ones");
	}

	/** One dream for each variation, with consecutive seeds; after cancellation, those of the last finished octave. */
	public List<Dream> run() {
		final int n = variations.count();
		final List<Size> sizes = NoiseBatch.sizes(engine, layer, settings);
		final int[] seeds = new int[n];
		Arrays.setAll(seeds, i -> settings.seed() + i);
		final NoiseBatch batch = new NoiseBatch(sizes, engine.inputChannels(), seeds, settings.steps()
			.jitter(), settings);
		final List<List<Double>> scores = new ArrayList<>();
		for (int i = 0; i < n; i++)
			scores.add(new ArrayList<>());
		final float[] own = term.channelWeights();
		final float[] weights = new float[n * own.length];
		for (int i = 0; i < n; i++)
			System.arraycopy(own, 0, weights, i * own.length, own.length);
		listener.loading("preparing the network...");
		try (ChannelGradients gradients = engine.compileChannels(layer.name(), term.objective(), variations.diversity())) {
			gradients.warnings().forEach(listener::note);
			listener.progress(0, 1, sizes.size(), 1, settings.steps().count(), Double.NaN);
			batch.run((pixels, count, w, h, gradient) -> gradients.evaluate(pixels, count, w, h, weights, gradient), (done,
				octave, step, each) -> {
				for (int i = 0; i < n; i++)
					scores.get(i).add(each[i]);
				listener.progress(done, octave, sizes.size(), step, settings.steps().count(), Arrays.stream(each).average()
					.getAsDouble());
				return !listener.isCancelled();
			});
		}
		final List<Picture> pictures = batch.pictures();
		final List<Dream> dreams = new ArrayList<>();
		for (int i = 0; i < n; i++)
			dreams.add(new Dream(pictures.isEmpty() ? null : pictures.get(i), batch.octavesDone(), sizes.size(),
				new Enlargement(sizes, false), 0, Precision.EXACT, scores.get(i), ValueRange.GREY_LEVELS));
		return dreams;
	}
}
