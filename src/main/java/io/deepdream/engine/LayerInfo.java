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

/** Name, operation, channels and geometry of a layer. */
public final class LayerInfo {

	private final String name;
	private final String op;
	private final int channels;
	private final Stride stride;
	private final int grid;
	private final int receptiveField;
	private final String beforeSaturation;
	private final List<String> channelNames;

	/** As the other constructor, for a layer with one position in each grid. */
	public LayerInfo(final String name, final String op, final int channels, final int stride,
		final int receptiveField, final String beforeSaturation)
	{
		this(name, op, channels, Stride.of(stride), stride, receptiveField, beforeSaturation);
	}

	/**
	 * @param name name of the node in the graph
	 * @param op TensorFlow's name of the operation, such as Relu
	 * @param channels number of channels
	 * @param stride distance of neighbouring positions
	 * @param grid pixels after which the receptive fields repeat, see
	 *          {@link ReceptiveField#grid()}
	 * @param receptiveField side of the receptive field, in pixels
	 * @param beforeSaturation name of the input layer of a ReLU, sigmoid or softmax; null for other operations
	 */
	public LayerInfo(final String name, final String op, final int channels, final Stride stride, final int grid,
		final int receptiveField, final String beforeSaturation)
	{
		this.name = name;
		this.op = op;
		this.channels = channels;
		this.stride = stride;
		this.grid = grid;
		this.receptiveField = receptiveField;
		this.beforeSaturation = beforeSaturation;
		channelNames = List.of();
	}

	private LayerInfo(final LayerInfo layer, final List<String> channelNames) {
		name = layer.name;
		op = layer.op;
		channels = layer.channels;
		stride = layer.stride;
		grid = layer.grid;
		receptiveField = layer.receptiveField;
		beforeSaturation = layer.beforeSaturation;
		this.channelNames = List.copyOf(channelNames);
	}

	/**
	 * The same layer with names of its channels.
	 *
	 * @param names one for each channel
	 */
	public LayerInfo withChannelNames(final List<String> names) {
		if (names.size() != channels) throw new IllegalArgumentException(names.size() + " names for " + channels + " channels");
		return new LayerInfo(this, names);
	}

	public String name() {
		return name;
	}

	/** TensorFlow's name of the operation, such as Relu. */
	public String op() {
		return op;
	}

	public int channels() {
		return channels;
	}

	/** The number of channels in words, such as "144 channels". */
	public String describeChannels() {
		return channels + (channels == 1 ? " channel" : " channels");
	}

	/** Names of the channels, such as probability, one for each; empty if the network does not name them. */
	public List<String> channelNames() {
		return channelNames;
	}

	/** Distance of neighbouring positions of the layer. */
	public Stride stride() {
		return stride;
	}

	/** Pixels after which the receptive fields repeat: tiles begin at multiples of it. */
	public int grid() {
		return grid;
	}

	/** Side of the receptive field, in pixels. */
	public int receptiveField() {
		return receptiveField;
	}

	/**
	 * Name of the input layer of a ReLU, sigmoid or softmax, whose gradient does not vanish where
	 * the ReLU is zero, or the others are close to 0 or 1; null for other operations.
	 */
	public String beforeSaturation() {
		return beforeSaturation;
	}
}
