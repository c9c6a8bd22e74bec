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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;
import io.deepdream.params.DreamException;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.settings.ObjectiveSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {

	private static final List<LayerInfo> LAYERS = List.of(new LayerInfo("mixed3b", "ConcatV2", 4, 8, 91, null),
		new LayerInfo("mixed4c", "ConcatV2", 10, 16, 299, null));

	private static Objective of(final String layers, final String channels, final String type) {
		return new Objective(ObjectiveSettings.parse(layers, channels, ObjectiveType.valueOf(type.toUpperCase(Locale.ROOT))),
			LAYERS);
	}

	private static String fault(final String layers, final String channels) {
		return assertThrows(DreamException.class, () -> of(layers, channels, "auto")).getMessage();
	}

	@Test
	void selectedChannelsShareTheWeight() {
		final Objective objective = of("mixed4c", "3-4; 9", "auto");
		assertArrayEquals(new float[] { 0, 0, 0, 1 / 3f, 1 / 3f, 0, 0, 0, 0, 1 / 3f }, objective.terms().get(0)
			.channelWeights());
		assertEquals(Term.MEAN, objective.terms().get(0).objective());
	}

	/** Increases 3 and 4 and decreases 9 with half the weight; absolute values sum to the layer's weight. */
	@Test
	void channelsHaveWeightsWhoseMagnitudesAreNormalised() {
		assertArrayEquals(new float[] { 0, 0, 0, 0.8f, 0.8f, 0, 0, 0, 0, -0.4f }, of("mixed4c*2", "3-4*1; 9*-0.5", "auto")
			.terms().get(0).channelWeights(), 1e-6f);
	}

	@Test
	void severalLayersWithWeights() {
		final Objective objective = of("mixed3b*0.5, mixed4c*-2", "all", "auto");
		assertEquals(0.5 / 4, objective.terms().get(0).channelWeights()[0], 1e-7);
		assertEquals(-2.0 / 10, objective.terms().get(1).channelWeights()[9], 1e-7);
		assertEquals(Term.SQUARE, objective.terms().get(0).objective(), "auto is square for all channels");
		assertEquals(16, objective.stride());
	}

	@Test
	void theObjectiveTypeCanBeChosen() {
		assertEquals(Term.MEAN, of("mixed4c", "all", "mean").terms().get(0).objective());
		assertEquals(Term.SQUARE, of("mixed4c", "1", "square").terms().get(0).objective());
	}

	@Test
	void anUnknownLayerNamesTheNearestAndHowToList() {
		assertTrue(fault("mixed4x", "all").contains("did you mean \"mixed4c\""));
		assertTrue(fault("mixed4x", "all").contains("--layers"));
	}

	@Test
	void aChannelOutOfRangeNamesTheRange() {
		assertTrue(fault("mixed3b", "4").contains("0 to 3"));
		assertTrue(fault("mixed4c,mixed3b", "9").contains("mixed3b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "-1", "3-", "1;;2", "", "7-3", "1.5", "3*", "3*0", "3*x", "3*NaN" })
	void invalidChannelsAreQuoted(final String channels) {
		assertTrue(fault("mixed4c", channels).startsWith("channels=" + channels + " "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mixed4c*", "mixed4c*0", "mixed4c*NaN", "mixed4c*x" })
	void weightsMustBeNonZeroNumbers(final String layer) {
		assertTrue(fault(layer, "all").contains(layer));
	}
}
