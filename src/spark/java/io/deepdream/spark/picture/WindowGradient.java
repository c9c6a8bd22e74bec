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
package io.deepdream.spark.picture;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

import io.deepdream.DeepDream;
import io.deepdream.dream.TileInterval;
import io.deepdream.engine.GradientFunction;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamParams;
import io.deepdream.spark.cluster.SharedNetwork;

/** Evaluates the tiles of a window with the network of the executor. */
final class WindowGradient implements Serializable {

	private static final long serialVersionUID = 1L;

	private final SharedNetwork network;
	private final String options;
	private final OctaveBlocks blocks;

	WindowGradient(final SharedNetwork network, final DreamParams params, final OctaveBlocks blocks) {
		this.network = network;
		options = params.toOptions();
		this.blocks = blocks;
	}

	/** The numbers of the tiles of a block, in order. */
	List<Integer> tiles(final int block) {
		final List<Integer> numbers = new ArrayList<>();
		for (int r = down().firstTile(blocks.row(block)); r < down().firstTile(blocks.row(block) + 1); r++)
			for (int c = across().firstTile(blocks.column(block)); c < across().firstTile(blocks.column(block) + 1); c++)
				if (blocks.tiles().hasPositions(r * across().tiles() + c)) numbers.add(r * across().tiles() + c);
		return numbers;
	}

	/** The compiled gradient, until the end of the task. */
	GradientFunction open() {
		final DeepDream deepDream = network.deepDream();
		final GradientFunction function = deepDream.gradient(DreamParams.parse(options));
		TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> {
			function.close();
			deepDream.close();
		});
		return function;
	}

	/**
	 * The gradient of one tile, halo included.
	 *
	 * @param window the pixels of the block's window
	 */
	BlockGradient of(final GradientFunction function, final int block, final int tile, final Picture window) {
		final int left = across().windowFrom(blocks.column(block));
		final int top = down().windowFrom(blocks.row(block));
		final TileInterval column = across().tile(tile % across().tiles());
		final TileInterval row = down().tile(tile / across().tiles());
		final Picture pixels = window.region(column.from() - left, row.from() - top, column.length(), row.length());
		final float[] gradient = new float[pixels.data().length];
		final double score = function.evaluate(pixels.data(), column.length(), row.length(), blocks.tiles().regions(tile),
			gradient);
		return new BlockGradient(gradient, score);
	}

	private BlockAxis across() {
		return blocks.across();
	}

	private BlockAxis down() {
		return blocks.down();
	}
}
