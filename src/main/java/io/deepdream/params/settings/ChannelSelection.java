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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.deepdream.params.DreamException;

/**
 * Channels of a layer, with weights: {@code all}, {@code 139}, {@code 3-7}, {@code 3;9},
 * {@code 139*1;20*-0.5}. With weights, the selection is a direction in the space of
 * the layer's channels.
 */
public final class ChannelSelection {

	private static final class Range {

		private final int from;
		private final int to;
		private final float weight;

		Range(final int from, final int to, final float weight) {
			this.from = from;
			this.to = to;
			this.weight = weight;
		}
	}

	/** Empty = all channels. */
	private final List<Range> ranges = new ArrayList<>();

	private ChannelSelection() {}

	/** @throws DreamException if the text cannot be parsed */
	public static ChannelSelection parse(final String text) {
		final ChannelSelection selection = new ChannelSelection();
		if (text.trim().equalsIgnoreCase("all")) return selection;
		for (final String part : text.split("[;,]"))
			selection.ranges.add(range(part, text));
		return selection;
	}

	private static Range range(final String part, final String text) {
		final String[] rangeAndWeight = part.trim().split("\\s*\\*\\s*", 2);
		final String range = rangeAndWeight[0];
		final float weight = rangeAndWeight.length == 1 ? 1 : weight(rangeAndWeight[1]);
		if (!range.matches("\\d{1,6}(\\s*-\\s*\\d{1,6})?") || !Float.isFinite(weight) || weight == 0)
			throw new DreamException("channels=" + text +
				" cannot be read: write all, one channel as 139, a range as 3-7, several as 3;9, or with weights other than 0 " +
				"as 3*1;9*-0.5; names only exist where the network names the channels of the layer.");
		final String[] ends = range.split("\\s*-\\s*");
		final int from = Integer.parseInt(ends[0]);
		final int to = Integer.parseInt(ends[ends.length - 1]);
		if (from > to) throw new DreamException("channels=" + text + " runs backwards: write the smaller channel first, " +
			to + "-" + from + ".");
		return new Range(from, to, weight);
	}

	/** NaN if the text is not a number. */
	private static float weight(final String text) {
		try {
			return Float.parseFloat(text);
		}
		catch (final NumberFormatException exc) {
			return Float.NaN;
		}
	}

	/** Whether every channel is selected, whatever the layer. */
	public boolean isAll() {
		return ranges.isEmpty();
	}

	/**
	 * @param layer for messages
	 * @param count the number of the layer's channels
	 * @return a weight for each channel: 0 = not selected, 1 where none is given
	 * @throws DreamException if the layer has no such channel
	 */
	public float[] weights(final String layer, final int count) {
		final float[] weights = new float[count];
		if (isAll()) Arrays.fill(weights, 1);
		for (final Range range : ranges) {
			if (range.to >= count) throw new DreamException("Layer " + layer + " has no channel " + range.to +
				": its channels are 0 to " + (count - 1) + ".");
			Arrays.fill(weights, range.from, range.to + 1, range.weight);
		}
		return weights;
	}
}
