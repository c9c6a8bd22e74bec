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
package io.deepdream.imagej.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

class StatusTextTest {

	@Test
	void showsTheScoreWhereItFits() {
		assertEquals("octave 4/4, step 3/10, score 562.6, 11 s left", StatusText.of("", 4, 4, 3, 10, 562.6, "11 s left"));
		assertEquals("octave 1/4, step 1/10", StatusText.of("", 1, 4, 1, 10, Double.NaN, ""));
		assertEquals("slice 2/3, octave 4/4, step 3/10, 11 s left", StatusText.of("slice 2/3", 4, 4, 3, 10, 562.6,
			"11 s left"));
		assertEquals("slice 1200/3840, octave 4/4, 12 min left", StatusText.of("slice 1200/3840", 4, 4, 100, 100, 562.6,
			"12 min left"));
	}

	/** More would overlap the search bar of ImageJ2. */
	@Property
	void hasAtMost50Characters(@ForAll @IntRange(min = 0, max = 99999) final int slice,
		@ForAll @IntRange(min = 1, max = 20) final int octave, @ForAll @IntRange(min = 1, max = 100000) final int step,
		@ForAll @DoubleRange(min = -1e30, max = 1e30) final double score,
		@ForAll @IntRange(min = 1, max = 10000) final int minutes)
	{
		final String text = StatusText.of(slice == 0 ? "" : "slice " + slice + "/99999", octave, 20, step, 100000, score,
			minutes + " min left");
		assertTrue(text.length() <= 50, text);
		assertTrue(text.contains("octave " + octave + "/20") && text.endsWith(", " + minutes + " min left"), text);
	}

	@Test
	void theHintOnEscIsOmittedWhereItDoesNotFit() {
		assertEquals("DeepDream: loading the network... (Esc cancels)", StatusText.loading("loading the network..."));
		assertEquals("DeepDream: unpacking TensorFlow (only at the first start)...", StatusText.loading(
			"unpacking TensorFlow (only at the first start)..."));
	}

	@Test
	void downloadsFitToo() {
		assertEquals("Downloading net: 1.5 of 30.0 MB; Esc cancels", StatusText.transfer("Downloading net", 1_500_000,
			30_000_000));
		assertEquals("Downloading inception5h: 12.0 of 49.9 MB", StatusText.transfer("Downloading inception5h", 12_000_000,
			49_900_000));
		assertEquals("Reading net.pb...", StatusText.transfer("Reading net.pb", 0, 1));
	}
}
