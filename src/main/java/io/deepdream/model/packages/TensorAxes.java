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
package io.deepdream.model.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The axes of an input or output of a bioimage.io package: letters and a shape in formats
 * 0.3 and 0.4, a list of descriptions in 0.5.
 */
final class TensorAxes {

	private static final int UNKNOWN = 0;

	private final String letters;
	private final String channelAxis;
	private final List<String> channelNames = new ArrayList<>();
	private int channels = UNKNOWN;

	/**
	 * @param tensor the description of the input or output
	 * @param inputs the inputs' axes, to which a shape may refer, by name
	 */
	TensorAxes(final Metadata tensor, final Map<String, TensorAxes> inputs) {
		if (tensor.get("axes") instanceof List) {
			final StringBuilder text = new StringBuilder();
			String channel = "channel";
			for (final Metadata axis : tensor.maps("axes")) {
				text.append(letter(axis));
				if (!axis.text("type").equals("channel")) continue;
				if (axis.has("id")) channel = axis.text("id");
				if (axis.get("channel_names") instanceof List) channelNames.addAll(axis.texts("channel_names"));
				channels = channelNames.isEmpty() && axis.get("size") instanceof Integer ? axis.integer("size", UNKNOWN)
					: channelNames.size();
			}
			letters = text.toString();
			channelAxis = channel;
		}
		else {
			letters = tensor.text("axes");
			channelAxis = "c";
			channels = channelsOfShape(tensor, letters.indexOf('c'), inputs);
		}
	}

	private static String letter(final Metadata axis) {
		final String type = axis.text("type");
		// space axes are named x, y and z; of the others the initial is the letter of format 0.4
		return type.equals("space") ? axis.text("id") : type.isEmpty() ? "?" : type.substring(0, 1);
	}

	private static int channelsOfShape(final Metadata tensor, final int at, final Map<String, TensorAxes> inputs) {
		if (at < 0) return UNKNOWN;
		final Object shape = tensor.get("shape");
		if (shape instanceof List) return integer((List<?>) shape, at);
		if (!(shape instanceof Map)) return UNKNOWN;
		final Metadata parts = tensor.map("shape");
		if (parts.has("min")) return integer(parts.list("min"), at);
		// the size is that of the reference times scale plus twice the offset
		final String reference = parts.has("reference_tensor") ? parts.text("reference_tensor") : parts.text("reference_input");
		final TensorAxes input = inputs.get(reference);
		final List<?> scale = parts.list("scale");
		final List<?> offset = parts.list("offset");
		if (input == null || at >= scale.size() || at >= offset.size() || !(offset.get(at) instanceof Number)) return UNKNOWN;
		final double factor = scale.get(at) instanceof Number ? ((Number) scale.get(at)).doubleValue() : 0;
		return (int) Math.round(input.channels * factor + 2 * ((Number) offset.get(at)).doubleValue());
	}

	private static int integer(final List<?> list, final int at) {
		return at < list.size() && list.get(at) instanceof Integer ? (Integer) list.get(at) : UNKNOWN;
	}

	/** One letter per axis: b batch, c channel, i index, t time, and x, y, z. */
	String letters() {
		return letters;
	}

	/** Number of channels; 0 if unknown. */
	int channels() {
		return channels;
	}

	/** Empty if the package does not name them. */
	List<String> channelNames() {
		return channelNames;
	}

	/**
	 * Letters of the axes that a step of the preprocessing normalises jointly.
	 *
	 * @param kwargs the step's arguments; without axes, all are normalised jointly
	 */
	String joint(final Metadata kwargs) {
		final Object axes = kwargs.get("axes");
		if (axes == null) return letters;
		if (!(axes instanceof List)) return kwargs.text("axes");
		return kwargs.texts("axes").stream().map(this::letterOf).collect(Collectors.joining());
	}

	/** Letter of an axis of format 0.5, from its name. */
	private String letterOf(final String name) {
		return name.equals(channelAxis) || name.equals("channel") ? "c" : name.equals("batch") ? "b" : name;
	}

	boolean isChannelAxis(final String name) {
		return letterOf(name).equals("c");
	}
}
