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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The images that activate each channel most, of those that were searched. The order of the search does not matter. */
public final class Examples implements Serializable {

	private static final long serialVersionUID = 1L;
	/** Examples of a channel. */
	private static final int MOST = 8;

	/** By the layer's name; a list for each channel, the strongest first. */
	private final Map<String, List<List<Example>>> layers = new HashMap<>();

	void add(final String layer, final int channel, final Example example) {
		final List<List<Example>> channels = layers.computeIfAbsent(layer, name -> new ArrayList<>());
		while (channels.size() <= channel)
			channels.add(new ArrayList<>());
		final List<Example> best = channels.get(channel);
		best.add(example);
		best.sort(Example.STRONGEST_FIRST);
		if (best.size() > MOST) best.remove(MOST);
	}

	/** Adds all of the others. */
	public Examples merge(final Examples others) {
		others.layers.forEach((layer, channels) -> {
			for (int c = 0; c < channels.size(); c++)
				for (final Example example : channels.get(c))
					add(layer, c, example);
		});
		return this;
	}

	/** The strongest first. */
	List<Example> of(final String layer, final int channel) {
		final List<List<Example>> channels = layers.getOrDefault(layer, List.of());
		return channel < channels.size() ? channels.get(channel) : List.of();
	}

	/** Receives an example of a channel. */
	interface Consumer {

		/** @param number from 1 */
		void example(String layer, int channel, int number, Example example);
	}

	void each(final Consumer consumer) {
		layers.forEach((layer, channels) -> {
			for (int c = 0; c < channels.size(); c++)
				for (int i = 0; i < channels.get(c).size(); i++)
					consumer.example(layer, c, i + 1, channels.get(c).get(i));
		});
	}
}
