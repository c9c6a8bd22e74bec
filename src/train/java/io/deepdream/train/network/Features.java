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
package io.deepdream.train.network;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.Activations;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.engine.tensorflow.load.FrozenGraph;
import io.deepdream.model.ModelSpec;

/** Activations of several layers for a batch of images in one run. */
public final class Features implements AutoCloseable {

	private final List<String> layers;
	private final Graph graph;
	private final Session session;

	/** @param frozen bytes of the graph that the specification describes, or of one with other weights */
	public Features(final byte[] frozen, final ModelSpec spec, final List<String> layers) {
		this.layers = List.copyOf(layers);
		graph = new Graph();
		graph.importGraphDef(DistillationGraph.forward(FrozenGraph.parse(frozen, spec.location()), spec, layers));
		session = new Session(graph);
	}

	/**
	 * @param pictures RGB 0..255, [n, side, side, 3]
	 * @return for each layer, the activations of all images, stacked vertically
	 */
	public List<Activations> of(final float[] pictures, final int n, final int side) {
		try (TFloat32 fed = TFloat32.tensorOf(Shape.of(n, side, side, 3), t -> t.asRawTensor().data().asFloats().write(
			pictures)))
		{
			final Session.Runner runner = session.runner().feed(PictureNode.NAME, fed);
			layers.forEach(runner::fetch);
			final List<Activations> results = new ArrayList<>();
			try (Result result = runner.run()) {
				for (int k = 0; k < layers.size(); k++) {
					final TFloat32 tensor = (TFloat32) result.get(k);
					final Shape shape = tensor.shape();
					results.add(new Activations((int) shape.get(2), (int) (n * shape.get(1)), (int) shape.get(3), Tensors.values(
						tensor)));
				}
			}
			return results;
		}
	}

	@Override
	public void close() {
		session.close();
		graph.close();
	}
}
