package io.deepdream.dream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.deepdream.DreamException;
import io.deepdream.Nearest;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;

/**
 * What a dream climbs: a weighted sum over layers of the mean, over all positions
 * and the chosen channels, of the activations or of their squares. Channels can
 * have weights too, negative ones among them; their magnitudes are made to sum to 1.
 */
public final class Objective {

	private final List<LayerInfo> layers = new ArrayList<>();
	private final List<Term> terms = new ArrayList<>();

	/**
	 * @param layers a layer name, or several with weights: mixed3b*0.5,mixed4c
	 * @param channels as {@link ChannelSelection} reads it, for each of the layers
	 * @param kind mean, square, or auto: square for all channels, else mean
	 * @param known the network's layers
	 * @throws DreamException for an unknown layer, naming the nearest, or a channel
	 *           out of range
	 */
	public Objective(final String layers, final String channels, final String kind, final List<LayerInfo> known) {
		final boolean square = kind.equals("square") || kind.equals("auto") && ChannelSelection.isAll(channels);
		for (final String part : layers.split(",")) {
			final String[] nameAndWeight = part.trim().split("\\s*\\*\\s*", 2);
			final LayerInfo layer = find(nameAndWeight[0], known);
			final double weight = nameAndWeight.length == 1 ? 1 : weight(nameAndWeight[1], part);
			final float[] chosen = ChannelSelection.parse(channels, layer.name(), layer.channels());
			final float[] weights = new float[layer.channels()];
			double total = 0;
			for (final float w : chosen)
				total += Math.abs(w);
			for (int c = 0; c < weights.length; c++)
				weights[c] = (float) (weight * chosen[c] / total);
			this.layers.add(layer);
			terms.add(new Term(layer.name(), weights, square));
		}
	}

	private Objective(final List<LayerInfo> layers, final List<Term> terms) {
		this.layers.addAll(layers);
		this.terms.addAll(terms);
	}

	/**
	 * The same layers, climbed towards the features of a guide. Of channels that are
	 * not chosen the guide has none.
	 *
	 * @param features of a layer: the guide's feature vectors one after another
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
			guided.add(Term.towards(layers.get(i).name(), guide, sum < 0 ? -size : size));
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

	private static double weight(final String text, final String part) {
		try {
			final double weight = Double.parseDouble(text);
			if (Double.isFinite(weight) && weight != 0) return weight;
		}
		catch (final NumberFormatException exc) {
			// told below
		}
		throw new DreamException("The weight in \"" + part.trim() +
			"\" is no number other than 0: write a layer and its weight as mixed3b*0.5.");
	}

	/** The layers, in the order of the {@link #terms()}. */
	public List<LayerInfo> layers() {
		return Collections.unmodifiableList(layers);
	}

	public List<Term> terms() {
		return Collections.unmodifiableList(terms);
	}

	/** The least common multiple of the layers' strides: a grid on which every layer has positions. */
	int stride() {
		return layers.stream().mapToInt(LayerInfo::stride).reduce(1, Objective::leastCommonMultiple);
	}

	private static int leastCommonMultiple(final int a, final int b) {
		int x = a;
		int y = b;
		while (y != 0) {
			final int rest = x % y;
			x = y;
			y = rest;
		}
		return a / x * b;
	}
}
