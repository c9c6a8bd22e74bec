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
package io.deepdream.engine.tensorflow.objective;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.deepdream.engine.Term;

/** The part of a term that determines the graph: the layer and the objective. Weights are fed. */
public final class TermKind {

	private final String layer;
	private final LayerObjective objective;

	public TermKind(final String layer, final LayerObjective objective) {
		this.layer = layer;
		this.objective = objective;
	}

	public static List<TermKind> of(final List<Term> terms) {
		return terms.stream().map(term -> new TermKind(term.layer(), LayerObjectives.named(term.objective()))).collect(
			Collectors.toUnmodifiableList());
	}

	public String layer() {
		return layer;
	}

	public LayerObjective objective() {
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
