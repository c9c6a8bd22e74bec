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
import java.util.List;
import java.util.Random;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.image.ValueRange;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.Optimizer;
import io.deepdream.params.Precision;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.StepSettings;

/**
 * DeepDream (A. Mordvintsev, C. Olah, M. Tyka 2015): gradient ascent on the picture,
 * octave by octave, with the detail carried over by {@link Enlargement}.
 * <p>
 * Full-size arrays at one time: the base, the picture and its gradient, and the last
 * finished octave, smaller by ratio^2, which is the result of a cancelled dream. At
 * the start of an octave, the enlarged detail takes the place of the gradient.
 * </p>
 */
public final class Dreamer {

	private final GradientEngine engine;
	private final Objective objective;
	private final DreamSettings settings;
	private final DreamListener listener;
	private final Random random;
	private final long availableBytes;

	/**
	 * @param objective made for the engine's layers
	 * @param availableBytes native memory for the network
	 */
	public Dreamer(final GradientEngine engine, final Objective objective, final DreamSettings settings,
		final DreamListener listener, final long availableBytes)
	{
		this.availableBytes = availableBytes;
		this.engine = engine;
		this.objective = objective;
		this.settings = settings;
		this.listener = listener;
		// the sequence of java.util.Random is part of its specification, so it is the same on every platform
		random = new Random(settings.seed());
	}

	/**
	 * Java heap that the optimizer needs for each pixel of an RGB picture, in addition to
	 * a plain ascent: the velocity, and the levels of the pyramid.
	 */
	public static int optimizerBytesPerPixel(final StepSettings settings) {
		if (settings.optimizer() == Optimizer.PRECONDITIONED) return 22;
		return settings.optimizer().hasMomentum() ? 12 : 0;
	}

	/** As {@link #fromPicture(Picture, ValueRange)}, within 0..255. */
	public Dream fromPicture(final Picture base) {
		return fromPicture(base, ValueRange.GREY_LEVELS);
	}

	/**
	 * Dreams from a picture.
	 *
	 * @param base with the channels of the network's input; not modified
	 * @param range to which the values of the dream are limited
	 * @throws DreamException if the picture is too small, or the gradient is zero or
	 *           not finite
	 */
	public Dream fromPicture(final Picture base, final ValueRange range) {
		return dream(base, base.size(), null, range);
	}

	/** Dreams from {@link Noise} of the size in the settings. */
	public Dream fromNoise() {
		final Noise noise = new Noise(settings.steps(), engine.inputChannels());
		final Size size = new Size(settings.noise().width(), settings.noise().height());
		final Dream dream = dream(noise.draw(size, random), size, noise, ValueRange.GREY_LEVELS);
		if (dream.picture() != null) noise.toPicture(dream.picture());
		return dream;
	}

	/**
	 * @param noise null for a dream from a picture, whose values are bounded
	 * @param range of the values of a picture
	 */
	private Dream dream(final Picture base, final Size full, final Noise noise, final ValueRange range) {
		requirePositions(engine, objective, full);
		final int requested = settings.octaves().count();
		final List<Size> sizes = Octaves.sizes(full, settings.octaves(), 2 * objective.stride(), size -> objective.layers()
			.stream().allMatch(layer -> hasPositions(engine, layer, size)));
		if (sizes.size() < requested) listener.note("Of " + requested + " octaves only " + sizes.size() +
			" are used: the others would be too small for layer " + objective.layers().get(0).name() + ".");
		final TilePlan plan = new TilePlan(engine, objective, settings.tiles(), sizes, availableBytes);
		if (plan.isReduced()) listener.note("Tiles of " + plan.side() + " pixels are used, because those of " + settings
			.tiles().side() + " would not fit in memory.");
		final Enlargement enlargement = new Enlargement(sizes, isPeriodic());
		Precision precision = settings.precision();
		final List<Double> scores = new ArrayList<>();
		Picture picture = null;
		int done = 0;
		listener.loading("preparing the network...");
		try (GradientFunction function = engine.compile(objective.terms(), precision); ConcurrentTasks tasks =
			new ConcurrentTasks(plan.concurrentTiles()))
		{
			function.warnings().forEach(listener::note);
			precision = function.precision();
			final List<TiledGradient> gradients = new ArrayList<>();
			for (final Size size : sizes)
				gradients.add(new TiledGradient(engine, objective, function, size, plan.tiles(Axis.WIDTH, size.width()), plan
					.tiles(Axis.HEIGHT, size.height()), tasks));
			final Progress progress = new Progress(gradients);
			progress.begin();
			for (final Size size : sizes) {
				final Picture octave = enlargement.octave(base, picture, done);
				if (noise == null) octave.clamp(range);
				progress.octave(done + 1);
				final AscentMethod ascent = noise == null ? new PlainAscent(octave.data(), size, range, settings.steps()) : noise
					.ascent(octave, random);
				ascend(ascent, size, gradients.set(done, null), plan, progress, scores);
				picture = octave;
				done++;
			}
		}
		catch (final Cancelled exc) {
			// the octaves finished before are the result
		}
		catch (final DreamException exc) {
			if (picture == null) throw exc;
			listener.note(exc.getMessage() + " The last finished octave, " + done + " of " + sizes.size() + ", is kept.");
		}
		catch (final OutOfMemoryError exc) {
			final String advice = "Memory ran out in octave " + (done + 1) + " of " + sizes.size() +
				": raise ImageJ's limit (Edit > Options > Memory & Threads, or -Xmx), choose mode=tiled and a smaller tile, or " +
				"crop the image";
			if (picture == null) throw new DreamException(advice + ".", exc);
			listener.note(advice + "; the last finished octave is kept.");
		}
		return new Dream(picture, done, sizes.size(), enlargement, plan.side(), precision, scores, range);
	}

