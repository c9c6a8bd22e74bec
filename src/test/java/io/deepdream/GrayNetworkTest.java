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
package io.deepdream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import io.deepdream.dream.Dream;
import io.deepdream.engine.Activations;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.image.Picture;
import io.deepdream.model.InputNormalisation;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facade with a network for images of one channel. */
class GrayNetworkTest {

	private static final String OPTIONS = "layer=c channels=1 octaves=2 iterations=2 ";

	@TempDir
	Path folder;

	private DeepDream open(final String normalisation) {
		final Properties properties = new Properties();
		properties.setProperty("normalise-input", normalisation);
		return DeepDream.open(new SmallGraphs(11).conv("a", 5, 5, 1, 8, 2, "SAME").relu("b").conv("c", 3, 3, 8, 6, 1, "SAME").save(folder,
			properties), DreamListener.SILENT);
	}

	private static Picture picture(final int channels) {
		final Picture picture = Picture.create(60, 44, channels);
		for (int i = 0; i < picture.data().length; i++)
			picture.data()[i] = (float) (128 + 100 * Math.sin(0.1 * (i / channels)));
		return picture;
	}

	private static Dream dream(final DeepDream deepDream, final Picture picture, final String options) {
		return deepDream.dream(picture, DreamParams.parse(OPTIONS + options), DreamListener.SILENT);
	}

	@Test
	void dreamsActivationsAndMovies() {
		try (DeepDream deepDream = open("fixed")) {
			assertEquals(1, deepDream.inputChannels());
			assertEquals(1, dream(deepDream, picture(1), "blend=0.3 mode=tiled tile=32 overlap=exact").picture().channels());
			assertEquals(1, dream(deepDream, null, "start=noise width=50 height=40 smooth=3").picture().channels());
			assertEquals(2, deepDream.variations(DreamParams.parse(OPTIONS + "start=noise width=50 height=40 variations=2 diversity=1"),
				DreamListener.SILENT).size());
			final LayerInfo layer = deepDream.layers().get(2);
			final Activations activations = deepDream.activations(layer, picture(1));
			assertEquals(30, activations.width());
			final Dream guided = deepDream.dream(picture(1), picture(1), DreamParams.parse("layer=c octaves=1 iterations=1"),
				DreamListener.SILENT);
			assertEquals(1, guided.picture().channels());
			final List<Picture> frames = new ArrayList<>();
			deepDream.zoomMovie(picture(1), picture(1), 1, DreamParams.of(Task.MOVIE).withOptions(OPTIONS + "frames=1"),
				DreamListener.SILENT, frames::add);
			assertEquals(1, frames.get(0).channels());
		}
	}

	@Test
	void picturesOfOtherChannelsAreRefused() {
		try (DeepDream deepDream = open("fixed")) {
			for (final String message : new String[] { message(() -> dream(deepDream, picture(3), "")), message(() -> deepDream.activations(
				deepDream.layers().get(1), picture(3))), message(() -> deepDream.dream(picture(1), picture(3), DreamParams.parse(OPTIONS),
					DreamListener.SILENT)), message(() -> deepDream.zoomMovie(picture(3), picture(3), 1, DreamParams.of(Task.MOVIE)
						.withOptions(OPTIONS), DreamListener.SILENT, frame -> {})) })
				assertTrue(message.contains("has 3 channels") && message.contains("takes 1 channel"), message);
		}
	}

	/** Hue and chroma only exist for RGB. */
	@Test
	void coloursOfTheOriginalAreRefused() {
		try (DeepDream deepDream = open("fixed")) {
			final String message = message(() -> dream(deepDream, picture(1), "colours=original"));
			assertTrue(message.contains("colours=original") && message.contains("1 channel"), message);
		}
	}

	private static String message(final Runnable work) {
		return assertThrows(DreamException.class, work::run).getMessage();
	}

	/** Only what an image's own percentiles cut off lies beyond 0..255. */
	@Test
	void valuesBeyondTheLimitsOfTheImage() {
		final Picture picture = picture(1);
		picture.data()[100] = 400;
		picture.data()[200] = -70;
		for (final String normalisation : new String[] { "fixed", "percentiles 1 99.8" })
			try (DeepDream deepDream = open(normalisation)) {
				final boolean fixed = normalisation.equals("fixed");
				assertEquals(fixed, deepDream.model().inputNormalisation().kind() == InputNormalisation.Kind.FIXED);
				final float[] dreamed = dream(deepDream, picture, "").picture().data();
				float max = 0;
				for (final float value : dreamed)
					max = Math.max(max, value);
				assertTrue(fixed ? max <= 255 : max > 300 && max <= 400, normalisation + ": " + max);
			}
	}
}
