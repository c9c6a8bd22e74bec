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
package io.deepdream.engine.tensorflow.rewrite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;

import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.Engines;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.model.ModelCatalogue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares sums over neighbouring channels with sums in double precision. */
class ChannelSumsTest {

	private static final int PICTURES = 2;
	private static final int ROWS = 3;
	private static final int COLUMNS = 4;

	@BeforeAll
	static void loadTensorFlow() {
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
	}

	/** Banded kernels, blocks, blocks with the largest radius, and numbers that blocks do not support. */
	@ParameterizedTest
	@CsvSource({ "24, 2", "128, 2", "192, 5", "144, 16", "144, 17", "130, 3", "1, 5" })
	void equalTheDefinition(final int channels, final long radius) {
		final float[] x = new float[PICTURES * ROWS * COLUMNS * channels];
		final Random random = new Random(1);
		for (int i = 0; i < x.length; i++)
			x[i] = random.nextFloat();
		final float[] expected = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			final int channel = i % channels;
			double sum = 0;
			for (int c = 0; c < channels; c++)
				if (Math.abs(c - channel) <= radius) sum += x[i - channel + c];
			expected[i] = (float) (2 - 0.5 * sum);
		}
		assertArrayEquals(expected, computed(x, channels, radius), 1e-5f);
	}

	private static float[] computed(final float[] x, final int channels, final long radius) {
		final GraphDef.Builder definition = GraphDef.newBuilder().addNode(NodeDef.newBuilder().setOp("Placeholder").setName(
			"x").putAttr("dtype", Constants.type(DataType.DT_FLOAT)));
		new ChannelSums(channels, radius).nodes("x", -0.5f, 2, "sums", "result").forEach(node -> definition.addNode(
			node instanceof NodeDef ? (NodeDef) node : ((NodeDef.Builder) node).build()));
		final float[] result = new float[x.length];
		try (Graph graph = new Graph(); TFloat32 fed = TFloat32.tensorOf(Shape.of(PICTURES, ROWS, COLUMNS, channels), t -> t
			.asRawTensor().data().asFloats().write(x)))
		{
			graph.importGraphDef(definition.build());
			try (Session session = new Session(graph); Result run = session.runner().feed("x", fed).fetch("result").run()) {
				((TFloat32) run.get(0)).asRawTensor().data().asFloats().read(result);
			}
		}
		return result;
	}
}
