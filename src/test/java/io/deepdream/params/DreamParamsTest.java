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
package io.deepdream.params;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DreamParamsTest {

	private static String fault(final String options) {
		return assertThrows(DreamException.class, () -> DreamParams.parse(options)).getMessage();
	}

	@Test
	void omittedKeysHaveTheirDefaults() {
		final DreamParams params = DreamParams.parse("");
		assertEquals("compact-inception", params.get(Parameter.MODEL));
		assertEquals("all", params.get(Parameter.CHANNELS));
		assertEquals("image", params.get(Parameter.START));
		assertEquals("tiled", params.get(Parameter.MODE));
		assertEquals(512, params.whole(Parameter.TILE));
		assertEquals(5, params.whole(Parameter.OCTAVES));
		assertEquals(1.4, params.real(Parameter.RATIO));
		assertEquals(20, params.whole(Parameter.ITERATIONS));
		assertEquals(1.5, params.real(Parameter.STEP));
		assertEquals("std", params.get(Parameter.NORMALISE));
		assertEquals(0, params.whole(Parameter.SMOOTH));
		assertEquals(32, params.whole(Parameter.JITTER));
		assertEquals(0, params.whole(Parameter.SEED));
		assertEquals("rgb", params.get(Parameter.TYPE));
	}

	@Test
	void optionsCanBeReadBack() {
		final DreamParams params = DreamParams.parse(
			"model=[C:\\my nets\\a b.pb] layer=mixed3b*0.5,mixed4c channels=3;9 step=0.25 seed=-7 mode=naive");
		assertEquals("C:\\my nets\\a b.pb", params.get(Parameter.MODEL));
		assertEquals(0.25, params.real(Parameter.STEP));
		assertEquals(-7, params.whole(Parameter.SEED));
		assertEquals(params, DreamParams.parse(params.toOptions()));
	}

	@Test
	void whitespaceBetweenOptionsIsIgnored() {
		assertEquals(DreamParams.parse("octaves=2 seed=3"), DreamParams.parse("  octaves=2\t seed=[3]  "));
	}

	@Test
	void anUnknownKeyIsReportedWithTheNearest() {
		assertTrue(fault("octave=3").contains("\"octave\""));
		assertTrue(fault("octave=3").contains("did you mean \"octaves\""));
		assertTrue(fault("itertions=3").contains("\"iterations\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "iterations=-1", "iterations=2.5", "iterations=many", "ratio=1", "ratio=0.5", "ratio=NaN",
		"step=0", "step=-1", "step=Infinity", "octaves=0", "tile=5", "smooth=-1", "jitter=-1", "seed=1e12", "mode=fast",
		"normalise=max", "start=here", "type=16", "objective=max", "octaves" })
	void valuesOutOfRangeAreReportedWithTheRange(final String option) {
		final Parameter p = Parameter.of(option.split("=")[0]);
		assertTrue(fault(option).startsWith(p.key() + "="), fault(option));
		assertTrue(fault(option).contains(p.range()), fault(option));
	}

	@ParameterizedTest
	@CsvSource(value = { "ratio=1,5|1.5", "step=0,125|0.125", "step=,5|0.5", "step=2,50|2.5", "step=1.500|1.5",
		"ratio=1,4142|1.4142", "diversity=1,5e1|15", "octaves=3,0|3" }, delimiter = '|')
	void aDecimalCommaIsRead(final String option, final double expected) {
		final Parameter p = Parameter.of(option.split("=")[0]);
		assertEquals(expected, ((Number) DreamParams.parse(option).value(p)).doubleValue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "step=1,500", "iterations=1,000", "width=12,345", "step=-1,000", "iterations=1,000,000", "step=1,000.5",
		"step=1.000,5", "tile=1.024,0" })
	void aCommaThatMaySeparateThousandsIsRefused(final String option) {
		assertTrue(fault(option).contains(option + " is not allowed") && fault(option).contains("decimal point") && fault(option)
			.contains("thousands"), fault(option));
	}

	@Test
	void aNegativeStepNamesTheNegativeWeight() {
		assertTrue(fault("step=-1.5").contains("layer=mixed4c*-1"), fault("step=-1.5"));
		assertTrue(fault("step=-1,5").contains("layer=mixed4c*-1"), fault("step=-1,5"));
		assertFalse(fault("step=0").contains("*-1"), fault("step=0"));
		assertFalse(fault("ratio=-1").contains("*-1"), fault("ratio=-1"));
	}

	@Test
	void aKeyOfAnotherTaskIsRefused() {
		assertTrue(fault("frames=3").contains("\"frames\" does not belong"), fault("frames=3"));
		assertEquals(3, DreamParams.of(Task.MOVIE).withOptions("frames=3").whole(Parameter.FRAMES));
		assertEquals(5, DreamParams.of(Task.MOVIE).whole(Parameter.ITERATIONS));
		assertEquals(0, DreamParams.of(Task.MOVIE).withOptions("iterations=0").whole(Parameter.ITERATIONS));
		assertTrue(fault("iterations=0").contains("from 1"), fault("iterations=0"));
		assertThrows(DreamException.class, () -> DreamParams.of(Task.MOVIE).with(Parameter.START, "noise"));
		assertTrue(DreamParams.of(Task.MOVIE).toOptions().contains("zoom=1.04"));
		assertFalse(DreamParams.defaults().toOptions().contains("zoom"));
	}

	@Test
	void aRepeatedKeyAndAnUnclosedBracketAreRefused() {
		assertTrue(fault("seed=1 seed=2").contains("twice"));
		assertTrue(fault("model=[a b").contains("never closed"));
	}

	@ParameterizedTest
	@EnumSource(Parameter.class)
	void theFirstWordOfALabelIsTheKey(final Parameter p) {
		assertEquals(p.key(), p.label().split(" ")[0].toLowerCase(Locale.ROOT));
	}

	@Test
	void firstWordsOfLabelsAreUnique() {
		final Set<String> seen = new HashSet<>();
		for (final Parameter p : Parameter.values())
			assertTrue(seen.add(p.label().split(" ")[0].toLowerCase(Locale.ROOT)), p.key());
	}

	@ParameterizedTest
	@CsvSource({ "mixed4c,mixed4d,1", "octave,octaves,1", "kitten,sitting,3", "a,a,0", "abc,'',3" })
	void editDistance(final String a, final String b, final int distance) {
		assertEquals(distance, Nearest.distance(a, b));
	}
}
