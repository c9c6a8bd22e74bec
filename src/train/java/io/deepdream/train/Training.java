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
package io.deepdream.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import io.deepdream.train.network.Distillation;
import io.deepdream.train.network.Student;

/**
 * The training of a student: weights, optimiser and images. The random numbers of a step
 * are seeded by its number, so that a training can be stopped and resumed without a
 * difference.
 */
final class Training {

	/** Batches of new crops to which the adapters are fitted. */
	private static final int FIT_BATCHES = 24;
	/** Positions of each of these batches. */
	private static final int FIT_ROWS = 250;

	private final Distillation distillation;
	private final Student student;
	private final Crops crops;
	private final double rate;
	private final int steps;
	private final int warmUp;
	private final long seed;
	private final DreamingBatch batch;
	private final List<float[]> weights;
	private final Adam adam;
	private double seconds;

	/**
	 * @param rate maximum learning rate; it rises over the first steps, then decays along half
	 *          a cosine to a hundredth
	 * @param steps after which the decay ends
	 */
	Training(final Distillation distillation, final Student student, final Crops crops, final double rate,
		final int steps, final int warmUp, final long seed)
	{
		this.distillation = distillation;
		this.student = student;
		this.crops = crops;
		this.rate = rate;
		this.steps = steps;
		this.warmUp = warmUp;
		this.seed = seed;
		final Distillation.Settings settings = distillation.settings();
		batch = new DreamingBatch(settings.pictures, settings.side, distillation.blocks().size(), distillation
			.matchedChannels());
		weights = new ArrayList<>(student.weights());
		for (final int[] shape : adapterShapes())
			weights.add(new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)]);
		adam = new Adam(weights);
	}

	private List<int[]> adapterShapes() {
		final List<int[]> all = new ArrayList<>(distillation.parameters().values());
		return all.subList(student.shapes().size(), all.size());
	}

	/** Initialises the adapters with the best affine maps, so that bad adapters do not distort the student in the first steps. */
	void fitAdapters() {
		final Random random = new Random(seed);
		final List<int[]> shapes = adapterShapes();
		final List<LinearMap> maps = new ArrayList<>();
		for (int b = 0; b < distillation.blocks().size(); b++)
			maps.add(new LinearMap(shapes.get(2 * b)[2], shapes.get(2 * b)[3]));
		final Distillation.Settings settings = distillation.settings();
		for (int k = 0; k < FIT_BATCHES; k++) {
			final List<float[]> features = distillation.features(weights, crops.batch(settings.pictures, settings.side,
				random));
			for (int b = 0; b < maps.size(); b++) {
				final int ins = shapes.get(2 * b)[2];
				final int outs = shapes.get(2 * b)[3];
				final float[] to = features.get(2 * b);
				final int rows = to.length / outs;
				for (int i = 0; i < Math.min(rows, FIT_ROWS); i++) {
					final int row = random.nextInt(rows);
					maps.get(b).add(features.get(2 * b + 1), row * ins, to, row * outs);
				}
			}
		}
		final int first = student.shapes().size();
		for (int b = 0; b < maps.size(); b++)
			maps.get(b).solve(weights.get(first + 2 * b), weights.get(first + 2 * b + 1));
	}

	/** Trains on one batch. */
	Distillation.Step step() {
		final long start = System.nanoTime();
		// similar seeds give similar first values of Random
		batch.prepare(crops, new Random(new SplittableRandom(seed * 1_000_003 + done()).nextLong()));
		final Distillation.Step result = distillation.step(weights, batch.pictures, batch.objectives, batch.channels,
			batch.stepSizes);
		final double warming = Math.min(1, (done() + 1.0) / warmUp);
		final double decay = 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, (double) done() / steps));
		adam.step(weights, result.gradients, rate * warming * (0.01 + 0.99 * decay));
		batch.advance(result.next);
		seconds += (System.nanoTime() - start) / 1e9;
		return result;
	}

	/** Index of the block that is the objective of an image; the number of blocks if it is a matched channel. */
	int objective(final int picture) {
		final int blocks = distillation.blocks().size();
		for (int b = 0; b < blocks; b++)
			if (batch.objectives[picture * blocks + b] != 0) return b;
		return blocks;
	}

	/** Steps since the start of the training. */
	int done() {
		return adam.steps;
	}

	/** Duration of all steps, in seconds. */
	double seconds() {
		return seconds;
	}

	/** The current student as a frozen graph. */
	byte[] frozen() {
		return student.with(weights.subList(0, student.shapes().size()));
	}

	void save(final Path file) throws IOException {
		Checkpoint.save(file, weights, adam, batch, seconds);
	}

	/** @throws IOException if the file is not a checkpoint of such a training */
	void resume(final Path file) throws IOException {
		seconds = Checkpoint.load(file, weights, adam, batch);
	}
}
