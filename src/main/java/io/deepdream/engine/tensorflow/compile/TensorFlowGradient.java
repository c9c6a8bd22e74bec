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
		final Map<String, ReceptiveField> down = geometry.actualFields(Axis.HEIGHT, height);
		final Map<String, ReceptiveField> across = geometry.actualFields(Axis.WIDTH, width);
		final CompiledObjective compiled = lease.value();
		try (NetworkSession.Run run = compiled.feed(pixels, 1, width, height)) {
			for (int i = 0; i < terms.size(); i++) {
				final Term term = terms.get(i);
				final Region region = regions.get(i);
				compiled.feed(run, i, term, box(down.get(term.layer()).positions(), region.y(), region.height(), region
					.weight()), box(across.get(term.layer()).positions(), region.x(), region.width(), 1));
			}
			return compiled.gradient(run, 1, gradient, Math.multiplyExact(compiled.inputChannels() * width, height))[0];
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
