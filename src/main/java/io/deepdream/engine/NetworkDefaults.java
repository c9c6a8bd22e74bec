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
package io.deepdream.engine;

import java.util.List;

import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** The layer and the channels of a network where the parameters leave them to it. */
public final class NetworkDefaults {

	private final ModelSpec spec;
	private final GradientEngine engine;
	/** The default layer of a network whose properties contain none, once it is known. */
	private String chosen;

	/** @param engine of the model */
	public NetworkDefaults(final ModelSpec spec, final GradientEngine engine) {
		this.spec = spec;
		this.engine = engine;
	}

	/**
	 * Parameters with which this network can be used where they leave the layer to it. The default layer of a command, such as
	 * that of {@link DreamParams#fromNoise()}, is replaced if the network lacks it; a network without a default layer in its
	 * properties gets the one that it would get when it is imported.
	 *
	 * @param listener receives a note if the layer is replaced
	 */
	public DreamParams fitted(final DreamParams params, final DreamListener listener) {
		final DreamParams fitted = fitted(params);
		if (!fitted.equals(params)) listener.note("The network " + spec.name() + reason(params) + ": layer " + layers(fitted) +
			" is used.");
		return fitted;
	}

	/** As the other method, without a note. */
	public DreamParams fitted(final DreamParams params) {
		if (isDefault(params)) return spec.layer().isEmpty() ? params.with(Parameter.LAYER, chosenLayer()) : params;
		if (!lacksDefaultOfNoise(params)) return params;
		final boolean ofNoise = params.value(Parameter.CHANNELS).equals(DreamParams.fromNoise().value(Parameter.CHANNELS));
		return fitted(params.with(Parameter.LAYER, Parameter.LAYER.defaultValue()).with(Parameter.CHANNELS, ofNoise
			? Parameter.CHANNELS.defaultValue() : params.get(Parameter.CHANNELS)));
	}

	/** The value of the parameter layer, in place of the default that of the properties. */
	public String layers(final DreamParams fitted) {
		return isDefault(fitted) ? spec.layer() : fitted.get(Parameter.LAYER);
	}

	/** The value of the parameter channels, in place of the default that of the properties if the layer is theirs. */
	public String channels(final DreamParams fitted) {
		final String channels = fitted.get(Parameter.CHANNELS);
		return isDefault(fitted) && channels.equals(Parameter.CHANNELS.defaultValue()) ? spec.channels() : channels;
	}

	private static boolean isDefault(final DreamParams params) {
		final String layer = params.get(Parameter.LAYER);
		return layer.isEmpty() || layer.equals(Parameter.LAYER.defaultValue());
	}

	/** A clause that says why the layer of the parameters is replaced. */
	private String reason(final DreamParams params) {
		if (isDefault(params)) return " names no default layer";
		final String layer = params.get(Parameter.LAYER);
		return " has no layer " + layer + (has(layer) ? " with the channel " + params.get(Parameter.CHANNELS) : "");
	}

	/** Whether the layer is that of the first picture of the tutorial, and the network lacks it or the channel of that picture. */
	private boolean lacksDefaultOfNoise(final DreamParams params) {
		final DreamParams noise = DreamParams.fromNoise();
		final String layer = noise.get(Parameter.LAYER);
		if (!params.get(Parameter.LAYER).equals(layer)) return false;
		return !has(layer) || params.get(Parameter.CHANNELS).equals(noise.get(Parameter.CHANNELS)) && engine.layers().stream().anyMatch(
			known -> known.name().equals(layer) && known.channels() <= Integer.parseInt(noise.get(Parameter.CHANNELS)));
	}

	private boolean has(final String layer) {
		return engine.layers().stream().anyMatch(known -> known.name().equals(layer));
	}

	private synchronized String chosenLayer() {
		if (chosen == null) {
			final List<LayerInfo> layers = engine.layersWithGradient();
			ImportedLayers.requireGradient(spec.name(), layers, engine::obstacles);
			chosen = ImportedLayers.defaultLayer(layers, engine.outputs()).name();
		}
		return chosen;
	}
}
