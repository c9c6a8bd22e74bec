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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text in the status bar while a dream is computed. */
final class StatusText {

	/** What fits to the left of the search bar of ImageJ2. */
	static final int MAX_LENGTH = 50;

	private StatusText() {}

	/**
	 * The most important parts that fit.
	 *
	 * @param slice such as "slice 2/10"; may be empty
	 * @param score NaN if unknown
	 * @param remaining such as "12 s left"; may be empty
	 */
	static String of(final String slice, final int octave, final int octaves, final int step, final int steps,
		final double score, final String remaining)
	{
		final String octaveText = String.format("octave %d/%d", octave, octaves);
		final String stepText = String.format("step %d/%d", step, steps);
		final String scoreText = Double.isNaN(score) ? "" : String.format(Locale.ROOT, "score %.4g", score);
		final String full = join(slice, octaveText, stepText, scoreText, remaining);
		if (full.length() <= MAX_LENGTH) return full;
		final String withoutScore = join(slice, octaveText, stepText, remaining);
		return withoutScore.length() <= MAX_LENGTH ? withoutScore : join(slice, octaveText, remaining);
	}

	/** @param what is being loaded or prepared */
	static String loading(final String what) {
		return withHint("DeepDream: " + what, " (Esc cancels)");
	}

	/**
	 * @param what such as "Downloading inception5h"
	 * @param done bytes
	 * @param total bytes; at most 1 if unknown
	 */
	static String transfer(final String what, final long done, final long total) {
		return total <= 1 ? what + "..." : withHint(String.format(Locale.ROOT, "%s: %.1f of %.1f MB", what, done / 1e6, total /
			1e6), "; Esc cancels");
	}

	/** The hint is omitted where it does not fit. */
	private static String withHint(final String text, final String hint) {
		return text.length() + hint.length() <= MAX_LENGTH ? text + hint : text;
	}

	private static String join(final String... parts) {
		final List<String> texts = new ArrayList<>(List.of(parts));
		texts.removeIf(String::isEmpty);
		return String.join(", ", texts);
	}
}