	private boolean isPeriodic() {
		return settings.tiles().isPeriodic();
	}

	/** @throws DreamException if a picture is too small for a layer */
	static void requirePositions(final GradientEngine engine, final Objective objective, final Size size) {
		for (final LayerInfo layer : objective.layers()) {
			if (size.shorterSide() < layer.stride() || !hasPositions(engine, layer, size)) throw new DreamException(
				"The image is " + size + " pixels, too small for layer " + layer.name() + ", which has one position in every " +
					layer.stride() + "x" + layer.stride() + " pixels: enlarge the image, or choose a layer nearer to the input.");
		}
	}

	static boolean hasPositions(final GradientEngine engine, final LayerInfo layer, final Size size) {
		return engine.receptiveField(layer.name(), Axis.WIDTH, size.width()).positions() > 0 && engine.receptiveField(layer
			.name(), Axis.HEIGHT, size.height()).positions() > 0;
	}

	private void ascend(final AscentMethod ascent, final Size size, final TiledGradient source, final TilePlan plan,
		final Progress progress, final List<Double> scores)
	{
		final float[] gradient = new float[Picture.values(size.width(), size.height(), engine.inputChannels())];
		for (int step = 1; step <= settings.steps().count(); step++) {
			progress.step(step);
			final double score = source.evaluate(ascent.input(), shift(size.width(), plan), shift(size.height(), plan),
				gradient, progress);
			progress.score(score);
			scores.add(score);
			requireGradient(gradient);
			ascent.step(gradient);
		}
	}

	/**
	 * By up to a tile along a divided axis, so that tile borders fall elsewhere in each step; otherwise by the jitter. Along
	 * a periodic axis that is no multiple of the stride, the distance between the last and the first position is
	 * smaller than between others, so that a fixed place would become visible: by any shift, even without jitter.
	 */
	private int shift(final int length, final TilePlan plan) {
		if (isPeriodic() && length % objective.stride() != 0) return random.nextInt(length);
		final int jitter = settings.steps().jitter();
		return jitter > 0 && plan.divides(length) ? random.nextInt(plan.side()) : shift(random, jitter);
	}

	/** Uniform within the jitter, in both directions. Without jitter, no random number is drawn. */
	static int shift(final Random random, final int jitter) {
		return jitter == 0 ? 0 : random.nextInt(2 * jitter + 1) - jitter;
	}

	private void requireGradient(final float[] gradient) {
		boolean zero = true;
		for (final float value : gradient) {
			if (!Float.isFinite(value)) throw new DreamException("The gradient of layer " + objective.layers().get(0)
				.name() + " is not finite: choose another layer, or check the mean and scale in the network's properties file.");
			zero &= value == 0;
		}
		if (!zero) return;
		final LayerInfo layer = objective.layers().get(0);
		throw new DreamException("The gradient of layer " + layer.name() +
			" is zero everywhere: this image activates none of the chosen channels; " + (layer.beforeSaturation() != null ? "use " +
				layer.beforeSaturation() + ", which has a gradient there too." : "choose other channels, or another layer."));
	}

	/** Ends a dream between two tiles. */
	private static final class Cancelled extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Cancelled() {
			super(null, null, false, false);
		}
	}

	/** The progress over all octaves, by the pixels that the network has processed. */
	private final class Progress implements TiledGradient.TileListener {

		private final long all;
		private final int octaves;
		private long done;
		private int octave;
		private int step;
		private double score = Double.NaN;

		Progress(final List<TiledGradient> gradients) {
			octaves = gradients.size();
			all = gradients.stream().mapToLong(TiledGradient::pixels).sum() * settings.steps().count();
		}

		/** The network is ready: from now on, time is that of steps. */
		void begin() {
			listener.progress(0, 1, octaves, 1, settings.steps().count(), Double.NaN);
		}

		void octave(final int number) {
			octave = number;
			score = Double.NaN;
		}

		void step(final int number) {
			step = number;
		}

		void score(final double value) {
			score = value;
		}

		@Override
		public void before() {
			if (listener.isCancelled()) throw new Cancelled();
		}

		@Override
		public void after(final long pixels) {
			done += pixels;
			listener.progress((double) done / all, octave, octaves, step, settings.steps().count(), score);
		}
	}
}
