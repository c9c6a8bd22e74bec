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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels of a network's output by their names. */
class NamedChannelsTest {

	@TempDir
	Path folder;

	/** The names are those of the layers last, biased and out; inner and first have none. */
	private DeepDream open(final String... keysAndValues) {
		final Properties properties = new Properties();
		properties.setProperty("output-channels", "probability, distance 1, distance 2");
		for (int i = 0; i < keysAndValues.length; i += 2)
			properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
		return DeepDream.open(new SmallGraphs(11).conv("first", 3, 3, 3, 4, 1, "SAME").relu("inner").conv("last", 3, 3, 4, 3, 1, "SAME")
			.bias("biased", 3).other("Sigmoid", "out").save(folder, properties), DreamListener.SILENT);
	}

	private static Picture picture() {
		final Picture picture = Picture.create(40, 36);
		for (int i = 0; i < picture.data().length; i++)
			picture.data()[i] = (float) (128 + 100 * Math.sin(0.2 * (i / 3)));
		return picture;
	}

	private static float[] dream(final DeepDream deepDream, final String options) {
		return deepDream.dream(picture(), DreamParams.parse("octaves=1 iterations=2 jitter=0 " + options), DreamListener.SILENT)
			.picture().data();
	}

	private static void assertSame(final DeepDream deepDream, final String numbers, final String names) {
		final float[] expected = dream(deepDream, numbers);
		assertTrue(!Arrays.equals(expected, picture().data()));
		assertArrayEquals(expected, dream(deepDream, names), names);
	}

	@Test
	void dreams() {
		try (DeepDream deepDream = open("layer", "out")) {
			assertSame(deepDream, "channels=0", "channels=probability");
			assertSame(deepDream, "channels=2", "channels=[Distance 2]");
			assertSame(deepDream, "layer=biased channels=0*1;1-2*-0.5", "layer=biased channels=[probability*1;1-2*-0.5]");
			assertSame(deepDream, "layer=last channels=1", "layer=last channels=[distance 1]");
			assertSame(deepDream, "layer=out,biased channels=1", "layer=out,biased channels=[distance 1]");
		}
	}

	/** The channels in the properties are those of the default layer. */
	@Test
	void defaultChannels() {
		final float[] expected;
		try (DeepDream deepDream = open("layer", "out")) {
			expected = dream(deepDream, "channels=1");
		}
		try (DeepDream deepDream = open("layer", "out", "channels", "distance 1")) {
			assertArrayEquals(expected, dream(deepDream, ""));
		}
	}

	@Test
	void atlasesAndMovies() {
		try (DeepDream deepDream = open("layer", "out")) {
			assertEquals(List.of(0, 2), deepDream.channels(DreamParams.of(Task.ATLAS).withOptions(
				"channels=[probability,distance 2]")));
			final DreamParams movie = DreamParams.of(Task.MOVIE).withOptions("iterations=1 octaves=1 frames=1 jitter=0");
			final float[][] frames = new float[2][];
			deepDream.zoomMovie(picture(), picture(), 1, movie.withOptions("channels=2"), DreamListener.SILENT, frame -> frames[0] =
				frame.data());
			deepDream.zoomMovie(picture(), picture(), 1, movie.withOptions("channels=[distance 2]"), DreamListener.SILENT,
				frame -> frames[1] = frame.data());
			assertArrayEquals(frames[0], frames[1]);
		}
	}

	private static String message(final DeepDream deepDream, final String options) {
		return assertThrows(DreamException.class, () -> dream(deepDream, options)).getMessage();
	}

	@Test
	void mistakes() {
		try (DeepDream deepDream = open("layer", "out")) {
			assertEquals("Layer out has no channel \"probabilty\": the nearest names are probability, distance 1, distance 2, and the " +
				"numbers are 0 to 2.", message(deepDream, "channels=probabilty"));
			assertTrue(message(deepDream, "layer=inner channels=probability").startsWith("channels=probability cannot be read"));
			final String several = message(deepDream, "layer=out,inner channels=probability");
			assertTrue(several.contains("different channels of the layers out and inner"), several);
			assertTrue(message(deepDream, "channels=3").contains("its channels are 0 to 2"));
		}
	}

	/** Options with names are recorded and read as they were given. */
	@Test
	void recordedOptions() {
		final DreamParams params = DreamParams.parse("channels=[distance 1;probability*-1]");
		assertTrue(params.toOptions().contains("channels=[distance 1;probability*-1]"), params.toOptions());
		assertEquals(params, DreamParams.parse(params.toOptions()));
	}
}
