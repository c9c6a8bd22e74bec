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

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deepdream.params.DreamException;
import io.deepdream.params.Nearest;

/** Replaces the names of a layer's channels in a selection of channels by their numbers. */
public final class ChannelNames {

	/** How many names are suggested for an unknown one. */
	private static final int SUGGESTIONS = 3;

	private final String layer;
	private final List<String> names;

	/**
	 * @param layer for messages
	 * @param names one for each channel of the layer; empty if its channels have no names
	 */
	public ChannelNames(final String layer, final List<String> names) {
		this.layer = layer;
		this.names = names;
	}

	/**
	 * @param channels the value of the parameter channels; where a part of it is both a number and a name, it is the number
	 * @return the same selection as {@link ChannelSelection} reads it, which reports other errors
	 * @throws DreamException for a name that is unknown, or that several channels have
	 */
	public String numbers(final String channels) {
		if (names.isEmpty() || channels.trim().equalsIgnoreCase("all")) return channels;
		final StringBuilder result = new StringBuilder();
		for (final String part : channels.split("[;,]", -1))
			result.append(result.length() == 0 ? "" : ";").append(number(part.trim().replaceAll("\\s+", " ")));
		return result.toString();
	}

	private String number(final String part) {
		if (part.matches("(\\d+( ?- ?\\d+)?)?( ?\\*.*)?")) return part;
		final int whole = find(part);
		if (whole >= 0) return "" + whole;
		final int star = part.lastIndexOf('*');
		final String name = star < 0 ? part : part.substring(0, star).trim();
		final int channel = find(name);
		if (channel >= 0) return channel + part.substring(star);
		// a mistake in a number, not in a name
		if (name.matches("\\d.*")) return part;
		final List<String> nearest = Nearest.to(name, names, SUGGESTIONS);
		throw new DreamException("Layer " + layer + " has no channel \"" + name + "\": the nearest " + (nearest.size() == 1
			? "name is " : "names are ") + String.join(", ", nearest) + ", and the numbers are 0 to " + (names.size() - 1) + ".");
	}

	/** The channel with a name, in the same case if there are several; -1 if there is none. */
	private int find(final String name) {
		final List<Integer> same = channels(name::equals);
		final List<Integer> found = same.isEmpty() ? channels(name::equalsIgnoreCase) : same;
		if (found.size() > 1) throw new DreamException("Several channels of layer " + layer + " have the name \"" + name + "\" (" +
			found.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "): give the number of one.");
		return found.isEmpty() ? -1 : found.get(0);
	}

	private List<Integer> channels(final Predicate<String> condition) {
		return IntStream.range(0, names.size()).filter(c -> condition.test(names.get(c))).boxed().collect(Collectors.toList());
	}
}
