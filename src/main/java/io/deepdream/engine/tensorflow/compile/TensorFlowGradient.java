package io.deepdream.engine.tensorflow.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LeaseCache;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.params.Precision;

/** The gradient of terms, from a compiled objective. Regions are fed as weights of rows and columns. */
final class TensorFlowGradient implements GradientFunction {

	private final List<Term> terms;
	private final GraphGeometry geometry;
	private final LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease;

	TensorFlowGradient(final List<Term> terms, final GraphGeometry geometry, final LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease) {
		this.terms = List.copyOf(terms);
		this.geometry = geometry;
		this.lease = lease;
	}

	@Override
	public double evaluate(final float[] pixels, final int width, final int height, final List<Region> regions,
		final float[] gradient)
	{
		if (regions.size() != terms.size()) throw new IllegalArgumentException(regions.size() + " regions for " + terms
			.size() + " terms");
		final Map<String, ReceptiveField> down = geometry.receptiveFields(Axis.HEIGHT, height);
		final Map<String, ReceptiveField> across = geometry.receptiveFields(Axis.WIDTH, width);
		final CompiledObjective compiled = lease.value();
		try (NetworkSession.Run run = compiled.feed(pixels, 1, width, height)) {
			for (int i = 0; i < terms.size(); i++) {
				final Term term = terms.get(i);
				final Region region = regions.get(i);
				compiled.feed(run, i, term, box(down.get(term.layer()).positions(), region.y(), region.height(), region
					.weight()), box(across.get(term.layer()).positions(), region.x(), region.width(), 1));
			}
			return compiled.gradient(run, 1, gradient, Math.multiplyExact(3 * width, height))[0];
		}
	}

	/** An array with n weights from an index on, and zeros elsewhere. */
	private static float[] box(final int length, final int first, final int n, final float weight) {
		final float[] result = new float[length];
		Arrays.fill(result, first, first + n, weight);
		return result;
	}

	@Override
	public List<String> warnings() {
		return lease.value().warnings();
	}

	@Override
	public Precision precision() {
		return lease.value().precision();
	}

	@Override
	public void close() {
		lease.close();
	}
}
