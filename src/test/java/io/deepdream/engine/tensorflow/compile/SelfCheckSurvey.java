package io.deepdream.engine.tensorflow.compile;

import java.util.List;
import java.util.Locale;

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.Engines;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.load.FrozenGraph;
import io.deepdream.engine.tensorflow.rewrite.JointConvolution;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.Precision;

/**
 * Counts how many correct gradients pass the self-check, and how many wrong ones fail
 * it, which lack a third of the channels of a single kernel in the backward pass:
 * {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=io.deepdream.engine.tensorflow.compile.SelfCheckSurvey
 * -Dexec.args="NETWORK EVERY"}, for every EVERYth layer.
 */
public final class SelfCheckSurvey {

	/** Number of kernels that are corrupted in each layer. */
	private static final int KERNELS = 3;

	private SelfCheckSurvey() {}

	public static void main(final String... args) {
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
		final int every = Integer.parseInt(args[1]);
		int checked = 0;
		int passed = 0;
		int corrupted = 0;
		int detected = 0;
		final ModelSpec spec = ModelCatalogue.find(args[0]);
		final List<LayerInfo> layers;
		try (TensorFlowEngine engine = new TensorFlowEngine(spec, Variant.VARIANTS)) {
			layers = engine.layers();
		}
		for (int i = every - 1; i < layers.size(); i += every) {
			final String layer = layers.get(i).name();
			final GraphDef forward = forward(spec, layer);
			final List<TermKind> terms = List.of(new TermKind(layer, LayerObjectives.named(checked % 2 == 0 ? Term.SQUARE
				: Term.MEAN)));
			final GraphDef correct = ObjectiveGraph.of(forward, terms, Variant.ALL.without(JointConvolution.class));
			final int kernels = (int) correct.getNodeList().stream().filter(node -> node.getName().endsWith("/rotated")).count();
			try (SelfCheck check = new SelfCheck(forward, new GraphGeometry(forward), terms)) {
				checked++;
				if (passes(check, terms, correct)) passed++;
				for (int k = 0; k < Math.min(KERNELS, kernels); k++) {
					final int which = k * kernels / KERNELS;
					corrupted++;
					if (!passes(check, terms, GradientRewriteTest.withoutTail(correct, n -> n == which))) detected++;
				}
			}
		}
		System.out.printf(Locale.ROOT, "%d of %d correct gradients pass, %d of %d wrong ones are detected%n", passed, checked,
			detected, corrupted);
	}

	/** The graph of a layer, as the engine prepares it. */
	static GraphDef forward(final ModelSpec spec, final String layer) {
		final GraphDef frozen = FrozenGraph.parse(spec.read(), spec.location());
		return new Prune(List.of(layer)).apply(FrozenGraph.prepare(frozen, FrozenGraph.input(frozen, spec), spec));
	}

	private static boolean passes(final SelfCheck check, final List<TermKind> terms, final GraphDef graph) {
		try (CompiledObjective compiled = new CompiledObjective(new ObjectiveKind(terms, Precision.EXACT), graph,
			Precision.EXACT, List.of()))
		{
			return check.error(compiled) <= ObjectiveCompiler.TOLERANCE;
		}
	}
}
