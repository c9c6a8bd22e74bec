package io.deepdream.engine.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

	/** What has passed since the program began: [network, terms, path]. A batch of images is checked once. */
	private static final Set<List<Object>> PASSED = ConcurrentHashMap.newKeySet();

	private final Object network;
	private final GraphDef forward;
	private final GraphGeometry geometry;
	private final List<Set<GradientRewrite>> paths;
	private final List<String> notes = new CopyOnWriteArrayList<>();

	/**
	 * @param network what equals for networks that need not be checked twice, such as
	 *          a checksum of file and conventions
	 * @param paths the fastest first
	 */
	ObjectiveCompiler(final Object network, final GraphDef forward, final GraphGeometry geometry,
		final List<Set<GradientRewrite>> paths)
	{
		this.network = network;
		this.forward = forward;
		this.geometry = geometry;
		this.paths = paths;
	}

	/** @throws io.deepdream.DreamException if a term's layer has no gradient to the picture */
	CompiledObjective compile(final List<TermKind> terms) {
		final List<String> layers = terms.stream().map(TermKind::layer).collect(Collectors.toList());
		final GraphDef needed = new Prune(layers).apply(forward);
		if (PASSED.contains(List.of(network, terms, paths.get(0)))) return new CompiledObjective(terms, graph(needed, terms,
			paths.get(0)));
		final List<Double> errors = new ArrayList<>();
		try (SelfCheck check = new SelfCheck(needed, geometry, terms)) {
			for (final Set<GradientRewrite> path : paths) {
				final CompiledObjective compiled = new CompiledObjective(terms, graph(needed, terms, path));
				final double error = check.error(compiled);
				if (error <= TOLERANCE) {
					PASSED.add(List.of(network, terms, path));
					if (!errors.isEmpty()) note(layers, errors.get(0), "a slower way is taken, which passes it");
					return compiled;
				}
				compiled.close();
				errors.add(error);
			}
		}
		int best = 0;
		for (int i = 1; i < errors.size(); i++)
			if (errors.get(i) < errors.get(best)) best = i;
		note(layers, errors.get(best), "no other way is better, so that dreams of this layer may be wrong");
		return new CompiledObjective(terms, graph(needed, terms, paths.get(best)));
	}

	/** The graph that one path runs. */
	GraphDef graph(final GraphDef needed, final List<TermKind> terms, final Set<GradientRewrite> path) {
		return ObjectiveGraph.of(needed, terms, path);
	}

	private void note(final List<String> layers, final double error, final String consequence) {
		notes.add(String.format(Locale.ROOT,
			"On this processor the gradient of layer %s fails its check against differences by %.0f%%: %s.", String.join(", ",
				layers), 100 * Math.min(error, 10), consequence));
	}

	/** What checks have found wrong so far. */
	List<String> notes() {
		return List.copyOf(notes);
	}
}
