package io.deepdream.engine.tensorflow.compile;

import java.util.List;
import java.util.Objects;

import io.deepdream.params.Precision;

/** The part of an objective that determines its graph: the kinds of its terms and the precision. */
final class ObjectiveKind {

	private final List<TermKind> terms;
	private final Precision precision;

	ObjectiveKind(final List<TermKind> terms, final Precision precision) {
		this.terms = List.copyOf(terms);
		this.precision = precision;
	}

	List<TermKind> terms() {
		return terms;
	}

	Precision precision() {
		return precision;
	}

	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof ObjectiveKind)) return false;
		final ObjectiveKind that = (ObjectiveKind) other;
		return terms.equals(that.terms) && precision == that.precision;
	}

	@Override
	public int hashCode() {
		return Objects.hash(terms, precision);
	}
}
