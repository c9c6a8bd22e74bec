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

/**
 * What blocks and windows have in common along one axis. Blocks are adjacent and cover the axis once; windows overlap each
 * other, and those that begin before the axis or end after it continue at its opposite end.
 */
final class AxisCuts implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Pixels of a block and a window that are the same. */
	static final class Cut {

		/** In the part that is cut. */
		final int from;
		/** In the part that receives the pixels. */
		final int to;
		final int length;

		Cut(final int from, final int to, final int length) {
			this.from = from;
			this.to = to;
			this.length = length;
		}
	}

	/** The first pixel of each block, and the length of the axis. */
	private final int[] blocks;
	private final int[] from;
	private final int[] to;

	/**
	 * @param blocks the first pixel of each block, and the length of the axis
	 * @param from the first pixel of each window
	 * @param to the end of each window, exclusive
	 */
	AxisCuts(final int[] blocks, final int[] from, final int[] to) {
		this.blocks = blocks.clone();
		this.from = from.clone();
		this.to = to.clone();
	}

	int blocks() {
		return blocks.length - 1;
	}

	int windows() {
		return from.length;
	}

	int blockLength(final int block) {
		return blocks[block + 1] - blocks[block];
	}

	int windowLength(final int window) {
		return to[window] - from[window];
	}

	/** For each window, what a block gives it; several cuts, if the window contains the same pixels several times. */
	List<List<Cut>> ofBlock(final int block) {
		final List<List<Cut>> result = new ArrayList<>();
		for (int window = 0; window < windows(); window++)
			result.add(cuts(block, window, true));
		return result;
	}

	/** For each block, what a window gives it. */
	List<List<Cut>> ofWindow(final int window) {
		final List<List<Cut>> result = new ArrayList<>();
		for (int block = 0; block < blocks(); block++)
			result.add(cuts(block, window, false));
		return result;
	}

	private List<Cut> cuts(final int block, final int window, final boolean toWindow) {
		final int length = blocks[blocks.length - 1];
		final List<Cut> cuts = new ArrayList<>();
		for (int turn = Math.floorDiv(from[window], length); turn <= Math.floorDiv(to[window] - 1, length); turn++) {
			final int origin = blocks[block] + turn * length;
			final int first = Math.max(from[window], origin);
			final int end = Math.min(to[window], blocks[block + 1] + turn * length);
			if (first >= end) continue;
			final int inBlock = first - origin;
			final int inWindow = first - from[window];
			cuts.add(toWindow ? new Cut(inBlock, inWindow, end - first) : new Cut(inWindow, inBlock, end - first));
		}
		return cuts;
	}
}
