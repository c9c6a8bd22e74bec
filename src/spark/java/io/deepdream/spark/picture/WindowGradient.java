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
import java.util.List;

import io.deepdream.DeepDream;
import io.deepdream.dream.TileGrid;
import io.deepdream.dream.TileInterval;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.Region;
import io.deepdream.params.DreamParams;
import io.deepdream.spark.SharedNetwork;

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

	/** @param window the pixels of a block's window */
	BlockGradient of(final int block, final float[] window) {
		try (DeepDream deepDream = network.deepDream(); GradientFunction function = deepDream.gradient(DreamParams.parse(
			options)))
		{
			return evaluate(function, block, window);
		}
	}

	private BlockGradient evaluate(final GradientFunction function, final int block, final float[] window) {
		final BlockAxis across = blocks.across();
		final BlockAxis down = blocks.down();
		final int left = across.windowFrom(blocks.column(block));
		final int top = down.windowFrom(blocks.row(block));
		final int width = across.windowTo(blocks.column(block)) - left;
		final float[] gradient = new float[window.length];
		double score = 0;
		for (int r = down.firstTile(blocks.row(block)); r < down.firstTile(blocks.row(block) + 1); r++)
			for (int c = across.firstTile(blocks.column(block)); c < across.firstTile(blocks.column(block) + 1); c++) {
				final List<Region> regions = blocks.tiles().regions(r * across.tiles() + c);
				if (!TileGrid.hasPositions(regions)) continue;
				final TileInterval column = across.tile(c);
				final TileInterval row = down.tile(r);
				final int n = blocks.channels() * column.length();
				final float[] pixels = new float[n * row.length()];
				final float[] part = new float[pixels.length];
				final int first = blocks.channels() * ((row.from() - top) * width + column.from() - left);
				for (int y = 0; y < row.length(); y++)
					System.arraycopy(window, first + y * blocks.channels() * width, pixels, n * y, n);
				score += function.evaluate(pixels, column.length(), row.length(), regions, part);
				for (int y = 0; y < row.length(); y++)
					for (int i = 0, to = first + y * blocks.channels() * width; i < n; i++)
						gradient[to + i] += part[n * y + i];
			}
		return new BlockGradient(gradient, score);
	}
}
