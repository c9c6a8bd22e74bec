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
package io.deepdream.imagej.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;

/** The layers of a network as tab-separated text. */
public final class LayerTable {

	public static final String HEADINGS = "layer\tchannels\tstride\treceptive field\tnames of channels";

	private static final int MAX_NAMES = 4;

	private LayerTable() {}

	public static List<String> rows(final String model) {
		try (DeepDream deepDream = DeepDream.open(model)) {
			return rows(deepDream.layers());
		}
	}

	public static List<String> rows(final Collection<LayerInfo> layers) {
		final List<String> rows = new ArrayList<>();
		for (final LayerInfo layer : layers)
			rows.add(layer.name() + "\t" + layer.channels() + "\t" + layer.stride() + "\t" + layer.receptiveField() +
				(layer.channelNames().isEmpty() ? "" : "\t" + names(layer.channelNames())));
		return rows;
	}

	/** In short, if there are many. */
	static String names(final List<String> names) {
		return names.size() <= MAX_NAMES ? String.join(", ", names) : String.join(", ", names.subList(0, MAX_NAMES - 1)) +
			", ..., " + names.get(names.size() - 1);
	}
}
