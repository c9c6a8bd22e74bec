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
 * The distance between neighbouring positions of a layer along one axis: a number of
 * pixels, or a fraction where the layer has more positions than the image has pixels, as in
 * super-resolution. Position 0 begins at pixel 0.
 */
public final class Stride {

	private final int pixels;
	private final int positions;

	private Stride(final int pixels, final int positions) {
		this.pixels = pixels;
		this.positions = positions;
	}

	/**
	 * @param pixels at least 1
	 * @param positions number of positions in so many pixels, at least 1
	 */
	public static Stride of(final int pixels, final int positions) {
		final int divisor = greatestCommonDivisor(pixels, positions);
		return new Stride(pixels / divisor, positions / divisor);
	}

	/** A whole number of pixels, at least 1. */
	public static Stride of(final int pixels) {
		return new Stride(pixels, 1);
	}

	/** The smallest number of pixels with a whole number of positions: of stride 1/2, a pixel with 2. */
	public int pixels() {
		return pixels;
	}

	/** The number of positions in that many {@link #pixels()}. */
	public int positions() {
		return positions;
	}

	/** The distance in pixels, as a floating-point number. */
	public double value() {
		return (double) pixels / positions;
	}

	/** The number of positions in a part of the image, without one that is only partly in it; negative to the left of it. */
	public int positionsIn(final int length) {
		return Math.toIntExact(Math.floorDiv((long) length * positions, pixels));
	}

	/** The number of positions in a part of the image, with one that is only partly in it. */
	public int positionsCovering(final int length) {
		return -positionsIn(-length);
	}

	/** The pixel in which a position begins. */
	public int pixel(final int position) {
		return Math.toIntExact(Math.floorDiv((long) position * pixels, positions));
	}

	/** Of numbers that are not negative; one of them is at least 1. */
	public static int greatestCommonDivisor(final int a, final int b) {
		return b == 0 ? a : greatestCommonDivisor(b, a % b);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Stride && ((Stride) other).pixels == pixels && ((Stride) other).positions == positions;
	}

	@Override
	public int hashCode() {
		return 31 * pixels + positions;
	}

	/** Such as 16, or 1/2 for two positions in every pixel. */
	@Override
	public String toString() {
		return positions == 1 ? String.valueOf(pixels) : pixels + "/" + positions;
	}
}
