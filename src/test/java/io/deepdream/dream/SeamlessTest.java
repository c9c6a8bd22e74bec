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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;

import io.deepdream.DeepDream;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.tensorflow.graph.DecoderGraphs;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.image.PeriodicView;
import io.deepdream.image.Picture;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.ObjectiveSettings;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seamless tiles: periodic in both axes. */
class SeamlessTest {

	private static final int W = 96;
	private static final int H = 128;

	private static Picture noise(final int w, final int h, final int seed) {
		final Picture picture = Picture.create(w, h);
		final Random random = new Random(seed);
		for (int i = 0; i < picture.data().length; i++)
			picture.data()[i] = 100 + 50 * random.nextFloat();
		return picture;
	}

	private static Picture shifted(final Picture picture, final int dx, final int dy) {
		final Picture result = Picture.create(picture.width(), picture.height());
		new PeriodicView(picture.data(), picture.width(), picture.height(), dx, dy).read(0, 0, picture.width(), picture
			.height(), result.data());
		return result;
	}

	private static Picture dream(final GradientEngine engine, final String layers, final String options, final Picture base) {
		final Objective objective = new Objective(ObjectiveSettings.parse(layers, "all", ObjectiveType.AUTO), engine.layers());
		return new Dreamer(engine, objective, DreamSettings.of(DreamParams.parse(options)), DreamListener.SILENT, Long.MAX_VALUE)
			.fromPicture(base).picture();
	}

	/**
	 * A periodic picture has no border, so that the dream of a shifted picture is the shifted dream. The shift is a
	 * multiple of the stride, 16, and of the pyramid's coarsest pixels, 16, in both octaves. The smallest difference of three
	 * pictures counts, because a max pool may choose another of two nearly equal pixels after rounding.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "octaves=2 iterations=1 mode=naive", "octaves=2 iterations=1 mode=tiled tile=32 overlap=exact",
		"octaves=2 iterations=1 mode=tiled tile=512", "octaves=2 iterations=1 mode=naive smooth=4",
		"octaves=1 iterations=2 mode=naive optimizer=momentum", "octaves=2 iterations=1 mode=naive optimizer=preconditioned" })
	void theDreamOfAShiftedPictureIsTheShiftedDream(final String options) {
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED))) {
			final String all = "seamless=true jitter=0 ratio=2 " + options;
			for (final String layers : new String[] { "mixed3b", "mixed3b*0.5,mixed4c" }) {
				double smallest = Double.MAX_VALUE;
				for (int seed = 0; seed < 3; seed++) {
					final Picture base = noise(W, H, seed);
					final Picture dream = dream(engine, layers, all, base);
					final Picture other = dream(engine, layers, all, shifted(base, 32, -64));
					smallest = Math.min(smallest, difference(shifted(dream, 32, -64), other) / difference(base, dream));
				}
				assertTrue(smallest < 1e-5, layers + ": " + smallest);
			}
		}
	}

	/** Two positions for each pixel; shifts and widths by any number of pixels. */
	@ParameterizedTest
	@ValueSource(strings = { "mode=naive", "mode=tiled tile=32 overlap=exact" })
	void positionsBetweenPixels(final String options, @TempDir final Path folder) {
		try (GradientEngine engine = Engines.open(DecoderGraphs.espcn(new SmallGraphs(11), 2).save(folder,
			new Properties())))
		{
			final String all = "seamless=true jitter=0 octaves=1 iterations=2 " + options;
			final Picture base = noise(85, 67, 1);
			final Picture dream = dream(engine, "c", all, base);
			final Picture other = dream(engine, "c", all, shifted(base, 31, -13));
			assertTrue(difference(shifted(dream, 31, -13), other) < 1e-4 * difference(base, dream));
		}
	}

	private static double difference(final Picture a, final Picture b) {
		double sum = 0;
		for (int i = 0; i < a.data().length; i++)
			sum += Math.abs(a.data()[i] - b.data()[i]);
		return sum;
	}

	/** Forty pictures, because the steps of a single column vary by some 10% around the mean. */
	@Tag("slow")
	@ParameterizedTest
	@ValueSource(strings = { "mode=naive octaves=3 jitter=16", "mode=tiled tile=64 octaves=3 jitter=16",
		"mode=naive octaves=3 jitter=0 smooth=6 step=2.5", "mode=tiled tile=32 octaves=2 jitter=16 smooth=4",
		"mode=naive octaves=2 jitter=0 optimizer=momentum", "mode=naive octaves=2 jitter=0 optimizer=preconditioned",
		"mode=naive octaves=2 jitter=0 width=107 height=93", "mode=naive octaves=2 jitter=0 width=107 height=93 smooth=5" })
	void theStepAcrossTheWrapIsAsLargeAsInside(final String options) {
		final String size = options.contains("width") ? "" : "width=96 height=96 ";
		try (DeepDream deepDream = DeepDream.open(ModelCatalogue.EMBEDDED)) {
			final WrapSteps steps = new WrapSteps();
			steps.add(deepDream, DreamParams.parse("start=noise layer=mixed3b iterations=10 seamless=true " + size + options), 40);
			assertEquals(1, steps.wrap() / steps.inside(), 0.05);
		}
	}

	@Test
	void severalVariationsAreRefused() {
		try (DeepDream deepDream = DeepDream.open(ModelCatalogue.EMBEDDED)) {
			final String message = assertThrows(DreamException.class, () -> deepDream.variations(DreamParams.parse(
				"start=noise seamless variations=2"), DreamListener.SILENT)).getMessage();
			assertTrue(message.contains("variations=1"), message);
		}
	}
}
