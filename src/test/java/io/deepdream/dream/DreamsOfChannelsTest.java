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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.image.Moments;
import io.deepdream.image.OriginalShares;
import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.image.ValueRange;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.Task;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.MovieSettings;
import io.deepdream.params.settings.ObjectiveSettings;
import io.deepdream.params.settings.VariationSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dreams of networks whose images have one, two or five channels. */
class DreamsOfChannelsTest {

	private static final String LAYER = "c";

	@TempDir
	Path folder;

	private GradientEngine open(final int channels) {
		return Engines.open(new SmallGraphs(11).conv("a", 5, 5, channels, 8, 2, "SAME").relu("b").conv(LAYER, 3, 3, 8, 6, 1, "SAME").save(
			folder, new Properties()));
	}

	private static Objective objective(final GradientEngine engine) {
		return new Objective(ObjectiveSettings.parse(LAYER, "1", ObjectiveType.MEAN), engine.layers());
	}

	private static Dreamer dreamer(final GradientEngine engine, final String options) {
		return new Dreamer(engine, objective(engine), DreamSettings.of(DreamParams.parse(options)), DreamListener.SILENT, Long.MAX_VALUE);
	}

	private static Picture picture(final int width, final int height, final int channels) {
		final Picture picture = Picture.create(width, height, channels);
		for (int i = 0; i < picture.data().length; i++) {
			final int x = i / channels % width;
			final int y = i / channels / width;
			picture.data()[i] = (float) (128 + 60 * Math.sin(0.21 * x + i % channels) * Math.cos(0.13 * y));
		}
		return picture;
	}

	private static double[] bounds(final Picture picture) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (final float value : picture.data()) {
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		return new double[] { min, max };
	}

	private static void assertRises(final List<Double> scores) {
		assertTrue(scores.get(scores.size() - 1) > scores.get(0), scores.toString());
	}

	@ParameterizedTest
	@CsvSource({ "1,smooth=0", "2,smooth=0", "5,smooth=0", "1,smooth=3", "2,smooth=3 optimizer=momentum", "5,smooth=3 optimizer=preconditioned",
		"1,smooth=2 seamless=true" })
	void fromPictures(final int channels, final String options) {
		try (GradientEngine engine = open(channels)) {
			final Picture base = picture(71, 55, channels);
			final Dream whole = dreamer(engine, "octaves=2 iterations=4 step=2 mode=naive jitter=0 " + options).fromPicture(base);
			assertEquals(channels, whole.picture().channels());
			assertEquals(base.size(), whole.picture().size());
			assertRises(whole.scores().subList(4, 8));
			assertTrue(bounds(whole.picture())[0] >= 0 && bounds(whole.picture())[1] <= 255);
			final Dream tiled = dreamer(engine, "octaves=2 iterations=4 step=2 mode=tiled tile=32 overlap=exact jitter=0 " + options)
				.fromPicture(base);
			assertArrayEquals(whole.picture().data(), tiled.picture().data(), 0.02f);
		}
	}

	/** Gray noise for a network of one channel: all values differ, none is triple. */
	@ParameterizedTest
	@CsvSource({ "1,0", "1,3", "2,0", "2,3", "5,3" })
	void fromNoise(final int channels, final int smooth) {
		try (GradientEngine engine = open(channels)) {
			final Dream dream = dreamer(engine, "start=noise width=64 height=48 octaves=2 iterations=6 step=2 jitter=4 mode=naive smooth=" +
				smooth).fromNoise();
			assertEquals(channels, dream.picture().channels());
			assertEquals(channels * 64 * 48, dream.picture().data().length);
			assertRises(dream.scores().subList(6, 12));
			assertTrue(bounds(dream.picture())[0] >= 0 && bounds(dream.picture())[1] <= 255);
			for (int c = 0; c < channels; c++) {
				final float[] own = new float[64 * 48];
				for (int i = 0; i < own.length; i++)
					own[i] = dream.picture().data()[i * channels + c];
				assertTrue(Moments.of(own, own.length).std() > 1, "channel " + c);
			}
		}
	}

