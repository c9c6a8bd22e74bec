package io.deepdream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import ij.Macro;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.MacroOptions;
import io.deepdream.params.Parameter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Option strings against ImageJ's own reader. */
class MacroOptionsTest {

	private static final String ABSENT = "(absent)";

	private static String readByImageJ(final String options) {
		return Macro.getValue(options, "guide", ABSENT);
	}

	/** Whether ImageJ reads the value in one of its three forms. White space separates options, so it must be quoted. */
	private static boolean isReadable(final String value) {
		final boolean plain = value.chars().noneMatch(Character::isWhitespace);
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
		else assertTrue(assertThrows(DreamException.class, () -> MacroOptions.quote(value)).getMessage().endsWith("."));
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
	void valuesThatCannotBeWrittenAreRefused() {
		final String message = assertThrows(DreamException.class, () -> DreamParams.defaults().with(Parameter.GUIDE,
			"it's a ]b.tif").toOptions()).getMessage();
		assertTrue(message.contains("it's a ]b.tif") && message.endsWith("."), message);
	}
}
