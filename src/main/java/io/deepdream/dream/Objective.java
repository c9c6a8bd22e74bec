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
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Stride;
import io.deepdream.engine.Term;
import io.deepdream.params.DreamException;
import io.deepdream.params.Nearest;
import io.deepdream.params.settings.LayerSelection.WeightedLayer;
import io.deepdream.params.settings.ObjectiveSettings;

/**
 * The objective of a dream: a weighted sum over layers of the mean, over all
 * positions and the chosen channels, of the activations or of their squares.
 * Channels can have weights too, also negative ones, whose absolute values are
 * normalised to a sum of 1.
 */
public final class Objective {

	private final List<LayerInfo> layers = new ArrayList<>();
	private final List<Term> terms = new ArrayList<>();

	/**
	 * @param known the network's layers
	 * @throws DreamException for an unknown layer, naming the nearest, or a channel
	 *           out of range
	 */
	public Objective(final ObjectiveSettings settings, final List<LayerInfo> known) {
		for (final WeightedLayer weighted : settings.layers().layers()) {
			final LayerInfo layer = find(weighted.name(), known);
			final float[] chosen = settings.channels().weights(layer.name(), layer.channels());
			final float[] weights = new float[layer.channels()];
			double total = 0;
			for (final float w : chosen)
				total += Math.abs(w);
			for (int c = 0; c < weights.length; c++)
				weights[c] = (float) (weighted.weight() * chosen[c] / total);
			layers.add(layer);
			terms.add(new Term(layer.name(), weights, settings.objective()));
		}
	}

	private Objective(final List<LayerInfo> layers, final List<Term> terms) {
		this.layers.addAll(layers);
		this.terms.addAll(terms);
	}

	/**
	 * The objective of approaching a guide's activations at the same layers. Of
	 * channels that are not chosen, the guide's activations are set to 0.
	 *
	 * @param features of a layer: the guide's activation vectors one after another
	 */
	public Objective towards(final Function<LayerInfo, float[]> features) {
		final List<Term> guided = new ArrayList<>();
		for (int i = 0; i < terms.size(); i++) {
			final float[] weights = terms.get(i).channelWeights();
			final float[] guide = features.apply(layers.get(i)).clone();
			float sum = 0;
			float size = 0;
			for (final float w : weights) {
				sum += w;
				size += Math.abs(w);
			}
			for (int k = 0; k < guide.length; k++)
				if (weights[k % weights.length] == 0) guide[k] = 0;
			guided.add(Term.guided(layers.get(i).name(), guide, sum < 0 ? -size : size));
		}
		return new Objective(layers, guided);
	}

	private static LayerInfo find(final String name, final List<LayerInfo> known) {
		for (final LayerInfo layer : known)
			if (layer.name().equals(name)) return layer;
		throw new DreamException("There is no layer \"" + name + "\" in this network (did you mean \"" + Nearest.to(name,
			known.stream().map(LayerInfo::name).collect(Collectors.toList())) + "\"?)",
			"the list under the field Layer has all layers",
			"Plugins > DeepDream > Models..., button Layers, lists all layers", "--layers lists all layers");
	}

	/** The layers, in the order of the {@link #terms()}. */
	public List<LayerInfo> layers() {
		return Collections.unmodifiableList(layers);
	}

	public List<Term> terms() {
		return Collections.unmodifiableList(terms);
	}

	/** The sentence for a gradient of which a value is not finite. */
	public DreamException gradientNotFinite() {
		return new DreamException("The gradient of layer " + layers.get(0)
			.name() + " is not finite: choose another layer, or check the mean and scale in the network's properties file.");
	}

	/** The sentence for a gradient without any value other than zero. */
	public DreamException gradientZero() {
		final LayerInfo layer = layers.get(0);
		return new DreamException("The gradient of layer " + layer.name() +
			" is zero everywhere: this image activates none of the chosen channels; " + (layer.beforeSaturation() != null ? "use " +
				layer.beforeSaturation() + ", which has a gradient there too." : "choose other channels, or another layer."));
	}

	/** The least common multiple of the layers' grids: tiles that begin at multiples of it have every layer's positions. */
	int stride() {
		return layers.stream().mapToInt(LayerInfo::grid).reduce(1, Objective::leastCommonMultiple);
	}

	private static int leastCommonMultiple(final int a, final int b) {
		return a / Stride.greatestCommonDivisor(a, b) * b;
	}
}
