package io.deepdream.engine.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.tensorflow.proto.GraphDef;

/**
 * Compiles objectives by the fastest path whose gradient passes the
 * {@link SelfCheck} on this machine. Libraries have been wrong on single
 * processors before, without any message (tensorflow/tensorflow#40122,
 * uxlfoundation/oneDNN#5080).
 */
class ObjectiveCompiler {

	/** Largest relative error of a directional derivative that can be float32's and the kinks' own. */
	static final double TOLERANCE = 0.02;

	/** What checks have shown since the program began, by [network, terms, paths]: they are not repeated. */
	private static final Map<List<Object>, Choice> CHOICES = new ConcurrentHashMap<>();

	private final Object network;
	private final GraphDef forward;
	private final GraphGeometry geometry;
	private final List<Set<GradientRewrite>> paths;
	private final PassedChecks passed;

	/**
	 * @param network what equals for networks that need not be checked twice, such as
	 *          a checksum of file and conventions
	 * @param paths the fastest first
	 * @param passed what need not be checked any more
	 */
	ObjectiveCompiler(final Object network, final GraphDef forward, final GraphGeometry geometry,
		final List<Set<GradientRewrite>> paths, final PassedChecks passed)
	{
		this.passed = passed;
		this.network = network;
		this.forward = forward;
		this.geometry = geometry;
		this.paths = paths;
	}

	/** @throws io.deepdream.DreamException if a term's layer has no gradient to the picture */
	CompiledObjective compile(final List<TermKind> terms) {
		final List<String> layers = terms.stream().map(TermKind::layer).collect(Collectors.toList());
		final GraphDef needed = new Prune(layers).apply(forward);
		final List<Object> key = List.of(network, terms, paths);
		final Choice known = CHOICES.get(key);
		if (known != null) return compile(needed, terms, known);
		final GraphDef fastest = graph(needed, terms, paths.get(0));
		if (passed.has(fastest)) {
			CHOICES.put(key, new Choice(paths.get(0), List.of()));
			return new CompiledObjective(terms, fastest, List.of());
		}
		final List<Double> errors = new ArrayList<>();
		try (SelfCheck check = new SelfCheck(needed, geometry, terms)) {
			for (final Set<GradientRewrite> path : paths) {
				final Choice choice = new Choice(path, errors.isEmpty() ? List.of() : List.of(warning(layers, errors.get(0),
					"a slower way is taken, which passes it")));
				final CompiledObjective compiled = errors.isEmpty() ? new CompiledObjective(terms, fastest, List.of()) : compile(
					needed, terms, choice);
				if (!passes(check, compiled, errors)) continue;
				CHOICES.put(key, choice);
				// what is slow is looked at again the next time: the library may have changed
				if (errors.isEmpty()) passed.add(fastest);
				return compiled;
			}
		}
		int best = 0;
		for (int i = 1; i < errors.size(); i++)
			if (errors.get(i) < errors.get(best)) best = i;
		final Choice choice = new Choice(paths.get(best), List.of(warning(layers, errors.get(best),
			"no other way is better, so that dreams of this layer may be wrong")));
		CHOICES.put(key, choice);
		return compile(needed, terms, choice);
	}

	private CompiledObjective compile(final GraphDef needed, final List<TermKind> terms, final Choice choice) {
		return new CompiledObjective(terms, graph(needed, terms, choice.path), choice.warnings);
	}

	/** What does not pass is closed, and its error kept. */
	private static boolean passes(final SelfCheck check, final CompiledObjective compiled, final List<Double> errors) {
		boolean passed = false;
		try {
			final double error = check.error(compiled);
			passed = error <= TOLERANCE;
			if (!passed) errors.add(error);
			return passed;
		}
		finally {
			if (!passed) compiled.close();
		}
	}

	/** The graph that one path runs. */
	GraphDef graph(final GraphDef needed, final List<TermKind> terms, final Set<GradientRewrite> path) {
		return ObjectiveGraph.of(needed, terms, path);
	}

	private static String warning(final List<String> layers, final double error, final String consequence) {
		return String.format(Locale.ROOT,
			"On this processor the gradient of layer %s fails its check against differences by %.0f%%: %s.", String.join(", ",
				layers), 100 * Math.min(error, 10), consequence);
	}

	/** What the check of a compiled objective led to. */
	private static final class Choice {

		private final Set<GradientRewrite> path;
		private final List<String> warnings;

		Choice(final Set<GradientRewrite> path, final List<String> warnings) {
			this.path = path;
			this.warnings = warnings;
		}
	}
}
