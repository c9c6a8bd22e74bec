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
import java.util.Optional;

import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;
import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.settings.DreamSettings;

/**
 * Renders pictures of a layer's channels, each independently from the same noise,
 * several in one run of the network: naive without smoothing, decorrelated with it.
 */
public final class ChannelRenderer {

	/** Part of the name of every cached picture: increases when the same parameters give other pixels. */
	public static final int VERSION = 4;

	/** Pictures in one run: more are not faster on a processor, and the first ones would appear later. */
	public static final int BATCH = 8;

	/** What a picture was started from. A channel behind a ReLU may have no gradient from noise. */
	public enum Origin {
		NOISE(""), OTHER_SEED("from noise of another seed"), SAMPLE("from a sample picture"), NONE("no gradient from noise");

		private final String note;

		Origin(final String note) {
			this.note = note;
		}

		/** For the user; empty for ordinary pictures. */
		public String note() {
			return note;
		}
	}

	/** Receives each finished picture. */
	public interface PictureConsumer {

		/**
		 * @param picture 0..255, with the channels of the network's input
		 * @param score mean activation of the channel before the last step
		 */
		void rendered(int channel, Picture picture, double score, Origin origin);
	}

	private final GradientEngine engine;
	private final LayerInfo layer;
	private final DreamSettings settings;
	private final DreamListener listener;
	private final SampleStart samples;
	private final List<Size> sizes;
	private final int batchSize;

	/**
	 * @param samples pictures from which channels without a gradient from noise are
	 *          started; may be empty
	 * @param availableBytes native memory for the network
	 * @throws DreamException if a single picture does not fit in memory
	 */
	public ChannelRenderer(final GradientEngine engine, final LayerInfo layer, final DreamSettings settings,
		final DreamListener listener, final List<Picture> samples, final long availableBytes)
	{
		this(engine, layer, settings, listener, samples, availableBytes, BATCH);
	}

	/** @param maxBatch largest number of channels in one run, if memory allows */
	ChannelRenderer(final GradientEngine engine, final LayerInfo layer, final DreamSettings settings,
		final DreamListener listener, final List<Picture> samples, final long availableBytes, final int maxBatch)
	{
		this.engine = engine;
		this.layer = layer;
		this.settings = settings;
		this.listener = listener;
		sizes = NoiseBatch.sizes(engine, layer, settings);
		final Size full = sizes.get(sizes.size() - 1);
		final MemoryLimit limit = new MemoryLimit(engine, List.of(new Term(layer.name(), new float[layer.channels()],
			Term.MEAN)), availableBytes);
		int fitting = maxBatch;
		while (fitting > 1 && !limit.fits(full.width(), full.height(), fitting))
			fitting--;
		if (!limit.fits(full)) throw limit.exceeded(full.width(), full.height(), "make the pictures smaller");
		batchSize = fitting;
		this.samples = new SampleStart(engine, layer, settings, listener, samples, availableBytes);
	}

	/**
	 * Renders channels until all are done or the listener cancels.
	 *
	 * @return whether all were rendered
	 */
	public boolean run(final List<Integer> channels, final PictureConsumer consumer) {
		listener.loading("preparing the network...");
		try (ChannelGradients gradients = engine.compileChannels(layer.name(), Term.MEAN, 0)) {
			gradients.warnings().forEach(listener::note);
			for (int from = 0; from < channels.size(); from += batchSize)
				if (listener.isCancelled() || !render(gradients, channels, from, consumer)) return false;
		}
		return true;
	}

	/** Renders the next batch of the channels. */
	private boolean render(final ChannelGradients gradients, final List<Integer> all, final int from,
		final PictureConsumer consumer)
	{
		final List<Integer> channels = all.subList(from, Math.min(all.size(), from + batchSize));
		final int n = channels.size();
		listener.progress((double) from / all.size(), 1, sizes.size(), 1, settings.steps().count(), Double.NaN);
		final NoiseBatch batch = fromNoise(gradients, channels, settings.seed(), (done, octave, step, scores) -> {
			listener.progress((from + n * done) / all.size(), octave, sizes.size(), step, settings.steps().count(),
				scores[0]);
			return !listener.isCancelled();
		});
		if (batch.octavesDone() < sizes.size()) return false;
		final List<Picture> pictures = batch.pictures();
		final List<Integer> withoutGradient = new ArrayList<>();
		for (int i = 0; i < n; i++)
			if (batch.hasGradient(i)) consumer.rendered(channels.get(i), pictures.get(i), batch.scores()[i], Origin.NOISE);
			else withoutGradient.add(channels.get(i));
		return withoutGradient.isEmpty() || renderAgain(gradients, withoutGradient, consumer);
	}

	/** Starts channels without a gradient from noise of another seed, then from a sample picture. */
	private boolean renderAgain(final ChannelGradients gradients, final List<Integer> channels,
		final PictureConsumer consumer)
	{
		final NoiseBatch batch = fromNoise(gradients, channels, settings.seed() + 1, (done, octave, step, scores) -> !listener
			.isCancelled());
		if (batch.octavesDone() < sizes.size()) return false;
		for (int i = 0; i < channels.size(); i++) {
			final int channel = channels.get(i);
			if (batch.hasGradient(i)) {
				consumer.rendered(channel, batch.pictures().get(i), batch.scores()[i], Origin.OTHER_SEED);
				continue;
			}
			final Optional<Dream> dream = samples.dream(channel);
			if (listener.isCancelled()) return false;
			if (dream.isPresent()) consumer.rendered(channel, dream.get().picture(), last(dream.get().scores()), Origin.SAMPLE);
			else consumer.rendered(channel, batch.pictures().get(i), 0, Origin.NONE);
		}
		return true;
	}

	private static double last(final List<Double> scores) {
		return scores.get(scores.size() - 1);
	}

	/** Ascends one channel in each picture. */
	private NoiseBatch fromNoise(final ChannelGradients gradients, final List<Integer> channels, final int seed,
		final NoiseBatch.StepListener steps)
	{
		final int n = channels.size();
		final float[] weights = new float[n * layer.channels()];
		for (int i = 0; i < n; i++)
			weights[i * layer.channels() + channels.get(i)] = 1;
		final int[] seeds = new int[n];
		Arrays.fill(seeds, seed);
		final NoiseBatch batch = new NoiseBatch(sizes, engine.inputChannels(), seeds, 0, settings);
		batch.run((pixels, count, w, h, gradient) -> gradients.evaluate(pixels, count, w, h, weights, gradient), steps);
		return batch;
	}
}
