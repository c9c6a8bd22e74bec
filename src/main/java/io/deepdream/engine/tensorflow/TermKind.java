package io.deepdream.engine.tensorflow;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.deepdream.engine.Term;

/** What of a term is built into a graph; the rest of it is fed. */
final class TermKind {

	private final String layer;
	private final boolean square;
	private final boolean guided;

	private TermKind(final String layer, final boolean square, final boolean guided) {
		this.layer = layer;
		this.square = square;
		this.guided = guided;
	}

	/** Of all sums of a layer's channels. */
	static TermKind channels(final String layer) {
		return new TermKind(layer, false, false);
	}

	static List<TermKind> of(final List<Term> terms) {
		return terms.stream().map(term -> new TermKind(term.layer(), term.square(), term
			.isGuided())).collect(Collectors.toUnmodifiableList());
	}

	String layer() {
		return layer;
	}

	boolean square() {
		return square;
	}

	boolean isGuided() {
		return guided;
	}

	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof TermKind)) return false;
		final TermKind that = (TermKind) other;
		return layer.equals(that.layer) && square == that.square && guided == that.guided;
	}

	@Override
	public int hashCode() {
		return Objects.hash(layer, square, guided);
	}
}
