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
 * A student being trained: weights, optimiser and pictures, moved on by steps. A
 * step's random numbers follow from its number, so that a training that was
 * stopped goes on as if it had not been.
 */
final class Training {

	/** Batches of fresh crops, and rows of each, that the adapters are fitted to. */
	private static final int FITTED = 24;
	private static final int ROWS = 250;

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
	 * @param rate Adam's highest rate; it rises over the first steps, then falls along
	 *          half a cosine to a hundredth
	 * @param steps after which it has fallen
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

	/** The adapters begin as the best linear maps, so that the first steps do not bend the student for nothing. */
	void fitAdapters() {
		final Random random = new Random(seed);
		final List<int[]> shapes = adapterShapes();
		final List<LinearMap> maps = new ArrayList<>();
		for (int b = 0; b < distillation.blocks().size(); b++)
			maps.add(new LinearMap(shapes.get(2 * b)[2], shapes.get(2 * b)[3]));
		final Distillation.Settings settings = distillation.settings();
		for (int k = 0; k < FITTED; k++) {
			final List<float[]> features = distillation.features(weights, crops.batch(settings.pictures, settings.side,
				random));
			for (int b = 0; b < maps.size(); b++) {
				final int ins = shapes.get(2 * b)[2];
				final int outs = shapes.get(2 * b)[3];
				final float[] to = features.get(2 * b);
				final int rows = to.length / outs;
				for (int i = 0; i < Math.min(rows, ROWS); i++) {
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
		// neighbouring seeds begin alike in Random
		batch.prepare(crops, new Random(new SplittableRandom(seed * 1_000_003 + done()).nextLong()));
		final Distillation.Step result = distillation.step(weights, batch.pictures, batch.objectives, batch.channels,
			batch.climbers);
		final double warm = Math.min(1, (done() + 1.0) / warmUp);
		final double fallen = 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, (double) done() / steps));
		adam.step(weights, result.gradients, rate * warm * (0.01 + 0.99 * fallen));
		batch.advance(result.next);
		seconds += (System.nanoTime() - start) / 1e9;
		return result;
	}

	/** The block that a picture of the batch climbs; the number of blocks where it climbs a matched channel. */
	int objective(final int picture) {
		final int blocks = distillation.blocks().size();
		for (int b = 0; b < blocks; b++)
			if (batch.objectives[picture * blocks + b] != 0) return b;
		return blocks;
	}

	/** Steps since the very beginning. */
	int done() {
		return adam.steps;
	}

	/** Seconds spent in them. */
	double seconds() {
		return seconds;
	}

	/** The student as it is now, a frozen graph. */
	byte[] frozen() {
		return student.with(weights.subList(0, student.shapes().size()));
	}

	void save(final Path file) throws IOException {
		Checkpoint.save(file, weights, adam, batch, seconds);
	}

	/** @throws IOException if the file is no checkpoint of such a training */
	void resume(final Path file) throws IOException {
		seconds = Checkpoint.load(file, weights, adam, batch);
	}
}
