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
package io.deepdream.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML and JSON as Python writes them, and texts that are made to exhaust memory or stack. */
class YamlReaderTest {

	private static Object read(final String text) {
		return new YamlReader().read(text);
	}

	@Test
	void readsYaml() {
		assertEquals(Map.of("format_version", "0.4.10", "version", 0.5, "axes", "byxc", "eps", 1e-6, "list", Arrays.asList(1,
			true, null), "text", "two lines\n"), read("format_version: 0.4.10\nversion: 0.5\naxes: byxc\neps: 1e-6\n" +
				"list: [1, true, ~]\ntext: >\n  two\n  lines\n"));
		// an author who is also the packager
		assertEquals(Map.of("a", List.of(1), "b", List.of(1)), read("a: &id001\n- 1\nb: *id001\n"));
	}

	@Test
	void readsJson() {
		assertEquals(Map.of("axes", "YXC", "n_rays", 32, "grid", List.of(2, 2), "lr", 0.0003, "tensorboard", false), read(
			"{\"axes\": \"YXC\", \"n_rays\": 32, \"grid\": [2, 2],\n\t\"lr\": 0.0003, \"tensorboard\": false}"));
	}

	/** Types that Python's YAML would construct objects for. */
	@ParameterizedTest
	@ValueSource(strings = { "a: [1", "a: 1\na: 2", "\tx", "a: !!javax.script.ScriptEngineManager []",
		"a: !!python/object/apply:os.system [ls]", "a: *b" })
	void refusesInvalidTexts(final String text) {
		assertThrows(IllegalArgumentException.class, () -> read(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{a: ", "- ", "? " })
	void refusesDeepNesting(final String level) {
		assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertThrows(IllegalArgumentException.class, () -> read(level
			.repeat(100_000))));
	}

	/** Nine lists of nine aliases each expand to a billion texts. */
	@Test
	void refusesManyAliases() {
		final StringBuilder text = new StringBuilder("a0: &a0 [lol]\n");
		for (int i = 1; i < 10; i++)
			text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
		assertThrows(IllegalArgumentException.class, () -> read(text.toString()));
	}

	@Test
	void refusesLongTexts() {
		assertThrows(IllegalArgumentException.class, () -> read("a: " + "x".repeat(3_000_001)));
	}
}
