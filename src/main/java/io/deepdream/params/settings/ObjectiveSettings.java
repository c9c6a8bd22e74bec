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

import io.deepdream.params.Choices;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.Parameter;

/** Which layers and channels are maximised, and how. */
public final class ObjectiveSettings {

	private final LayerSelection layers;
	private final ChannelSelection channels;
	private final ObjectiveType type;

	private ObjectiveSettings(final LayerSelection layers, final ChannelSelection channels, final ObjectiveType type) {
		this.layers = layers;
		this.channels = channels;
		this.type = type;
	}

	/**
	 * @param layers as {@link LayerSelection} reads it
	 * @param channels as {@link ChannelSelection} reads it
	 * @throws DreamException if one of them cannot be parsed
	 */
	public static ObjectiveSettings parse(final String layers, final String channels, final ObjectiveType type) {
		return new ObjectiveSettings(LayerSelection.parse(layers), ChannelSelection.parse(channels), type);
	}

	/** @throws DreamException if layers or channels cannot be parsed */
	public static ObjectiveSettings of(final DreamParams params) {
		return parse(params.get(Parameter.LAYER), params.get(Parameter.CHANNELS), params.choice(Parameter.OBJECTIVE,
			ObjectiveType.class));
	}

	public LayerSelection layers() {
		return layers;
	}

	public ChannelSelection channels() {
		return channels;
	}

	/** Name of the objective: the word of an {@link ObjectiveType}, and never auto. */
	public String objective() {
		return Choices.word(type != ObjectiveType.AUTO ? type : channels.isAll() ? ObjectiveType.SQUARE : ObjectiveType.MEAN);
	}
}
