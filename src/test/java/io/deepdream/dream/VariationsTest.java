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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.deepdream.GramMatrices;
import io.deepdream.engine.Activations;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.ObjectiveSettings;
import io.deepdream.params.settings.VariationSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the embedded network. */
class VariationsTest {

	private static final String LAYER = "mixed4a_3x3_bottleneck_pre_relu";

	private static GradientEngine engine;

	@BeforeAll
	static void open() {
		engine = Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED));
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static DreamParams params(final String options) {
		return DreamParams.parse("start=noise octaves=2 ratio=1.5 width=64 height=48 channels=5 layer=" + LAYER)
			.withOptions(options);
	}

	private static Objective objective(final DreamParams params) {
		return new Objective(ObjectiveSettings.of(params), engine.layers());
	}

	private static Variations variations(final DreamParams params, final DreamListener listener, final long available) {
		return new Variations(engine, objective(params), DreamSettings.of(params), VariationSettings.of(params), listener,
			available);
	}

	private static List<Dream> run(final String options) {
		final DreamParams params = params(options);
		return variations(params, DreamListener.SILENT, Long.MAX_VALUE).run();
	}

	/** With jitter, several octaves, squares and smoothing. */
	@ParameterizedTest
	@CsvSource({ "iterations=3 jitter=5 seed=7", "iterations=2 jitter=0 smooth=3 optimizer=momentum seed=7",
		"iterations=2 jitter=3 channels=all objective=square seed=7" })
	void withoutDiversityEachVariationEqualsTheDreamOfItsSeed(final String options) {
		final List<Dream> dreams = run(options + " variations=3 diversity=0");
		final DreamParams alone = params(options + " mode=naive").with(Parameter.SEED, 9);
		final Dream single = new Dreamer(engine, objective(alone), DreamSettings.of(alone), DreamListener.SILENT,
			Long.MAX_VALUE).fromNoise();
		assertEquals(3, dreams.size());
		assertArrayEquals(single.picture().data(), dreams.get(2).picture().data(), 0.1f);
		assertEquals(single.scores().get(3), dreams.get(2).scores().get(3), 1e-3 * Math.abs(single.scores().get(3)));
	}

	private static double similarity(final List<Dream> dreams) {
		final List<Activations> activations = dreams.stream().map(dream -> engine.activations(LAYER, dream.picture().data(),
			64, 48)).collect(Collectors.toList());
		final List<Double> similarities = new ArrayList<>();
		for (int i = 0; i < activations.size(); i++)
			for (int j = 0; j < i; j++)
				similarities.add(GramMatrices.similarity(activations.get(i), activations.get(j)));
		return mean(similarities);
	}

	private static double mean(final List<Double> numbers) {
		return numbers.stream().mapToDouble(x -> x).average().getAsDouble();
	}

	private static double lastScore(final List<Dream> dreams) {
		return mean(dreams.stream().map(dream -> dream.scores().get(dream.scores().size() - 1)).collect(Collectors.toList()));
	}

	/** With the default diversity, for several channels, naive and decorrelated. */
	@ParameterizedTest
	@CsvSource({ "5,0", "17,0", "17,4" })
	void diversityLowersTheSimilarityAndKeepsTheScore(final int channel, final int smooth) {
		final String options = "variations=4 iterations=12 jitter=0 seed=1 smooth=" + smooth + " optimizer=momentum";
		final DreamParams with = params(options).with(Parameter.CHANNELS, channel);
		final List<Dream> diverse = variations(with, DreamListener.SILENT, Long.MAX_VALUE).run();
		final DreamParams without = with.with(Parameter.DIVERSITY, 0);
		final List<Dream> similar = variations(without, DreamListener.SILENT, Long.MAX_VALUE)
			.run();
		assertTrue(1 - similarity(diverse) > 1.5 * (1 - similarity(similar)), similarity(diverse) + " and " + similarity(similar));
		assertTrue(lastScore(diverse) > 0.8 * lastScore(similar), lastScore(diverse) + " and " + lastScore(similar));
	}

	@Test
	void cancellingKeepsTheLastFinishedOctave() {
		final DreamParams params = params("variations=2 iterations=3");
		for (final int octave : new int[] { 1, 2 }) {
			final boolean[] stop = { false };
			final List<Dream> dreams = variations(params, new DreamListener() {

				@Override
				public boolean isCancelled() {
					return stop[0];
				}

				@Override
				public void progress(final double done, final int at, final int octaves, final int step, final int steps,
					final double score)
				{
					stop[0] = at == octave && step == 2;
				}
			}, Long.MAX_VALUE).run();
			assertTrue(dreams.get(1).cancelled());
			assertEquals(octave - 1, dreams.get(1).octavesDone());
			if (octave == 1) assertNull(dreams.get(1).picture());
			else assertEquals(43, dreams.get(1).picture().width());
		}
	}

	@Test
	void invalidParametersAreReportedInOneSentence() {
		assertTrue(fault("variations=2 width=8", Long.MAX_VALUE).contains("too small for layer"));
		assertTrue(fault("variations=50 width=2000 height=2000", 1L << 30).contains("fewer variations"));
		final DreamParams two = DreamParams.parse("start=noise variations=2 layer=mixed3b,mixed4c");
		assertTrue(assertThrows(DreamException.class, () -> variations(two,
			DreamListener.SILENT, Long.MAX_VALUE)).getMessage().contains("give one"));
	}

	private static String fault(final String options, final long memory) {
		final DreamParams params = DreamParams.parse("start=noise layer=" + LAYER + " " + options);
		return assertThrows(DreamException.class, () -> variations(params,
			DreamListener.SILENT, memory)).getMessage();
	}
}
