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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.tensorflow.compile.CheckOutcomes.Outcome;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.objective.TermKind;
import io.deepdream.engine.tensorflow.rewrite.Bfloat16;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.params.Precision;

/**
 * Compiles objectives with the fastest variant whose gradient passes the
 * {@link SelfCheck} on this machine. Libraries have been silently wrong on some
 * processors (tensorflow/tensorflow#40122, uxlfoundation/oneDNN#5080).
 */
class ObjectiveCompiler {

	/** Largest relative error of a directional derivative that float32 rounding and kinks of the objective can cause. */
	static final double TOLERANCE = 0.02;

	/**
	 * The same for bfloat16, whose rounding changes the sign of some ReLU inputs and the
	 * position of some maxima (docs/speed.md).
	 */
	static final double FAST_TOLERANCE = 0.1;

	private final Object network;
	private final GraphDef forward;
	private final GraphGeometry geometry;
	private final List<Variant> variants;
	private final PassedChecks passed;

	/**
	 * @param network key that is equal for networks that need not be checked separately,
	 *          such as a checksum of the file and the input convention
	 * @param forward the graph of all layers
	 * @param variants of gradient graphs, the fastest first
	 * @param passed the self-checks that need not be repeated
	 */
	ObjectiveCompiler(final Object network, final GraphDef forward, final GraphGeometry geometry,
		final List<Variant> variants, final PassedChecks passed)
	{
		this.passed = passed;
		this.network = network;
		this.forward = forward;
		this.geometry = geometry;
		this.variants = variants;
	}

	/** Warnings about the gradients that failed their self-check in this process, one sentence each. */
	List<String> failedChecks() {
		return passed.outcomes().warnings();
	}

	/**
	 * @throws io.deepdream.params.DreamException if a term's layer has no gradient with
	 *           respect to the image, or every variant of it fails the self-check
	 */
	CompiledObjective compile(final ObjectiveKind kind) {
		final List<String> layers = kind.terms().stream().map(TermKind::layer).collect(Collectors.toList());
		final GraphDef needed = new Prune(layers).apply(forward);
		final List<Object> key = List.of(network, kind, variants);
		final Outcome known = passed.outcomes().get(key);
		if (known != null && known.isRefused()) throw known.exception();
		if (known != null) return compile(needed, kind, known);
		final Outcome first = new Outcome(variants.get(0), kind.precision(), List.of());
		final GraphDef fastest = graph(needed, kind.terms(), first);
		if (passed.has(fastest)) return record(key, first, new CompiledObjective(kind, fastest, first.precision, List.of()));
		final boolean fast = kind.precision() == Precision.FAST;
		final List<String> warnings = new ArrayList<>();
		final List<Double> errors = new ArrayList<>();
		try (SelfCheck check = new SelfCheck(needed, geometry, kind.terms())) {
			if (passes(check, new CompiledObjective(kind, fastest, first.precision, List.of()), fast ? FAST_TOLERANCE : TOLERANCE,
				errors))
			{
				// a slower variant is checked again in the next process: the library may have changed
				passed.add(fastest);
				return record(key, first, new CompiledObjective(kind, fastest, first.precision, List.of()));
			}
			if (fast) warnings.add(warning(layers, errors.remove(0), "precision=exact is used instead of precision=fast"));
			for (final Variant variant : variants.subList(errors.size(), variants.size())) {
				final List<String> outcomeWarnings = new ArrayList<>(warnings);
				if (!errors.isEmpty()) outcomeWarnings.add(warning(layers, errors.get(0), "a slower variant that passes the check is used instead"));
				final Outcome outcome = new Outcome(variant, Precision.EXACT, outcomeWarnings);
				if (passes(check, compile(needed, kind, outcome), TOLERANCE, errors)) return record(key, outcome, compile(needed, kind,
					outcome));
			}
		}
		final Outcome refused = Outcome.refused(warning(layers, Collections.min(errors),
			"no variant passes the check, so dreams of it would be wrong; choose another layer"));
		passed.outcomes().put(key, refused);
		throw refused.exception();
	}

	private CompiledObjective record(final List<Object> key, final Outcome outcome, final CompiledObjective compiled) {
		passed.outcomes().put(key, outcome);
		return compiled;
	}

	private CompiledObjective compile(final GraphDef needed, final ObjectiveKind kind, final Outcome outcome) {
		return new CompiledObjective(kind, graph(needed, kind.terms(), outcome), outcome.precision, outcome.warnings);
	}

	private GraphDef graph(final GraphDef needed, final List<TermKind> terms, final Outcome outcome) {
		return outcome.precision == Precision.EXACT ? graph(needed, terms, outcome.variant) : toBfloat16(graph(needed, terms,
			outcome.variant.forBfloat16()));
	}

	/**
	 * Checks a compiled objective, adds its error to the list if it does not pass, and
	 * closes it: oneDNN keeps the kernels of a session in the layout that suits the first
	 * input, and converts them in each run for inputs that another layout suits, so that
	 * a session that has seen the small input of the check would be slower for good.
	 */
	private static boolean passes(final SelfCheck check, final CompiledObjective compiled, final double tolerance,
		final List<Double> errors)
	{
		try (compiled) {
			final double error = check.error(compiled);
			final boolean passes = error <= tolerance;
			if (!passes) errors.add(error);
			return passes;
		}
	}

	/** The gradient graph of one variant. */
	GraphDef graph(final GraphDef needed, final List<TermKind> terms, final Variant variant) {
		return ObjectiveGraph.of(needed, terms, variant);
	}

	/** The gradient graph in bfloat16. */
	GraphDef toBfloat16(final GraphDef graph) {
		return new Bfloat16(ObjectiveGraph.RESULTS).apply(graph);
	}

	private static String warning(final List<String> layers, final double error, final String consequence) {
		return String.format(Locale.ROOT,
			"On this processor, the gradient of layer %s deviates from finite differences by %.0f%%: %s.", String.join(", ",
				layers), 100 * Math.min(error, 10), consequence);
	}
}