	/** Each channel of noise is drawn by itself, so that one channel is the sequence of the generator. */
	@Test
	void grayNoise() {
		final DreamSettings settings = DreamSettings.of(DreamParams.parse("start=noise smooth=0"));
		final float[] noise = new Noise(settings.steps(), 1).draw(new Size(5, 4), new Random(3)).data();
		final Random random = new Random(3);
		assertEquals(20, noise.length);
		for (final float value : noise)
			assertEquals(100 + random.nextFloat(), value);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void variationsAndChannels(final int channels) {
		try (GradientEngine engine = open(channels)) {
			final DreamParams params = DreamParams.parse("start=noise octaves=2 iterations=3 width=48 height=40 smooth=2 seed=7 jitter=3 " +
				"variations=2 diversity=0");
			final List<Dream> dreams = new Variations(engine, objective(engine), DreamSettings.of(params), VariationSettings.of(params),
				DreamListener.SILENT, Long.MAX_VALUE).run();
			final Dream alone = dreamer(engine, "start=noise mode=naive octaves=2 iterations=3 width=48 height=40 smooth=2 seed=8 jitter=3")
				.fromNoise();
			assertArrayEquals(alone.picture().data(), dreams.get(1).picture().data(), 0.1f);
			final LayerInfo layer = engine.layers().get(engine.layers().size() - 1);
			final List<Picture> pictures = new ArrayList<>();
			assertTrue(new ChannelRenderer(engine, layer, DreamSettings.of(DreamParams.of(Task.ATLAS).withOptions(
				"width=48 height=40 iterations=3")), DreamListener.SILENT, List.of(), Long.MAX_VALUE).run(List.of(0, 1, 2), (channel,
					picture, score, origin) -> pictures.add(picture)));
			assertEquals(3, pictures.size());
			for (final Picture picture : pictures)
				assertEquals(channels, picture.channels());
			assertFalse(Arrays.equals(pictures.get(0).data(), pictures.get(1).data()));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void movies(final int channels) {
		try (GradientEngine engine = open(channels)) {
			final DreamParams params = DreamParams.of(Task.MOVIE).withOptions("frames=2 iterations=2 octaves=1 zoom=1.1");
			final List<Picture> frames = new ArrayList<>();
			final Picture first = picture(60, 44, channels);
			new ZoomMovie(engine, objective(engine), DreamSettings.of(params), MovieSettings.of(params), new OriginalShares(0.2, false),
				DreamListener.SILENT, Long.MAX_VALUE).run(first, first, 1, ValueRange.GREY_LEVELS, frames::add);
			assertEquals(2, frames.size());
			for (final Picture frame : frames) {
				assertEquals(channels, frame.channels());
				assertEquals(first.size(), frame.size());
			}
		}
	}

	/** Of an image that was normalised by its own values: as far beyond 0..255 as the image itself. */
	@Test
	void valuesBeyondGreyLevels() {
		try (GradientEngine engine = open(1)) {
			final Picture base = picture(64, 48, 1);
			for (int i = 0; i < base.data().length; i++)
				base.data()[i] = 3 * base.data()[i] - 240;
			final double[] given = bounds(base);
			assertTrue(given[0] < -20 && given[1] > 270, Arrays.toString(given));
			final String options = "octaves=2 iterations=20 step=8 mode=naive";
			final double[] dreamed = bounds(dreamer(engine, options).fromPicture(base, ValueRange.including(base)).picture());
			assertEquals(given[0], dreamed[0], 1e-3);
			assertEquals(given[1], dreamed[1], 1e-3);
			final double[] fixed = bounds(dreamer(engine, options).fromPicture(base).picture());
			assertTrue(fixed[0] >= 0 && fixed[1] == 255, Arrays.toString(fixed));
			final Dreamer cancelled = new Dreamer(engine, objective(engine), DreamSettings.of(DreamParams.parse(options)), new DreamListener() {

				private int calls;

				@Override
				public boolean isCancelled() {
					return ++calls > 25;
				}
			}, Long.MAX_VALUE);
			final Dream first = cancelled.fromPicture(base, ValueRange.including(base));
			assertEquals(1, first.octavesDone());
			final double[] enlarged = bounds(first.enlarged(base));
			assertTrue(enlarged[0] < -20 && enlarged[0] >= given[0] && enlarged[1] > 270 && enlarged[1] <= given[1], Arrays.toString(
				enlarged));
		}
	}
}
