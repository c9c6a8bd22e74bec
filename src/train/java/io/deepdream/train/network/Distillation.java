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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

import io.deepdream.model.ModelSpec;

/**
 * One step of distillation as one graph. Its input is a batch of images; its outputs are
 * the losses, their gradients with respect to the student's weights, and each image after
 * its next dream step.
 * <p>
 * The loss is a sum of two. The first compares features: at every block, the squared
 * error of an affine map of the student's activations (the adapter, discarded after the
 * training) relative to the variance of the teacher's. The second compares directions of
 * dreaming: 1 - cosine between the student's and the teacher's gradient, with respect to
 * the image, of the image's objective. The derivative of the cosine with respect to the
 * weights is that of a directional derivative, which a central difference between two
 * images approximates, so that no second derivatives are needed.
 * </p>
 */
public final class Distillation implements AutoCloseable {

	/** The outputs of a step. */
	public static final class Step {

		/** Relative squared error of each block, and of the matched layer at the end. */
		public float[] errors;
		/** Cosine between the two gradients for each image. */
		public float[] cosines;
		/** The images after one dream step. */
		public float[] next;
		/** Gradients with respect to the student's weights, then to the adapters' kernels and biases. */
		public List<float[]> gradients;
	}

	private final Settings settings;
	private final List<String> blocks;
	private final DistillationGraph built;
	private final Graph graph;
	private final Session session;

	/**
	 * @param blocks layers whose features are matched through adapters, and whose
	 *          mean square can be an objective
	 * @param matched a layer whose channels are matched one to one, or null
	 */
	public Distillation(final ModelSpec teacher, final Student student, final ModelSpec studentSpec,
		final List<String> blocks, final String matched, final Settings settings)
	{
		this.settings = settings;
		this.blocks = List.copyOf(blocks);
		built = new DistillationGraph(teacher, student, studentSpec, this.blocks, matched, settings);
		graph = new Graph();
		graph.importGraphDef(built.graph());
		final ConfigProto.Builder config = ConfigProto.newBuilder();
		if (settings.threads > 0) config.setIntraOpParallelismThreads(settings.threads).setInterOpParallelismThreads(1);
		session = new Session(graph, config.build());
	}

	public Settings settings() {
		return settings;
	}

	public List<String> blocks() {
		return blocks;
	}

	/** Names and shapes of all trained parameters: the student's weights, then the adapters'. */
	public Map<String, int[]> parameters() {
		return built.parameters();
	}

	/** Length of a row of the channels table. */
	public int matchedChannels() {
		return built.matchedChannels();
	}

	/**
	 * @param weights one array for each of {@link #parameters()}
	 * @param pictures RGB 0..255, [n, side, side, 3]
	 * @param objectives [n, blocks]: weight of each block's mean square in an image's objective
	 * @param channels [n, matched channels]: weight of each matched channel in it
	 * @param stepSizes [n, 2]: step along the teacher's and the student's gradient, in grey
	 *          levels
	 */
	public Step step(final List<float[]> weights, final float[] pictures, final float[] objectives,
		final float[] channels, final float[] stepSizes)
	{
		final Step step = new Step();
		final List<float[]> results = run(weights, pictures, objectives, channels, stepSizes, built.stepNames());
		step.errors = results.get(0);
		step.cosines = results.get(1);
		step.next = results.get(2);
		step.gradients = results.subList(3, results.size());
		return step;
	}

	/** The teacher's and the student's activations at each block, alternating; [n, h, w, c] each. */
	public List<float[]> features(final List<float[]> weights, final float[] pictures) {
		final int n = settings.pictures;
		return run(weights, pictures, new float[n * blocks.size()], new float[n * matchedChannels()], new float[2 * n],
			built.featureNames());
	}

	private List<float[]> run(final List<float[]> weights, final float[] pictures, final float[] objectives,
		final float[] channels, final float[] stepSizes, final List<String> names)
	{
		final List<TFloat32> fed = new ArrayList<>();
		try {
			final Session.Runner runner = session.runner();
			final int n = settings.pictures;
			feed(runner, fed, DistillationGraph.PICTURES, pictures, n, settings.side, settings.side, 3);
			feed(runner, fed, DistillationGraph.OBJECTIVES, objectives, n, blocks.size());
			feed(runner, fed, DistillationGraph.CHANNELS, channels, n, matchedChannels());
			feed(runner, fed, DistillationGraph.STEP_SIZES, stepSizes, n, 2);
			int i = 0;
			for (final Map.Entry<String, int[]> parameter : parameters().entrySet())
				feed(runner, fed, parameter.getKey(), weights.get(i++), parameter.getValue());
			names.forEach(runner::fetch);
			final List<float[]> results = new ArrayList<>();
			try (Result result = runner.run()) {
				for (int k = 0; k < names.size(); k++)
					results.add(Tensors.values((TFloat32) result.get(k)));
			}
			return results;
		}
		finally {
			fed.forEach(TFloat32::close);
		}
	}

	private static void feed(final Session.Runner runner, final List<TFloat32> fed, final String name,
		final float[] values, final int... shape)
	{
		final TFloat32 tensor = TFloat32.tensorOf(Shape.of(Arrays.stream(shape).asLongStream().toArray()), t -> t
			.asRawTensor().data().asFloats().write(values));
		fed.add(tensor);
		runner.feed(name, tensor);
	}

	@Override
	public void close() {
		session.close();
		graph.close();
	}

	/** Options of a {@link Distillation}. */
	public static final class Settings {

		/** Pictures in a batch. */
		public int pictures = 16;
		/** Side of each, pixels. */
		public int side = 160;
		/** Whether the networks compute in bfloat16. */
		public boolean half = true;
		/** Weight of 1 - cosine relative to the sum of the blocks' errors. */
		public float directionWeight = 4;
		/** Distance of the two images of a central difference from the one between them, in grey levels (rms). */
		public float offset = 0.75f;
		/** Threads for one operation; 0 = all. */
		public int threads;
	}
}
