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
package io.deepdream.engine;

/**
 * The receptive fields of a layer's positions along one axis, for an input of a given
 * length. Pixels outside the input are padding.
 * <p>
 * The fields repeat: of each grid of pixels, the same number of positions sees the same
 * part. In an encoder, each grid has one position. After a decoder has enlarged a layer
 * of stride 16 to stride 1, each grid of 16 pixels has 16 positions, whose receptive
 * fields differ. In super-resolution, a grid of one pixel has several positions.
 * </p>
 */
public final class ReceptiveField {

	private final int positions;
	private final int grid;
	private final int[] first;
	private final int[] last;

	/**
	 * A layer with one position in each grid.
	 *
	 * @param positions number of positions of the layer
	 * @param stride pixels between neighbouring positions
	 * @param first first pixel of the receptive field of position 0
	 * @param last last pixel of the receptive field of position 0
	 */
	public ReceptiveField(final int positions, final int stride, final int first, final int last) {
		this(positions, stride, new int[] { first }, new int[] { last });
	}

	/**
	 * @param positions number of positions of the layer
	 * @param grid pixels after which the receptive fields repeat
	 * @param first first pixels of the receptive fields of the positions of the first grid
	 * @param last last pixels of the receptive fields of the positions of the first grid
	 */
	public ReceptiveField(final int positions, final int grid, final int[] first, final int[] last) {
		this.positions = positions;
		this.grid = grid;
		this.first = first.clone();
		this.last = last.clone();
	}

	/** The same receptive fields of another number of positions. */
	public ReceptiveField withPositions(final int number) {
		return number == positions ? this : new ReceptiveField(number, grid, first, last);
	}

	/** Number of positions of the layer. */
	public int positions() {
		return positions;
	}

	/**
	 * Pixels after which the receptive fields repeat. A part of the input that begins at a
	 * multiple of it has the layer's positions of the whole input.
	 */
	public int grid() {
		return grid;
	}

	/** Number of positions in a grid. */
	public int positionsInGrid() {
		return first.length;
	}

	/** Distance of neighbouring positions. */
	public Stride stride() {
		return Stride.of(grid, first.length);
	}

	/** First pixel of the receptive field of a position; negative if the input is padded. */
	public int first(final int position) {
		return first[Math.floorMod(position, first.length)] + Math.floorDiv(position, first.length) * grid;
	}

	/** Last pixel of the receptive field of a position. */
	public int last(final int position) {
		return last[Math.floorMod(position, last.length)] + Math.floorDiv(position, last.length) * grid;
	}

	/**
	 * The first pixel that any position depends on, relative to the pixel in which the position
	 * begins, see {@link Stride#pixel}; negative if the input is padded.
	 */
	public int first() {
		final Stride stride = stride();
		int result = first[0];
		for (int i = 1; i < first.length; i++)
			result = Math.min(result, first[i] - stride.pixel(i));
		return result;
	}

	/** The last pixel that any position depends on, relative to the pixel in which the position begins. */
	public int last() {
		final Stride stride = stride();
		int result = last[0];
		for (int i = 1; i < last.length; i++)
			result = Math.max(result, last[i] - stride.pixel(i));
		return result;
	}

	/**
	 * The coordinate of position 0 in pixels, possibly between two: the middle between the first
	 * and the last pixel that any position depends on, relative to its own place. The
	 * coordinates of the other positions are one {@link #stride()} apart.
	 */
	public double centre() {
		final int n = first.length;
		int least = n * first[0];
		int largest = n * last[0];
		for (int i = 1; i < n; i++) {
			least = Math.min(least, n * first[i] - i * grid);
			largest = Math.max(largest, n * last[i] - i * grid);
		}
		return (least + largest) / (2.0 * n);
	}

	/** Size of the largest receptive field in pixels, including padding. */
	public int size() {
		int result = 0;
		for (int i = 0; i < first.length; i++)
			result = Math.max(result, last[i] - first[i] + 1);
		return result;
	}
}
