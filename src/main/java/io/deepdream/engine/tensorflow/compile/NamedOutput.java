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
package io.deepdream.engine.tensorflow.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

/** Gives the channels of a network's output the names in its properties. */
final class NamedOutput {

	private NamedOutput() {}

	/**
	 * @param layers in the graph's order
	 * @return the layers, with names in the last one that no other layer reads and that has
	 *         as many channels as there are names
	 * @throws DreamException if there is no such layer
	 */
	static List<LayerInfo> name(final List<LayerInfo> layers, final GraphNodes nodes, final ModelSpec spec) {
		final List<String> names = spec.outputChannelNames();
		if (names.isEmpty() || layers.isEmpty()) return layers;
		final List<LayerInfo> result = new ArrayList<>(layers);
		final List<Integer> outputs = outputs(layers, nodes);
		for (final int i : outputs)
			if (layers.get(i).channels() == names.size()) {
				result.set(i, layers.get(i).withChannelNames(names));
				return result;
			}
		final LayerInfo last = layers.get(outputs.get(0));
		throw new DreamException("The properties file of the network in " + spec.location() + " names " + names.size() +
			" output-channels, but its output, layer " + last.name() + ", has " + last.channels() +
			": name each of them, or remove the line.");
	}

	/** Indices of the layers that no other layer reads, the last one first. */
	private static List<Integer> outputs(final List<LayerInfo> layers, final GraphNodes nodes) {
		final List<Integer> result = new ArrayList<>();
		final List<String> read = new ArrayList<>();
		for (int i = layers.size() - 1; i >= 0; i--) {
			final String name = layers.get(i).name();
			final Set<String> upstream = nodes.upstreamOf(read);
			if (upstream.contains(name)) continue;
			result.add(i);
			read.add(name);
		}
		return Collections.unmodifiableList(result);
	}
}
