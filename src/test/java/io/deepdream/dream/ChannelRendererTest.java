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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.deepdream.ChannelMeans;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Moments;
import io.deepdream.image.Picture;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.Task;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.ObjectiveSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the embedded network. */
class ChannelRendererTest {

	private static final String LAYER = "mixed4a_3x3_bottleneck_pre_relu";

	private static GradientEngine engine;
	private static LayerInfo layer;

	@BeforeAll
	static void open() {
		engine = Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED));
		layer = engine.layers().stream().filter(l -> l.name().equals(LAYER)).findFirst().get();
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static DreamSettings atlas(final String options) {
		return DreamSettings.of(DreamParams.of(Task.ATLAS).withOptions(options));
	}

	private static Map<Integer, float[]> render(final String options, final Integer... channels) {
		final Map<Integer, float[]> pictures = new TreeMap<>();
		assertTrue(new ChannelRenderer(engine, layer, atlas("width=64 height=48 " + options),
			DreamListener.SILENT, List.of(), Long.MAX_VALUE).run(List.of(channels), (channel, picture, score, origin) -> pictures.put(channel,
				picture.data())));
		return pictures;
	}

	@Test
	void aPictureDoesNotDependOnTheRestOfItsBatch() {
		for (final String smooth : new String[] { "0", "4" }) {
			final Map<Integer, float[]> nine = render("iterations=3 smooth=" + smooth, 0, 1, 2, 3, 4, 5, 6, 7, 8);
			assertEquals(9, nine.size());
			assertArrayEquals(nine.get(5), render("iterations=3 smooth=" + smooth, 5).get(5), 1e-3f);
			assertArrayEquals(nine.get(8), render("iterations=3 smooth=" + smooth, 5, 8).get(8), 1e-3f);
		}
	}

	/** For each channel, with and without octaves, naive and decorrelated. */
	@Test
	void picturesEqualThoseOfRenderFromNoise() {
		for (final String options : new String[] { "smooth=0 iterations=4 step=1 octaves=1 optimizer=plain",
			"smooth=4 iterations=2 step=2.5 octaves=2 ratio=1.5 optimizer=momentum" })
		{
			final Objective objective = new Objective(ObjectiveSettings.parse(LAYER, "5", ObjectiveType.MEAN), engine.layers());
			final Dream single = new Dreamer(engine, objective, DreamSettings.of(DreamParams.parse(
				"start=noise mode=naive jitter=0 width=64 height=48 " + options)), DreamListener.SILENT, Long.MAX_VALUE)
					.fromNoise();
			assertArrayEquals(single.picture().data(), render(options, 4, 5, 6).get(5), 0.05f);
		}
	}

	/** The mean activation of a channel is largest for its own picture. */
	@Test
	void eachPictureActivatesItsOwnChannelMost() {
		final Integer[] channels = { 3, 10, 17, 24, 31, 38 };
		final Map<Integer, float[]> pictures = render("iterations=20", channels);
		for (final int channel : channels) {
			int best = -1;
			double most = Double.NEGATIVE_INFINITY;
			for (final int picture : channels) {
				final double score = ChannelMeans.of(engine.activations(LAYER, pictures.get(picture), 64,
					48))[channel];
				if (score > most) {
					most = score;
					best = picture;
				}
			}
			assertEquals(channel, best);
		}
	}

	@Test
	void decorrelatedPicturesStayInRangeWithoutClipping() {
		for (final float value : render("iterations=20", 7).get(7))
			assertTrue(value > 0 && value < 255);
	}

	/** Neighbouring pixels differ less, in the mean over some channels. */
	@Test
	void decorrelatedPicturesAreSmootherThanNaiveOnes() {
		double decorrelated = 0;
		double naive = 0;
		for (final int channel : new int[] { 1, 7, 20, 50 }) {
			decorrelated += roughness(render("iterations=20", channel).get(channel));
			naive += roughness(render("octaves=1 iterations=20 step=1 smooth=0 optimizer=plain", channel).get(channel));
		}
		assertTrue(decorrelated < 0.65 * naive, decorrelated + " and " + naive);
	}

	private static double roughness(final float[] data) {
		double sum = 0;
		int n = 0;
		for (int i = 3; i < data.length; i++)
			if (i / 3 % 64 != 0) {
				sum += Math.pow(data[i] - data[i - 3], 2);
				n++;
			}
		return Math.sqrt(sum / n) / Moments.of(data, data.length).std();
	}

	@Test
	void cancelsWithinAStepAndKeepsFinishedChannels() {
		final List<Integer> finished = new ArrayList<>();
		final double[] progress = { 0 };
		final DreamListener listener = new DreamListener() {

			@Override
			public boolean isCancelled() {
				return progress[0] > 0.6;
			}

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				assertTrue(done >= progress[0]);
				progress[0] = done;
			}
		};
		final List<Integer> channels = new ArrayList<>();
		for (int i = 0; i < 16; i++)
			channels.add(i);
		assertFalse(new ChannelRenderer(engine, layer, atlas("width=32 height=32 iterations=10"), listener, List.of(),
			Long.MAX_VALUE).run(channels, (channel, picture, score, origin) -> finished
				.add(channel)));
		assertEquals(channels.subList(0, 8), finished);
		assertTrue(progress[0] < 0.75);
	}

	@Test
	void picturesThatDoNotFitInMemoryAreRefused() {
		assertTrue(assertThrows(DreamException.class, () -> new ChannelRenderer(engine, layer, atlas(
			"width=3000 height=3000"), DreamListener.SILENT, List.of(), 1L << 29)).getMessage().contains("smaller"));
	}

	/** Channel 9 of mixed4c is behind a ReLU that is zero for noise; the next one is not. */
	@Test
	void channelsWithoutAGradientFromNoiseStartFromASample() {
		final LayerInfo mixed4c = engine.layers().stream().filter(l -> l.name().equals("mixed4c")).findFirst().get();
		final Picture stripes = Picture.create(128, 128);
		for (int i = 0; i < stripes.data().length; i++)
			stripes.data()[i] = 127 + 120 * (float) Math.sin(0.3 * (i / 3 % 128) + i % 3) * (float) Math.sin(0.2 * (i / 3 / 128));
		final Map<Integer, ChannelRenderer.Origin> with = origins(mixed4c, List.of(stripes), 9, 8);
		assertEquals(Map.of(9, ChannelRenderer.Origin.SAMPLE, 8, ChannelRenderer.Origin.NOISE), with);
		final Map<Integer, ChannelRenderer.Origin> without = origins(mixed4c, List.of(), 9, 8);
		assertEquals(Map.of(9, ChannelRenderer.Origin.NONE, 8, ChannelRenderer.Origin.NOISE), without);
	}

	private static Map<Integer, ChannelRenderer.Origin> origins(final LayerInfo layer, final List<Picture> samples,
		final Integer... channels)
	{
		final Map<Integer, ChannelRenderer.Origin> origins = new TreeMap<>();
		assertTrue(new ChannelRenderer(engine, layer, atlas("width=128 height=128 iterations=4"), DreamListener.SILENT, samples,
			Long.MAX_VALUE).run(List.of(channels), (channel, picture, score, origin) -> {
				origins.put(channel, origin);
				assertEquals(origin == ChannelRenderer.Origin.NONE, score == 0, "channel " + channel + ", score " + score);
			}));
		return origins;
	}
}
