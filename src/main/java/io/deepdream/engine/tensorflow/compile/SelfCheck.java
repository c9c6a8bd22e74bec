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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.Axis;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.objective.TermKind;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.params.Precision;

/**
 * Compares a compiled gradient with finite differences of the objective, which is
 * computed in Java from forward passes of the network's graph without the rewrites of the
 * gradient.
 */
final class SelfCheck implements AutoCloseable {

	/** Large enough for positions without padding in every layer, and small enough to be fast. */
	private static final int SIDE = 96;

	private static final int DIRECTIONS = 5;
	/**
	 * Step sizes in grey levels: small, so that few ReLUs and maxima switch, also in deep
	 * layers, and large compared with the rounding of float32.
	 */
	private static final double[] STEPS = { 0.02, 0.005, 0.1, 0.002 };

	/** In random directions, differences are small, and kinks have a larger effect. */
	private static final int RANDOM_DIRECTIONS = 15;
	private static final double[] RANDOM_STEPS = { 0.02, 0.005, 0.05 };
	/**
	 * Correct gradients had errors up to 0.031; nearly all gradients that lacked a third
	 * of one kernel had larger ones (docs/speed.md).
	 */
	private static final double RANDOM_TOLERANCE = 0.05;
	/** Correct bfloat16 gradients had errors up to 0.5. */
	private static final double FAST_RANDOM_TOLERANCE = 0.8;

	private final NetworkSession forward;
	private final GraphGeometry geometry;
	private final List<TermKind> terms;
	private final List<Term> examples = new ArrayList<>();
	private final int side;

	/** @param graph the graph of the terms' layers */
	SelfCheck(final GraphDef graph, final GraphGeometry geometry, final List<TermKind> terms) {
		this.geometry = geometry;
		this.terms = terms;
		forward = new NetworkSession(Variant.FORWARD.apply(graph));
		side = side();
		final Random random = new Random(1);
		for (final TermKind term : terms)
			examples.add(term.objective().example(term.layer(), forward.channels(term.layer()), random));
	}

	/** The side of an image for which every layer has positions; deep layers without padding need a large one. */
	private int side() {
		int pixels = SIDE;
		while (pixels < 16 * SIDE && !allHavePositions(pixels))
			pixels *= 2;
		return pixels;
	}

	private boolean allHavePositions(final int pixels) {
		return terms.stream().allMatch(term -> positions(term, Axis.WIDTH, pixels) > 0 && positions(term, Axis.HEIGHT,
			pixels) > 0);
	}

	private int positions(final TermKind term, final Axis axis, final int pixels) {
		return geometry.actualFields(axis, pixels).get(term.layer()).positions();
	}

	/**
	 * The relative error of directional derivatives. First, half of each direction is the
	 * gradient, so that the difference is large compared with its rounding, and half is
	 * random. A missing part of the gradient does not contribute to this direction;
	 * therefore a gradient that passes is also checked in random directions.
	 */
	double error(final CompiledObjective compiled) {
		final Random random = new Random(2);
		final float[] x = new float[compiled.inputChannels() * side * side];
		for (int i = 0; i < x.length; i++)
			x[i] = (float) (117 + 40 * random.nextGaussian());
		final float[] g = new float[x.length];
		double squares = 0;
		gradient(compiled, x, g);
		for (final float value : g)
			squares += (double) value * value;
		// correct only if the channels are inactive in this image
		if (squares == 0) return error(x, g, 0, STEPS[0], DIRECTIONS, random);
		final double scale = 1 / Math.sqrt(squares / g.length);
		final boolean fast = compiled.precision() == Precision.FAST;
		final double gradientError = minError(STEPS, ObjectiveCompiler.TOLERANCE, step -> error(x, g, step * scale, step,
			DIRECTIONS, random));
		if (gradientError > (fast ? ObjectiveCompiler.FAST_TOLERANCE : ObjectiveCompiler.TOLERANCE)) return gradientError;
		final double randomTolerance = fast ? FAST_RANDOM_TOLERANCE : RANDOM_TOLERANCE;
		final double randomError = minError(RANDOM_STEPS, randomTolerance, step -> error(x, g, 0, step, RANDOM_DIRECTIONS,
			random));
		return randomError > randomTolerance ? randomError : gradientError;
	}

	/** The smallest error of all step sizes; stops at the first one within the tolerance. */
	private static double minError(final double[] steps, final double tolerance, final DoubleUnaryOperator error) {
		double minError = Double.POSITIVE_INFINITY;
		for (int i = 0; i < steps.length && minError > tolerance; i++)
			minError = Math.min(minError, error.applyAsDouble(steps[i]));
		return minError;
	}

	/**
	 * The deviation of differences from the directional derivatives, relative to the
	 * latter. Both are medians of several directions, since kinks affect some of them.
	 *
	 * @param gradientScale factor of the gradient in a direction
	 * @param noise standard deviation of the noise in a direction, in grey levels
	 */
	private double error(final float[] x, final float[] gradient, final double gradientScale, final double noise,
		final int directions, final Random random)
	{
		final double[] deviations = new double[directions];
		final double[] expectations = new double[directions];
		for (int k = 0; k < directions; k++) {
			final float[] up = x.clone();
			final float[] down = x.clone();
			double expected = 0;
			for (int i = 0; i < x.length; i++) {
				final double v = 0.5 * (gradientScale * gradient[i] + noise * random.nextGaussian());
				up[i] += v;
				down[i] -= v;
				// the step after rounding to float32
				expected += gradient[i] * ((double) up[i] - down[i]);
			}
			deviations[k] = Math.abs(score(up) - score(down) - expected);
			expectations[k] = Math.abs(expected);
		}
		final double deviation = median(deviations);
		if (deviation == 0) return 0;
		final double error = deviation / median(expectations);
		return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
	}

	/** NaN sorts last, so the median is a number only if most values are. */
	private static double median(final double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}

	private void gradient(final CompiledObjective compiled, final float[] x, final float[] gradient) {
		try (NetworkSession.Run run = compiled.feed(x, 1, side, side)) {
			for (int i = 0; i < terms.size(); i++)
				compiled.feed(run, i, examples.get(i), ones(positions(terms.get(i), Axis.HEIGHT, side)), ones(positions(terms.get(
					i), Axis.WIDTH, side)));
			compiled.gradient(run, 1, gradient, gradient.length);
		}
	}

	private static float[] ones(final int n) {
		final float[] result = new float[n];
		Arrays.fill(result, 1);
		return result;
	}

	private double score(final float[] x) {
		try (NetworkSession.Run run = forward.feed(x, 1, side, side)) {
			return run.fetch(values -> {
				double sum = 0;
				for (int i = 0; i < terms.size(); i++) {
					final float[] activations = new float[(int) values.get(i).size()];
					values.get(i).read(activations);
					sum += terms.get(i).objective().reference(examples.get(i), activations);
				}
				return sum;
			}, terms.stream().map(TermKind::layer).toArray(String[]::new));
		}
	}

	@Override
	public void close() {
		forward.close();
	}
}
