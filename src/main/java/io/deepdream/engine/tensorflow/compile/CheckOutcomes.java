package io.deepdream.engine.tensorflow.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.deepdream.params.Precision;
import io.deepdream.engine.tensorflow.rewrite.Variant;

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

		Outcome(final Variant variant, final Precision precision, final List<String> warnings) {
			this.variant = variant;
			this.precision = precision;
			this.warnings = List.copyOf(warnings);
		}
	}
}
