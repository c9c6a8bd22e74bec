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
package io.deepdream.engine.tensorflow.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.params.DreamException;
import io.deepdream.params.Precision;

/** The most recently used outcomes of self-checks in this process, so that checks are not repeated. */
final class CheckOutcomes {

	private static final int MAX_OUTCOMES = 500;

	private final Map<List<Object>, Outcome> outcomes = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(final Map.Entry<List<Object>, Outcome> eldest) {
			return size() > MAX_OUTCOMES;
		}
	};

	/** The outcome of a check; null if it is unknown. */
	synchronized Outcome get(final List<Object> key) {
		return outcomes.get(key);
	}

	synchronized void put(final List<Object> key, final Outcome outcome) {
		outcomes.put(key, outcome);
	}

	/** Warnings about the gradients that failed their self-check, one sentence each. */
	synchronized List<String> warnings() {
		return outcomes.values().stream().flatMap(outcome -> outcome.warnings.stream()).distinct().sorted().collect(Collectors
			.toList());
	}

	/** The variant and precision to use, and the warnings about those that failed. */
	static final class Outcome {

		final Variant variant;
		final Precision precision;
		final List<String> warnings;

		/** The outcome if no variant passes. */
		static Outcome refused(final String message) {
			return new Outcome(null, Precision.EXACT, List.of(message));
		}

		boolean isRefused() {
			return variant == null;
		}

		/** The reason for which the objective is refused. */
		DreamException exception() {
			return new DreamException(warnings.get(0));
		}

		Outcome(final Variant variant, final Precision precision, final List<String> warnings) {
			this.variant = variant;
			this.precision = precision;
			this.warnings = List.copyOf(warnings);
		}
	}
}
