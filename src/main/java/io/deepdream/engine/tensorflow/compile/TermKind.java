package io.deepdream.engine.tensorflow.compile;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.deepdream.engine.Term;

/** What of a term is built into a graph; the rest of it is fed. */
final class TermKind {

	private final String layer;
	private final boolean square;
	private final boolean guided;
	private final boolean diverse;

	private TermKind(final String layer, final boolean square, final boolean guided, final boolean diverse) {
		this.layer = layer;
		this.square = square;
		this.guided = guided;
		this.diverse = diverse;
	}

	/**
	 * Of all sums of a layer's channels.
	 *
	 * @param diverse whether pictures of a batch are pushed apart
	 */
	static TermKind channels(final String layer, final boolean square, final boolean diverse) {
		return new TermKind(layer, square, false, diverse);
	}

	static List<TermKind> of(final List<Term> terms) {
		return terms.stream().map(term -> new TermKind(term.layer(), term.square(), term
			.isGuided(), false)).collect(Collectors.toUnmodifiableList());
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

	boolean isDiverse() {
		return diverse;
	}

	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof TermKind)) return false;
		final TermKind that = (TermKind) other;
		return layer.equals(that.layer) && square == that.square && guided == that.guided && diverse ==
			that.diverse;
	}

	@Override
	public int hashCode() {
		return Objects.hash(layer, square, guided, diverse);
	}
}
