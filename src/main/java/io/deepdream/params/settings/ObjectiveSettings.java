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
