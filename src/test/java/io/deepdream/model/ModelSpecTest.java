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
package io.deepdream.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSpecTest {

	private static ModelSpec spec(final String... properties) {
		final Properties p = new Properties();
		for (int i = 0; i < properties.length; i += 2)
			p.setProperty(properties[i], properties[i + 1]);
		return new ModelSpec("net", null, p);
	}

	/** The network's input for a grey level. */
	private static double input(final ModelSpec spec, final int channel, final double grey) {
		return (grey - spec.mean()[channel]) * spec.scale()[channel];
	}

	@Test
	void defaultsAreThoseOfTheTutorial() {
		assertArrayEquals(new float[] { 117, 117, 117 }, spec().mean());
		assertArrayEquals(new float[] { 1, 1, 1 }, spec().scale());
	}

	@Test
	void aRangeFromMinusOneToOne() {
		final ModelSpec spec = spec("range", "-1, 1");
		for (int c = 0; c < 3; c++) {
			assertEquals(-1, input(spec, c, 0), 1e-6);
			assertEquals(0, input(spec, c, 127.5), 1e-6);
			assertEquals(1, input(spec, c, 255), 1e-6);
		}
	}

	@Test
	void rangeMeanAndDeviationAsTorchvisionHasThem() {
		final ModelSpec spec = spec("range", "0, 1", "mean", "0.485, 0.456, 0.406", "std", "0.229, 0.224, 0.225");
		assertEquals((100 / 255.0 - 0.485) / 0.229, input(spec, 0, 100), 1e-5);
		assertEquals((200 / 255.0 - 0.406) / 0.225, input(spec, 2, 200), 1e-5);
	}

	@Test
	void meanAndScaleWithoutARange() {
		final ModelSpec spec = spec("mean", "10, 20, 30", "scale", "0.5");
		assertEquals(45, input(spec, 0, 100), 1e-5);
		assertEquals(35, input(spec, 2, 100), 1e-5);
	}

	@ParameterizedTest
	@CsvSource(value = { "mean|1, 2|three", "mean|a|three", "std|0|above 0", "range|1, 0|lower one first", "range|1|2 numbers",
		"scale|0|other than 0", "scale|NaN|three", "order|RBG|RGB or BGR" }, delimiter = '|')
	void invalidPropertiesAreReported(final String key, final String value, final String expected) {
		final String message = assertThrows(DreamException.class, () -> spec(key, value)).getMessage();
		assertTrue(message.contains(key + " = " + value) && message.contains(expected), message);
	}

	/** The default mean is that of photographs. */
	@Test
	void defaultsOfOtherNumbersOfChannels() {
		for (final int channels : new int[] { 1, 2, 5 }) {
			assertArrayEquals(new float[channels], spec().mean(channels));
			assertEquals(1 / 255.0, spec().scale(channels)[channels - 1], 1e-9);
			assertEquals(channels, spec().scale(channels).length);
		}
		assertEquals("1 channel, 0..255 becomes 0.000..1.000", spec().describeInput(1));
	}

	@Test
	void numbersForEachChannel() {
		final ModelSpec spec = spec("input-channels", "2", "mean", "10, 20", "std", "2", "scale", "1, 3");
		assertEquals(2, spec.inputChannels());
		assertArrayEquals(new float[] { 10, 20 }, spec.mean());
		assertArrayEquals(new float[] { 0.5f, 1.5f }, spec.scale(2));
		assertEquals(0, spec().inputChannels());
		assertTrue(assertThrows(DreamException.class, () -> spec("mean", "1, 2, 3").mean(1)).getMessage().contains(
			"mean = 1, 2, 3: it must be one number"));
		assertTrue(assertThrows(DreamException.class, () -> spec("order", "BGR").scale(1)).getMessage().contains("1 input channel "));
	}

	@ParameterizedTest
	@CsvSource(value = { "input-channels|0|1 to 9999", "input-channels|two|1 to 9999", "normalise-input|percentile|percentiles LOW HIGH",
		"normalise-input|percentiles 1|percentiles LOW HIGH", "normalise-input|percentiles 99 1|percentiles LOW HIGH",
		"normalise-input|minmax 3|minmax" }, delimiter = '|')
	void invalidChannelsAndNormalisations(final String key, final String value, final String expected) {
		invalidPropertiesAreReported(key, value, expected);
	}

	@Test
	void standardisedValuesHaveNoOtherMean() {
		assertTrue(assertThrows(DreamException.class, () -> spec("normalise-input", "standardise", "mean", "0.5")).getMessage().contains(
			"without range, mean, std and scale"));
	}

	/** The image's limits are 0 and 255, whichever the number of channels. */
	@Test
	void normalisationByTheImageItself() {
		final ModelSpec percentiles = spec("normalise-input", "percentiles 1 99.8");
		assertEquals(InputNormalisation.Kind.PERCENTILES, percentiles.inputNormalisation().kind());
		assertEquals(1, percentiles.inputNormalisation().low());
		assertEquals(99.8, percentiles.inputNormalisation().high());
		assertEquals("percentiles 1 99.8", percentiles.inputNormalisation().toString());
		final ModelSpec minmax = spec("normalise-input", "MinMax");
		assertEquals(InputNormalisation.Kind.MINMAX, minmax.inputNormalisation().kind());
		for (final ModelSpec spec : new ModelSpec[] { percentiles, minmax }) {
			assertEquals(0, input(spec, 2, 0), 1e-6);
			assertEquals(1, input(spec, 2, 255), 1e-6);
			assertEquals(1, (255 - spec.mean(1)[0]) * spec.scale(1)[0], 1e-6);
			assertTrue(spec.statesInput());
		}
		final ModelSpec standardised = spec("normalise-input", "standardise");
		assertEquals(-3, input(standardised, 0, 0), 1e-5);
		assertEquals(0, input(standardised, 0, 127.5), 1e-5);
		assertEquals(3, (255 - standardised.mean(1)[0]) * standardised.scale(1)[0], 1e-5);
		assertEquals("RGB, 0..255 becomes -3.000..3.000, standardise", standardised.describeInput());
		// a range that is stated holds for the limits
		assertEquals(-1, input(spec("normalise-input", "minmax", "range", "-1, 1"), 0, 0), 1e-6);
		assertTrue(spec().inputNormalisation().isFixed());
		assertEquals("fixed", spec().inputNormalisation().toString());
	}

	@Test
	void namesOfTheOutput() {
		assertEquals(List.of("probability", "ray 0", "ray 1"), spec("output-channels", "probability, ray 0; ray 1").outputChannelNames());
		assertEquals(List.of(), spec().outputChannelNames());
	}

	@Test
	void refusesAFileOfTwoGigabytesWithoutReadingIt(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("sparse.pb");
		try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
			sparse.setLength(1L << 31);
		}
		final String message = assertThrows(DreamException.class, ModelCatalogue.file(file)::read).getMessage();
		assertTrue(message.contains("2048 MB"), message);
	}
}
