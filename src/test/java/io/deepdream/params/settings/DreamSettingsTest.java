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
package io.deepdream.params.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Normalisation;
import io.deepdream.params.Optimizer;
import io.deepdream.params.Output;
import io.deepdream.params.Parameter;
import io.deepdream.params.Precision;
import io.deepdream.params.Start;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DreamSettingsTest {

	private static DreamSettings settings(final String options) {
		return DreamSettings.of(DreamParams.parse(options));
	}

	@Test
	void everyValueReachesItsSetting() {
		final DreamSettings settings = settings("octaves=3 ratio=1.5 iterations=7 step=2.5 normalise=mean " +
			"optimizer=preconditioned smooth=2 jitter=9 seed=11 width=40 height=30 precision=fast");
		assertEquals(3, settings.octaves().count());
		assertEquals(1.5, settings.octaves().ratio());
		assertEquals(7, settings.steps().count());
		assertEquals(2.5, settings.steps().size());
		assertEquals(Normalisation.MEAN, settings.steps().normalisation());
		assertEquals(Optimizer.PRECONDITIONED, settings.steps().optimizer());
		assertEquals(2, settings.steps().smoothingLevels());
		assertEquals(9, settings.steps().jitter());
		assertEquals(11, settings.seed());
		assertEquals(12, settings.withSeed(12).seed());
		assertEquals(40, settings.noise().width());
		assertEquals(30, settings.noise().height());
		assertEquals(Precision.FAST, settings.precision());
	}

	@Test
	void theHaloIsInPixelsOrExact() {
		final TileSettings tiles = settings("tile=256 overlap=48").tiles();
		assertTrue(tiles.isTiled());
		assertEquals(256, tiles.side());
		assertEquals(48, tiles.halo().pixels());
		assertTrue(settings("overlap=exact").tiles().halo().isExact());
		assertFalse(settings("mode=naive").tiles().isTiled());
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "10001", "wide", "1.5" })
	void anInvalidOverlapIsRefused(final String overlap) {
		final String message = assertThrows(DreamException.class, () -> settings("overlap=" + overlap)).getMessage();
		assertTrue(message.startsWith("overlap=" + overlap + " is not allowed: give exact, or pixels from 0 to 10000"),
			message);
	}

	@Test
	void choicesAreInLowerCase() {
		assertEquals(List.of("new", "in place"), Parameter.OUTPUT.choices());
		assertEquals(Output.IN_PLACE, DreamParams.parse("output=[in place]").choice(Parameter.OUTPUT, Output.class));
		assertTrue(DreamParams.parse("start=Noise").is(Parameter.START, Start.NOISE));
	}

	@Test
	void theCentreOfAMovieIsAPointOfTheImage() {
		final DreamParams params = DreamParams.of(Task.MOVIE);
		assertArrayEquals(new double[] { 49.5, 24.5 }, MovieSettings.of(params).centre(100, 50));
		assertArrayEquals(new double[] { 12, 7.5 }, MovieSettings.of(params.with(Parameter.CENTRE, "12; 7.5")).centre(100,
			50));
		assertArrayEquals(new double[] { 12.5, 7.25 }, MovieSettings.of(params.with(Parameter.CENTRE, "12,5; 7,25")).centre(100,
			50));
		assertThrows(DreamException.class, () -> MovieSettings.of(params.with(Parameter.CENTRE, "12,5,7,5")).centre(100, 50));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mixed3b*1,5", "mixed3b*0,5", "mixed4c,mixed3b*-1,25" })
	void aDecimalCommaInAWeightIsRefused(final String layers) {
		final String message = assertThrows(DreamException.class, () -> LayerSelection.parse(layers)).getMessage();
		assertTrue(message.contains("decimal point"), message);
	}
}
