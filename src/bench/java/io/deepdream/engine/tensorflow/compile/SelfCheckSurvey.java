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

import java.util.List;
import java.util.Locale;

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.Engines;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.objective.LayerObjectives;
import io.deepdream.engine.tensorflow.objective.TermKind;
import io.deepdream.engine.tensorflow.rewrite.JointConvolution;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.Precision;

/**
 * How often the self-check accepts correct gradients, and rejects gradients that lack a
 * third of the channels of a single kernel in the backward pass; of every EVERYth layer.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java \
 *   -Dexec.mainClass=io.deepdream.engine.tensorflow.compile.SelfCheckSurvey -Dexec.args="NETWORK EVERY"
 * </pre>
 */
public final class SelfCheckSurvey {

	private static final int DAMAGED_KERNELS_PER_LAYER = 3;

	private SelfCheckSurvey() {}

	public static void main(final String... args) {
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
		final int every = Integer.parseInt(args[1]);
		int checked = 0;
		int passed = 0;
		int damaged = 0;
		int rejected = 0;
		final ModelSpec spec = ModelCatalogue.find(args[0]);
		final List<LayerInfo> layers;
		try (TensorFlowEngine engine = new TensorFlowEngine(spec, Variant.VARIANTS)) {
			layers = engine.layers();
		}
		for (int i = every - 1; i < layers.size(); i += every) {
			final String layer = layers.get(i).name();
			final GraphDef forward = ForwardGraph.of(spec, layer);
			final List<TermKind> terms = List.of(new TermKind(layer, LayerObjectives.named(checked % 2 == 0 ? Term.SQUARE
				: Term.MEAN)));
			final GraphDef correct = ObjectiveGraph.of(forward, terms, Variant.ALL.without(JointConvolution.class));
			final int kernels = (int) correct.getNodeList().stream().filter(node -> node.getName().endsWith("/turned")).count();
			try (SelfCheck check = new SelfCheck(forward, new GraphGeometry(forward), terms)) {
				checked++;
				if (passes(check, terms, correct)) passed++;
				for (int k = 0; k < Math.min(DAMAGED_KERNELS_PER_LAYER, kernels); k++) {
					final int which = k * kernels / DAMAGED_KERNELS_PER_LAYER;
					damaged++;
					if (!passes(check, terms, GradientRewriteTest.withoutTail(correct, n -> n == which))) rejected++;
				}
			}
		}
		System.out.printf(Locale.ROOT, "%d of %d correct gradients pass, %d of %d damaged ones are rejected%n", passed, checked,
			rejected, damaged);
	}

	private static boolean passes(final SelfCheck check, final List<TermKind> terms, final GraphDef graph) {
		try (CompiledObjective compiled = new CompiledObjective(new ObjectiveKind(terms, Precision.EXACT), graph,
			Precision.EXACT, List.of()))
		{
			return check.error(compiled) <= ObjectiveCompiler.TOLERANCE;
		}
	}
}
