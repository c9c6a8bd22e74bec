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

import java.util.Map;

import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.MacroOptions;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Option strings against ImageJ's own reader. */
class MacroOptionsTest {

	private static final String ABSENT = "(absent)";

	private static String readByImageJ(final String options) {
		return Macro.getValue(options, "guide", ABSENT);
	}

	/**
	 * Whether ImageJ reads the value in one of its three forms. White space separates options, so it must be quoted; a
	 * line break would end the line of an Info.
	 */
	private static boolean isReadable(final String value) {
		final boolean plain = value.chars().noneMatch(Character::isWhitespace);
		if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) return false;
		return plain && value.equals(readByImageJ("guide=" + value)) || value.equals(readByImageJ("guide=[" + value + "]")) || value.equals(
			readByImageJ("guide='" + value + "'"));
	}

	private static void requireRoundTrip(final String value) {
		final String written = "guide=" + MacroOptions.quote(value);
		assertEquals(Map.of("guide", value, "seed", "1"), MacroOptions.parse(written + " seed=1"), written);
		assertEquals(value, readByImageJ(written + " seed=1"), written);
	}

	@Provide
	Arbitrary<String> values() {
		return Arbitraries.oneOf(Arbitraries.strings().withChars("[]' =a.\\\t").ofMaxLength(9), Arbitraries.strings()
			.ofMaxLength(12));
	}

	@Property
	void valuesThatImageJCanReadSurviveARoundTrip(@ForAll("values") final String value) {
		if (isReadable(value)) requireRoundTrip(value);
	}

	@Property
	void anyValueSurvivesARoundTrip(@ForAll("values") final String value) {
		final String written = "guide=" + MacroOptions.quote(value);
		assertEquals(Map.of("guide", value, "seed", "1"), MacroOptions.parse(written + " seed=1"), written);
		assertEquals(-1, written.indexOf('\n'));
	}

	/** The Recorder writes the option, the macro language reads the string, the plugin reads the option. */
	@Property
	void anyValueSurvivesTheRecorder(@ForAll("values") final String value) {
		Recorder.resetCommandOptions();
		Recorder.recordOption("guide", Recorder.fixString(MacroOptions.recordable(value)));
		Recorder.recordOption("seed", "1");
		final String line = "return \"" + Recorder.getCommandOptions() + "\";";
		assertEquals(Map.of("guide", value, "seed", "1"), MacroOptions.parse(new Interpreter().run(line, "")), line);
	}

	/** For every parameter whose value is text, in the Info as in the Recorder. */
	@Property(tries = 200)
	void everyTextSurvivesARoundTrip(@ForAll("values") final String value) {
		for (final Parameter p : Parameter.values()) {
			if (p.kind() != Parameter.Kind.TEXT || !Task.DREAM.parameters().contains(p)) continue;
			final DreamParams params = DreamParams.defaults().with(p, value);
			// an empty value is omitted
			if (!params.get(p).isEmpty()) assertEquals(params, DreamParams.parse(params.toOptions()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/data/a [1].tif", "[1].tif", "a]b", "a ]b", "'", "it's [1] b", "", " ", "a\tb" })
	void pathsWithBracketsAndBlanks(final String value) {
		requireRoundTrip(value);
	}

	@Test
	void parametersSurviveARoundTrip() {
		final DreamParams params = DreamParams.defaults().with(Parameter.GUIDE, "/data/a [1].tif").with(Parameter.SAVE,
			"/out/b ]c.png");
		assertEquals(params, DreamParams.parse(params.toOptions()));
	}

	@Test
	void namesWithoutAFormInImageJAreEncoded() {
		assertEquals("urlencoded:it%27s%20a%20%5Db.tif", MacroOptions.quote("it's a ]b.tif"));
		assertEquals("[urlencoded:a%20b]", MacroOptions.quote("urlencoded:a%20b"));
		assertEquals("100%25+ a", MacroOptions.parse("guide=urlencoded:100%2525+%20a").get("guide"));
		for (final String broken : new String[] { "%", "%2", "%zz" }) {
			final String message = assertThrows(DreamException.class, () -> MacroOptions.parse("guide=urlencoded:" + broken)).getMessage();
			assertTrue(message.contains("\"guide\"") && message.endsWith("."), message);
		}
	}
}
