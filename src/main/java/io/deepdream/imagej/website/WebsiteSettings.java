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
package io.deepdream.imagej.website;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.deepdream.DeepDream;
import io.deepdream.dream.ChannelRenderer.Origin;
import io.deepdream.engine.LayerInfo;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;

/** The settings of a website: the parameters of the channel atlas, and three of its own. */
public final class WebsiteSettings implements Serializable {

	/** The names of the layers, separated by commas, or {@link #ALL}. */
	public static final String LAYERS = "layers";
	/** A folder of images, to find those that activate each channel most. */
	public static final String IMAGES = "images";
	public static final String ALL = "all";

	private static final long serialVersionUID = 1L;
	private static final int MAX_VARIATIONS = 16;
	private static final int DEFAULT_VARIATIONS = 3;

	private String layers = ALL;
	private String images = "";
	private int variations = DEFAULT_VARIATIONS;
	private DreamParams params = DreamParams.of(Task.ATLAS);

	private WebsiteSettings() {}

	/**
	 * @param settings key=value
	 * @throws DreamException if a key or value is not valid
	 */
	public static WebsiteSettings parse(final List<String> settings) {
		final WebsiteSettings result = new WebsiteSettings();
		for (final String setting : settings) {
			final int equals = setting.indexOf('=');
			final String key = setting.substring(0, equals);
			final String value = setting.substring(equals + 1);
			if (key.equals(LAYERS) || key.equals(Parameter.LAYER.key())) result.layers = value;
			else if (key.equals(IMAGES)) result.images = value;
			else if (key.equals(Parameter.VARIATIONS.key())) result.variations = variations(value);
			else if (key.equals(Parameter.CHANNELS.key()) || key.equals(Parameter.SAVE.key())) throw new DreamException("A " +
				"website shows all channels of its layers, in its folder: remove " + key + ".");
			else result.params = result.params.with(Parameter.of(key), value);
		}
		return result;
	}

	private static int variations(final String value) {
		try {
			final int number = Integer.parseInt(value);
			if (number >= 0 && number <= MAX_VARIATIONS) return number;
		}
		catch (final NumberFormatException exc) {
			// refused below
		}
		throw new DreamException(Parameter.VARIATIONS.key() + "=" + value + " is not possible: give a whole number from 0 to " +
			MAX_VARIATIONS + ".");
	}

	/** Of the channel atlas, without layer and channels. */
	public DreamParams params() {
		return params;
	}

	/** Folder of images; empty = none. */
	public String images() {
		return images;
	}

	/** Pictures of each channel in addition to the first, if it {@link #hasVariations}. */
	int variations() {
		return variations;
	}

	/** Whether a channel has variations: only if it has a gradient from the noise of the given seed. */
	boolean hasVariations(final Origin origin) {
		return variations > 0 && origin == Origin.NOISE;
	}

	/** Of the atlas, for one picture. */
	DreamParams channelParams(final String layer, final int channel) {
		return params.with(Parameter.LAYER, layer).with(Parameter.CHANNELS, channel);
	}

	/** The variations of a channel, with the size and the steps of the atlas. */
	DreamParams variationParams(final String layer, final int channel) {
		DreamParams result = DreamParams.fromNoise();
		for (final Parameter parameter : Task.ATLAS.parameters())
			if (parameter != Parameter.SAVE) result = result.with(parameter, params.value(parameter));
		return result.with(Parameter.LAYER, layer).with(Parameter.CHANNELS, channel).with(Parameter.VARIATIONS, variations);
	}

	/**
	 * The layers in the order of the network.
	 *
	 * @throws DreamException if there is no layer of a name
	 */
	public List<LayerInfo> layers(final DeepDream deepDream) {
		final List<LayerInfo> all = deepDream.layersWithGradient();
		if (layers.equals(ALL)) return all;
		final List<String> names = Arrays.asList(layers.split("\\s*,\\s*"));
		for (final String name : names)
			deepDream.check(params.with(Parameter.LAYER, name));
		final List<LayerInfo> chosen = new ArrayList<>(all);
		chosen.removeIf(layer -> !names.contains(layer.name()));
		return chosen;
	}

	/** Everything that changes the pictures of a layer, for the comparison with an earlier start. */
	String fingerprint() {
		return "variations=" + variations + " " + params.with(Parameter.MODEL, "").toOptions();
	}
}
