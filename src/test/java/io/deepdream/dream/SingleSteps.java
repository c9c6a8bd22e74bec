package io.deepdream.dream;

import java.util.List;
import java.util.Random;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;

/** This project's renderers one step at a time, for the benchmark. */
public final class SingleSteps implements AutoCloseable {

	private final GradientFunction function;
	private final ConcurrentTasks workers;
	private final TiledGradient gradient;
	private final Climb climb;
	private final TilePlan plan;
	private final int width;
	private final int height;
	private final float[] g;
	private final Random random = new Random(3);

	/** @param x the picture, changed by each step */
	public SingleSteps(final GradientEngine engine, final DreamParams params, final float[] x, final int width,
		final int height)
	{
		g = new float[x.length];
		this.width = width;
		this.height = height;
		final Objective objective = new Objective(params.get(Parameter.LAYER), params.get(Parameter.CHANNELS), params.get(
			Parameter.OBJECTIVE), engine.layers());
		plan = new TilePlan(engine, objective, params, List.of(new int[] { width, height }), Long.MAX_VALUE);
		function = engine.compile(objective.terms());
		workers = new ConcurrentTasks(plan.atATime());
		gradient = new TiledGradient(engine, objective, function, width, height, plan.spans(Axis.WIDTH, width), plan.spans(
			Axis.HEIGHT, height), workers);
		climb = new PlainClimb(x, width, height, false, params);
	}

	public void step() {
		gradient.evaluate(climb.view(), shift(width), shift(height), g, TiledGradientTest.NOBODY);
		climb.step(g);
	}

	private int shift(final int length) {
		return plan.cuts(length) ? random.nextInt(plan.tile()) : 0;
	}

	@Override
	public void close() {
		workers.close();
		function.close();
	}
}
