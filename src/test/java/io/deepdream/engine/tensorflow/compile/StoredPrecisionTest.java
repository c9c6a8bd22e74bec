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

import static io.deepdream.engine.tensorflow.compile.Differences.HEIGHT;
import static io.deepdream.engine.tensorflow.compile.Differences.WIDTH;
import static io.deepdream.engine.tensorflow.compile.Differences.all;
import static io.deepdream.engine.tensorflow.compile.Differences.picture;
import static io.deepdream.engine.tensorflow.compile.Differences.term;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.model.ModelCatalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks whose files store weights in 16 bits that a Cast to float32 reads. */
class StoredPrecisionTest {

	@TempDir
	Path folder;

	private static SmallGraphs graph() {
		return new SmallGraphs(5).conv("a", 3, 3, 3, 8, 2, "SAME").bias("a_bias", 8).relu("a_relu").conv("b", 3, 3, 8, 8, 1,
			"SAME").relu("b_relu");
	}

	private static NodeDef constant(final String name) {
		return new GraphNodes(graph().build()).get(name);
	}

	private static float[] values(final String name) {
		return Constants.floats(constant(name));
	}

	/** Rounded to float16, in float32. */
	private static NodeDef rounded(final String name) {
		final int[] shape = Constants.shape(constant(name));
		return Constants.ofFloats(name, Constants.floats(Constants.ofFloat16(name, values(name), shape)), shape);
	}

	private static NodeDef float16(final String name) {
		return Constants.ofFloat16(name + "/float16", values(name), Constants.shape(constant(name)));
	}

	private Path write(final String name, final SmallGraphs graph) throws IOException {
		return Files.write(Files.createDirectories(folder.resolve(name)).resolve("network.pb"), graph.build().toByteArray());
	}

	private static float[] gradient(final GradientEngine engine) {
		final float[] gradient = new float[3 * WIDTH * HEIGHT];
		try (GradientFunction f = engine.compile(List.of(term(engine, "b_relu", true)))) {
			f.evaluate(picture(4), WIDTH, HEIGHT, List.of(all(engine, "b_relu")), gradient);
		}
		return gradient;
	}

	@Test
	void float16WeightsAreTheSameNumbersInFloat32() throws IOException {
		assertSame(graph().replaced(rounded("a_w")).replaced(rounded("a_bias_values")).replaced(rounded("b_w")), graph().cast(
			"a_w", float16("a_w")).cast("a_bias_values", float16("a_bias_values")).cast("b_w", float16("b_w")));
	}

	/** TensorFlow 1 reads each frozen variable by an Identity. */
	@Test
	void alsoIfAnIdentityReadsThem() throws IOException {
		final NodeDef read = NodeDef.newBuilder().setName("b_w/read").setOp("Identity").addInput("b_w/float16").putAttr("T",
			Constants.type(DataType.DT_HALF)).build();
		final NodeDef cast = NodeDef.newBuilder().setName("b_w").setOp("Cast").addInput("b_w/read").putAttr("SrcT", Constants
			.type(DataType.DT_HALF)).putAttr("DstT", Constants.type(DataType.DT_FLOAT)).build();
		assertSame(graph().replaced(rounded("b_w")), graph().replaced(cast).constant(read).constant(float16("b_w")));
	}

	@Test
	void bfloat16WeightsToo() throws IOException {
		final int[] shape = Constants.shape(constant("b_w"));
		final NodeDef stored = Constants.ofBfloat16("b_w/bfloat16", values("b_w"), shape);
		assertSame(graph().replaced(Constants.ofFloats("b_w", Constants.floats(stored), shape)), graph().cast("b_w", stored));
	}

	/** The same layers, activations, gradients and memory. */
	private void assertSame(final SmallGraphs inFloat32, final SmallGraphs stored) throws IOException {
		try (GradientEngine expected = Engines.open(ModelCatalogue.file(write("float32", inFloat32)));
				GradientEngine actual = Engines.open(ModelCatalogue.file(write("stored", stored))))
		{
			assertEquals(names(expected), names(actual));
			assertArrayEquals(expected.activations("b_relu", picture(4), WIDTH, HEIGHT).values(), actual.activations("b_relu",
				picture(4), WIDTH, HEIGHT).values());
			assertArrayEquals(gradient(expected), gradient(actual));
			assertEquals(expected.fixedBytes(), actual.fixedBytes());
		}
	}

	private static List<String> names(final GradientEngine engine) {
		return engine.layers().stream().map(LayerInfo::name).collect(Collectors.toList());
	}
}
