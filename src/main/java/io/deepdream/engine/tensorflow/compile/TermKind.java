package io.deepdream.engine.tensorflow.compile;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.deepdream.engine.Term;

/** The part of a term that determines the graph: the layer and the objective. Weights are fed. */
final class TermKind {

	private final String layer;
	private final LayerObjective objective;

	TermKind(final String layer, final LayerObjective objective) {
		this.layer = layer;
		this.objective = objective;
	}

	static List<TermKind> of(final List<Term> terms) {
		return terms.stream().map(term -> new TermKind(term.layer(), LayerObjectives.named(term.objective()))).collect(
			Collectors.toUnmodifiableList());
	}

	String layer() {
		return layer;
	}

	LayerObjective objective() {
		return objective;
	}

	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof TermKind)) return false;
		final TermKind that = (TermKind) other;
		return layer.equals(that.layer) && objective.equals(that.objective);
	}

	@Override
	public int hashCode() {
		return Objects.hash(layer, objective);
	}
}
