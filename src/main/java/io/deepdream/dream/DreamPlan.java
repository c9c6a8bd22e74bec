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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Resampling;
import io.deepdream.image.Size;
import io.deepdream.params.DreamException;
import io.deepdream.params.settings.DreamSettings;

/** The geometry of a dream: the sizes of its octaves, their tiles, and the shifts before each step. */
public final class DreamPlan {

	private final Objective objective;
	private final DreamSettings settings;
	private final List<Size> sizes;
	private final TilePlan tiles;
	/** For each octave. */
	private final List<TileGrid> grids = new ArrayList<>();
	private final Enlargement enlargement;

	/**
	 * @param objective made for the engine's layers
	 * @param full size of the result
	 * @param availableBytes native memory for the network
	 * @throws DreamException if the picture is too small for the layers, or no tile fits in memory
	 */
	public DreamPlan(final GradientEngine engine, final Objective objective, final DreamSettings settings, final Size full,
		final long availableBytes)
	{
		this.objective = objective;
		this.settings = settings;
		requirePositions(engine, objective, full);
		sizes = Octaves.sizes(full, settings.octaves(), 2 * objective.stride(), size -> objective.layers().stream().allMatch(
			layer -> hasPositions(engine, layer, size)));
		tiles = new TilePlan(engine, objective, settings.tiles(), sizes, availableBytes);
		for (final Size size : sizes)
			grids.add(new TileGrid(engine, objective, size, tiles.tiles(Axis.WIDTH, size.width()), tiles.tiles(Axis.HEIGHT, size
				.height())));
		enlargement = new Enlargement(sizes, settings.tiles().isPeriodic());
	}

	/** @throws DreamException if a picture is too small for a layer */
	static void requirePositions(final GradientEngine engine, final Objective objective, final Size size) {
		for (final LayerInfo layer : objective.layers()) {
			final boolean one = layer.stride().positionsIn(size.shorterSide()) > 0;
			if (one && hasPositions(engine, layer, size)) continue;
			// without padding, or with padding by reflection, an image can be larger than the stride and have no position
			throw new DreamException("The image is " + size + " pixels, too small for layer " + layer.name() + (one
				? ", which has no position in it" : ", which has one position in every " + layer.stride() + "x" + layer.stride() +
					" pixels") + ": enlarge the image, or choose a layer nearer to the input.");
		}
	}

	static boolean hasPositions(final GradientEngine engine, final LayerInfo layer, final Size size) {
		return engine.receptiveField(layer.name(), Axis.WIDTH, size.width()).positions() > 0 && engine.receptiveField(layer
			.name(), Axis.HEIGHT, size.height()).positions() > 0;
	}

	/** The sizes of the octaves, the full size last. */
	public List<Size> sizes() {
		return Collections.unmodifiableList(sizes);
	}

	/** What the user should know about the plan, one sentence each. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		final int requested = settings.octaves().count();
		if (sizes.size() < requested) notes.add("Of " + requested + " octaves only " + sizes.size() +
			" are used: the others would be too small for layer " + objective.layers().get(0).name() + ".");
		if (tiles.isReduced()) notes.add("Tiles of " + tiles.side() + " pixels are used, because those of " + settings.tiles()
			.side() + " would not fit in memory.");
		return notes;
	}

	/** Side of a tile; 0 if every octave is computed in one run. */
	public int side() {
		return tiles.side();
	}

	/** How many tiles are computed at the same time. */
	int concurrentTiles() {
		return tiles.concurrentTiles();
	}

	/** The tiles of an octave. */
	public TileGrid tiles(final int octave) {
		return grids.get(octave);
	}

	/**
	 * The shift of an axis before a step, in pixels. For each step, that of the width is drawn first, then that of the height.
	 *
	 * @param length of the axis, in pixels
	 * @param random made from the seed, and used for the shifts of all octaves in order
	 */
	public int shift(final int length, final Random random) {
		return tiles.shift(length, settings.steps().jitter(), random);
	}

	Enlargement enlargement() {
		return enlargement;
	}

	/** How pictures are resized from one octave to another. */
	public Resampling resampling(final int from, final int to) {
		return enlargement.resampling(from, to);
	}
}
