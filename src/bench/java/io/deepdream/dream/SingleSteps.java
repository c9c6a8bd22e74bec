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
package io.deepdream.dream;

import java.util.List;
import java.util.Random;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.image.Size;
import io.deepdream.params.DreamParams;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.ObjectiveSettings;

/** Gradient ascent one step at a time, for benchmarks of single steps. */
public final class SingleSteps implements AutoCloseable {

	private final GradientFunction function;
	private final ConcurrentTasks tasks;
	private final TiledGradient gradient;
	private final AscentMethod ascent;
	private final TilePlan plan;
	private final int width;
	private final int height;
	private final float[] g;
	private final Random random = new Random(3);

	/** With as many tiles at a time as a dream would have. */
	public SingleSteps(final GradientEngine engine, final DreamParams params, final float[] x, final int width,
		final int height)
	{
		this(engine, params, x, width, height, 0);
	}

	/**
	 * @param x the picture, modified by each step
	 * @param concurrentTiles how many tiles at a time; 0 = as a dream would have
	 */
	public SingleSteps(final GradientEngine engine, final DreamParams params, final float[] x, final int width,
		final int height, final int concurrentTiles)
	{
		g = new float[x.length];
		this.width = width;
		this.height = height;
		final Objective objective = new Objective(ObjectiveSettings.of(params), engine.layers());
		final DreamSettings settings = DreamSettings.of(params);
		final Size size = new Size(width, height);
		plan = new TilePlan(engine, objective, settings.tiles(), List.of(size), Long.MAX_VALUE);
		function = engine.compile(objective.terms());
		tasks = new ConcurrentTasks(concurrentTiles > 0 ? concurrentTiles : plan.concurrentTiles());
		gradient = new TiledGradient(new TileGrid(engine, objective, size, plan.tiles(Axis.WIDTH, width), plan.tiles(
			Axis.HEIGHT, height)), function, tasks);
		ascent = new PlainAscent(x, size, null, settings.steps());
	}

	public void step() {
		gradient.evaluate(ascent.input(), shift(width), shift(height), g, TiledGradientTest.SILENT);
		ascent.step(g);
	}

	private int shift(final int length) {
		return plan.divides(length) ? random.nextInt(plan.side()) : 0;
	}

	@Override
	public void close() {
		tasks.close();
		function.close();
	}
}
