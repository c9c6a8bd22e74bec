package io.deepdream.engine.tensorflow.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import io.deepdream.engine.Axis;
import io.deepdream.params.Precision;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import org.tensorflow.proto.GraphDef;

/**
 * Compares a compiled gradient with differences between forward runs of the graph
 * as it came, of which the objective is computed here.
 */
final class SelfCheck implements AutoCloseable {

	/** Enough for every kernel to have an inside, and quick. */
	private static final int SIDE = 96;

	private static final int DIRECTIONS = 5;
	/** Grey levels: small, so that few ReLUs and maxima change side, deep layers' too, and large against float32's grain. */
	private static final double[] STEPS = { 0.02, 0.005, 0.1, 0.002 };

	/** At random, differences are small and kinks count for more. */
	private static final int RANDOM_DIRECTIONS = 15;
	private static final double[] RANDOM_STEPS = { 0.02, 0.005, 0.05 };
	/** Right gradients were off by up to 0.031, all but a few that lacked a third of one kernel by more (docs/speed.md). */
	private static final double RANDOM_TOLERANCE = 0.05;
	/** In bfloat16 right ones were off by up to a half. */
	private static final double FAST_RANDOM_TOLERANCE = 0.8;

	private final NetworkSession forward;
	private final GraphGeometry geometry;
	private final List<TermKind> terms;
	private final List<Term> examples = new ArrayList<>();
	private final int side;

	/** @param graph what the terms' layers are computed from */
	SelfCheck(final GraphDef graph, final GraphGeometry geometry, final List<TermKind> terms) {
		this.geometry = geometry;
		this.terms = terms;
		forward = new NetworkSession(graph);
		side = side();
		final Random random = new Random(1);
		for (final TermKind term : terms)
			examples.add(term.objective().example(term.layer(), forward.channels(term.layer()), random));
	}

	/** Of a picture in which every layer has positions: deep layers without padding need a large one. */
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
		return geometry.receptiveFields(axis, pixels).get(term.layer()).positions();
	}

	/**
	 * The relative error of directional derivatives: half along the gradient, so that
	 * the difference is large against its rounding, and half at random. A part of the
	 * gradient that is lost has no share in that direction, so that a gradient that
	 * passes is looked at in random directions, too.
	 */
	double error(final CompiledObjective compiled) {
		final Random random = new Random(2);
		final float[] x = new float[3 * side * side];
		for (int i = 0; i < x.length; i++)
			x[i] = (float) (117 + 40 * random.nextGaussian());
		final float[] g = new float[x.length];
		double squares = 0;
		gradient(compiled, x, g);
		for (final float value : g)
			squares += (double) value * value;
		// right only if the channels are dead in this picture
		if (squares == 0) return error(x, g, 0, STEPS[0], DIRECTIONS, random);
		final double scale = 1 / Math.sqrt(squares / g.length);
		final boolean fast = compiled.precision() == Precision.FAST;
		final double along = least(STEPS, ObjectiveCompiler.TOLERANCE, step -> error(x, g, step * scale, step, DIRECTIONS,
			random));
		if (along > (fast ? ObjectiveCompiler.FAST_TOLERANCE : ObjectiveCompiler.TOLERANCE)) return along;
		final double most = fast ? FAST_RANDOM_TOLERANCE : RANDOM_TOLERANCE;
		final double aside = least(RANDOM_STEPS, most, step -> error(x, g, 0, step, RANDOM_DIRECTIONS, random));
		return aside > most ? aside : along;
	}

	/** The error of the step that shows the least. */
	private static double least(final double[] steps, final double enough, final DoubleUnaryOperator error) {
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < steps.length && least > enough; i++)
			least = Math.min(least, error.applyAsDouble(steps[i]));
		return least;
	}

	/**
	 * How far differences are from what the gradient says, relative to that: of
	 * several directions the medians, since in some a kink always lies.
	 *
	 * @param along how much of the gradient there is in a direction
	 * @param aside how many grey levels of noise
	 */
	private double error(final float[] x, final float[] gradient, final double along, final double aside,
		final int directions, final Random random)
	{
		final double[] deviations = new double[directions];
		final double[] expectations = new double[directions];
		for (int k = 0; k < directions; k++) {
			final float[] up = x.clone();
			final float[] down = x.clone();
			double expected = 0;
			for (int i = 0; i < x.length; i++) {
				final double v = 0.5 * (along * gradient[i] + aside * random.nextGaussian());
				up[i] += v;
				down[i] -= v;
				// the step as float32 made it
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

	/** Not a number sorts last, so that most of the values must be numbers. */
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
