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
package io.deepdream.spark.pyramid;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A picture in square blocks; those at the right and lower border may be smaller. */
public final class BlockGrid implements Serializable {

	private static final long serialVersionUID = 1L;

	private final int width;
	private final int height;
	private final int side;

	/**
	 * @param width of the picture, in pixels
	 * @param height of the picture, in pixels
	 * @param side of a block, in pixels
	 */
	public BlockGrid(final int width, final int height, final int side) {
		if (width < 1 || height < 1 || side < 1) throw new IllegalArgumentException(width + "x" + height +
			" pixels in blocks of " + side);
		this.width = width;
		this.height = height;
		this.side = side;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int side() {
		return side;
	}

	public int columns() {
		return (width - 1) / side + 1;
	}

	public int rows() {
		return (height - 1) / side + 1;
	}

	/** The left border of a block. */
	public int x(final BlockPosition block) {
		return block.column() * side;
	}

	/** The upper border of a block. */
	public int y(final BlockPosition block) {
		return block.row() * side;
	}

	public int width(final BlockPosition block) {
		return Math.min(side, width - x(block));
	}

	public int height(final BlockPosition block) {
		return Math.min(side, height - y(block));
	}

	/** All blocks, row by row. */
	public List<BlockPosition> blocks() {
		final List<BlockPosition> blocks = new ArrayList<>();
		for (int row = 0; row < rows(); row++)
			for (int column = 0; column < columns(); column++)
				blocks.add(new BlockPosition(column, row));
		return blocks;
	}

	/** The picture at half the size, rounded up, in blocks of the same side. */
	public BlockGrid halved() {
		return new BlockGrid((width + 1) / 2, (height + 1) / 2, side);
	}
}
