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
package io.deepdream.engine.tensorflow.load;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

import io.deepdream.PairedTimer;
import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.tensorflow.compile.TensorFlowEngineFactory;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.image.Moments;
import io.deepdream.model.ModelSpec;

/**
 * The loops of TensorFlow's DeepDream tutorial with TensorFlow's unmodified gradient,
 * as a baseline of benchmarks. Only Concat is rewritten, because TensorFlow has no
 * gradient for it. Where TensorFlow's gradient is wrong, so is that of this class.
 */
public final class LiteralLoop implements AutoCloseable {

	private static final int TILE = 512;

	private final GraphDef forward;
	private final String layer;
	private final Graph graph = new Graph();
	private final Session session;

	/** @param channel channel whose mean is maximised; -1 for the mean of the squares of all channels */
	public LiteralLoop(final ModelSpec spec, final String layer, final int channel) {
		this.layer = layer;
		GraphDef read = FrozenGraph.parse(spec.read(), spec.location());
		final String input = FrozenGraph.input(read, spec);
		for (final GraphRewrite rewrite : List.of(new ClearDevices(), new ConcatToV2(), new Prune(List.of(layer))))
			read = rewrite.apply(read);
		forward = read;
		final GraphDef.Builder bound;
		try (Graph before = new Graph()) {
			final Ops tf = Ops.create(before);
			tf.withName("centred").math.sub(tf.withName("picture").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1,
				-1, -1, 3))), tf.constant(spec.mean()));
			bound = before.toGraphDef().toBuilder();
		}
		// tf.import_graph_def(graph_def, {input: centred})
		for (final NodeDef node : forward.getNodeList())
			bound.addNode(!node.getName().equals(input) ? node : Nodes.op("Identity", input, "centred").build());
		graph.importGraphDef(bound.build());
		differentiate(channel);
		session = new Session(graph);
	}

	/**
	 * This project's engine on the same copy of the native library. Threads of a second copy would spin while they wait for
	 * work, and slow down those of the first.
	 */
	public static GradientEngine engine(final ModelSpec spec) {
		return new TensorFlowEngineFactory().open(spec);
	}

	private void differentiate(final int channel) {
		final Ops tf = Ops.create(graph);
		final Output<TFloat32> y = graph.operation(layer).output(0);
		final Operand<TFloat32> objective = channel < 0 ? tf.math.square(y) : tf.slice(y, tf.array(0, 0, 0, channel), tf
			.array(-1, -1, -1, 1));
		final Operand<TFloat32> score = tf.math.mean(objective, tf.array(0, 1, 2, 3));
		tf.withName("score").identity(score);
		final Output<?>[] gradient = graph.addGradients("gradient", new Output<?>[] { score.asOutput() }, new Output<?>[] {
			graph.operation("picture").output(0) }, null);
		tf.withName("gradient_of_picture").identity(typed(gradient[0]));
	}

	@SuppressWarnings("unchecked")
	private static Output<TFloat32> typed(final Output<?> output) {
		return (Output<TFloat32>) output;
	}

	private void gradient(final float[] x, final int w, final int h, final float[] g) {
		try (TFloat32 fed = TFloat32.tensorOf(Shape.of(1, h, w, 3), t -> t.asRawTensor().data().asFloats().write(x, 0, 3 *
			w * h)); Result result = session.runner().feed("picture", fed).fetch("gradient_of_picture").fetch("score").run())
		{
			((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(g, 0, 3 * w * h);
		}
	}

	/** render_naive of the tutorial: one step. */
	public void naive(final float[] x, final int w, final int h, final double step) {
		final float[] g = new float[x.length];
		gradient(x, w, h, g);
		final double rate = step / (Moments.of(g, g.length).std() + 1e-8);
		for (int i = 0; i < x.length; i++)
			x[i] += rate * g[i];
	}

	/** calc_grad_tiled and a step. @return number of pixels that received a gradient; the loop omits some */
	public long tiled(final float[] x, final int w, final int h, final double step, final Random random) {
		final int sx = random.nextInt(TILE);
		final int sy = random.nextInt(TILE);
		final float[] rolled = roll(x, w, h, sx, sy);
		final float[] g = new float[x.length];
		long covered = 0;
		for (int y = 0; y < Math.max(h - TILE / 2, TILE); y += TILE)
			for (int c = 0; c < Math.max(w - TILE / 2, TILE); c += TILE) {
				final int tw = Math.min(TILE, w - c);
				final int th = Math.min(TILE, h - y);
				final float[] sub = new float[3 * tw * th];
				for (int row = 0; row < th; row++)
					System.arraycopy(rolled, 3 * ((y + row) * w + c), sub, 3 * row * tw, 3 * tw);
				final float[] part = new float[sub.length];
				gradient(sub, tw, th, part);
				for (int row = 0; row < th; row++)
					System.arraycopy(part, 3 * row * tw, g, 3 * ((y + row) * w + c), 3 * tw);
				covered += (long) tw * th;
			}
		final float[] back = roll(g, w, h, -sx, -sy);
		double absolute = 0;
		for (final float value : back)
			absolute += Math.abs(value);
		final double rate = step / (absolute / back.length + 1e-7);
		for (int i = 0; i < x.length; i++)
			x[i] += rate * back[i];
		return covered;
	}

	private static float[] roll(final float[] x, final int w, final int h, final int sx, final int sy) {
		final float[] result = new float[x.length];
		for (int y = 0; y < h; y++) {
			final int from = 3 * w * y;
			final int to = 3 * w * Math.floorMod(y + sy, h);
			final int cut = 3 * Math.floorMod(sx, w);
			System.arraycopy(x, from, result, to + cut, 3 * w - cut);
			System.arraycopy(x, from + 3 * w - cut, result, to, cut);
		}
		return result;
	}

	/** Floating point operations of all convolutions, forward and backward, for one image. */
	public double flops(final int w, final int h) {
		final GraphNodes nodes = new GraphNodes(forward);
		final GraphGeometry geometry = new GraphGeometry(new InputConvention("input", new ModelSpec("m", null,
			new java.util.Properties())).apply(forward));
		final Map<String, ReceptiveField> across = geometry.receptiveFields(Axis.WIDTH, w);
		final Map<String, ReceptiveField> down = geometry.receptiveFields(Axis.HEIGHT, h);
		double sum = 0;
		for (final NodeDef node : forward.getNodeList())
			if (node.getOp().equals("Conv2D")) sum += 2.0 * 2 * Arrays.stream(Constants.shape(nodes.constant(node.getInput(
				1)))).mapToDouble(n -> n).reduce(1, (a, b) -> a * b) * across.get(node.getName()).positions() * down.get(node
					.getName()).positions();
		return sum;
	}

	/** Largest rate of the product of two 2048x2048 matrices, in floating point operations per second. */
	public static double gemmPeak() {
		final int n = 2048;
		try (Graph graph = new Graph()) {
			final Ops tf = Ops.create(graph);
			final Placeholder<TFloat32> a = tf.withName("a").placeholder(TFloat32.class, Placeholder.shape(Shape.of(n, n)));
			tf.withName("product").math.mean(tf.linalg.matMul(a, a), tf.array(0, 1));
			final float[] values = new float[n * n];
			Arrays.fill(values, 0.5f);
			double best = 0;
			try (Session session = new Session(graph); TFloat32 fed = TFloat32.tensorOf(Shape.of(n, n), t -> t.asRawTensor()
				.data().asFloats().write(values)))
			{
				for (int i = 0; i < 12; i++) {
					final double time = PairedTimer.milliseconds(() -> session.runner().feed("a", fed).fetch("product").run().close());
					best = Math.max(best, 2.0 * n * n * n / time * 1e3);
				}
			}
			return best;
		}
	}

	@Override
	public void close() {
		session.close();
		graph.close();
	}
}
