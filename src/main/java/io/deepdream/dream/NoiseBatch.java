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
package io.deepdream.dream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.ParallelChunks;
import io.deepdream.image.PeriodicView;
import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.params.settings.DreamSettings;

/**
 * Gradient ascent on several pictures from noise, octave by octave, all of them in
 * one run of the network. Each is the picture that {@link Dreamer#fromNoise()} would
 * give alone, unless the gradient couples them.
 */
final class NoiseBatch {

	/** As {@link io.deepdream.engine.ChannelGradients#evaluate} with given weights. */
	interface Gradient {

		double[] evaluate(float[] pixels, int n, int width, int height, float[] gradient);
	}

	/** Notified after every step. */
	interface StepListener {

		/**
		 * @param done share of the work that is done, by the pixels processed
		 * @return whether to continue
		 */
		boolean stepped(double done, int octave, int step, double[] scores);
	}

	private static final class Shift {

		private final int x;
		private final int y;

		Shift(final int x, final int y) {
			this.x = x;
			this.y = y;
		}
	}

	private final DreamSettings settings;
	private final int channels;
	private final Noise start;
	private final int jitter;
	private final List<Size> sizes;
	private final int n;
	private final List<Random> randoms = new ArrayList<>();
	private final List<Picture> noise = new ArrayList<>();
	/** The pictures of the last finished octave, not yet converted for display; null before. */
	private List<Picture> finished;
	private int octavesDone;
	private double[] scores;
	private final boolean[] hasGradient;

	/**
	 * @param sizes as {@link #sizes} returns them
	 * @param channels of the network's input
	 * @param seeds one for each picture
	 * @param jitter largest random shift before each step, in pixels
	 */
	NoiseBatch(final List<Size> sizes, final int channels, final int[] seeds, final int jitter,
		final DreamSettings settings)
	{
		this.sizes = sizes;
		this.channels = channels;
		this.settings = settings;
		this.jitter = jitter;
		start = new Noise(settings.steps(), channels);
		n = seeds.length;
		hasGradient = new boolean[n];
		for (final int seed : seeds) {
			// one generator for each picture, so that a picture does not depend on the others
			final Random random = new Random(seed);
			randoms.add(random);
			noise.add(start.draw(sizes.get(sizes.size() - 1), random));
		}
	}

	/** The sizes of the octaves, without those that are too small for a layer. */
	static List<Size> sizes(final GradientEngine engine, final LayerInfo layer, final DreamSettings settings) {
		final Size full = new Size(settings.noise().width(), settings.noise().height());
		return Octaves.sizes(full, settings.octaves(), 2 * layer.grid(), size -> DreamPlan.hasPositions(engine, layer, size));
	}

	/** Runs until all steps are done, or the listener returns false. */
	void run(final Gradient gradient, final StepListener listener) {
		final double steps = settings.steps().count();
		final double all = sizes.stream().mapToDouble(Size::pixels).sum();
		final Enlargement enlargement = new Enlargement(sizes, false);
		double before = 0;
		for (final Size size : sizes) {
			final double begin = before / all;
			final double cost = size.pixels() / all;
			final List<Picture> octave = new ArrayList<>();
			for (int i = 0; i < n; i++)
				octave.add(enlargement.octave(noise.get(i), finished == null ? null : finished.get(i), octavesDone));
			if (!ascend(octave, size, gradient, step -> listener.stepped(begin + cost * step / steps, octavesDone + 1, step,
				scores))) return;
			finished = octave;
			octavesDone++;
			before += size.pixels();
		}
	}

	private boolean ascend(final List<Picture> octave, final Size size, final Gradient source,
		final IntPredicate continues)
	{
		final int width = size.width();
		final int height = size.height();
		final List<AscentMethod> ascents = new ArrayList<>();
		for (int i = 0; i < n; i++)
			ascents.add(start.ascent(octave.get(i), randoms.get(i)));
		final int values = Picture.values(width, height, channels);
		final float[] pixels = new float[Math.multiplyExact(n, values)];
		final float[] gradient = new float[pixels.length];
		final Shift[] shifts = new Shift[n];
		for (int step = 1; step <= settings.steps().count(); step++) {
			ParallelChunks.parallel(n, i -> {
				final float[] input = ascents.get(i).input();
				shifts[i] = new Shift(Dreamer.shift(randoms.get(i), jitter), Dreamer.shift(randoms.get(i), jitter));
				final float[] shifted = new float[values];
				new PeriodicView(input, width, height, shifts[i].x, shifts[i].y).read(0, 0, width, height, shifted);
				System.arraycopy(shifted, 0, pixels, i * values, values);
			});
			scores = source.evaluate(pixels, n, width, height, gradient);
			ParallelChunks.parallel(n, i -> {
				final float[] shifted = Arrays.copyOfRange(gradient, i * values, (i + 1) * values);
				final float[] own = new float[values];
				new PeriodicView(own, width, height, shifts[i].x, shifts[i].y).add(0, 0, width, height, shifted);
				if (!hasGradient[i]) hasGradient[i] = isNonzero(own);
				ascents.get(i).step(own);
			});
			if (!continues.test(step)) return false;
		}
		return true;
	}

	private static boolean isNonzero(final float[] values) {
		for (final float value : values)
			if (value != 0) return true;
		return false;
	}

	/** Whether any gradient of a picture was other than zero. */
	boolean hasGradient(final int picture) {
		return hasGradient[picture];
	}

	/** The pictures of the last finished octave, 0..255; empty if none was finished. */
	List<Picture> pictures() {
		if (finished == null) return List.of();
		return finished.stream().map(x -> start.toPicture(x.copy())).collect(Collectors.toList());
	}

	int octavesDone() {
		return octavesDone;
	}

	/** The objectives of the last step. */
	double[] scores() {
		return scores;
	}
}
